/** The explanation on the page: asks for it, follows the reader through its steps, sends what the reader chooses. */
import type { PanelContent, PanelMessage, PanelSentence } from '../engine/protocol/panelProtocol';
import type { Explanation } from '../engine/protocol/explanation';
import { hasCounterpart } from './confidence';
import { equationsOf } from './equations';
import { stepLabel, stepOfWord, subwordSentence } from './explanation';
import { chosenStep, explanationOf, withAnswer, withoutAnswer, type ExplanationState } from './explanationState';
import { t } from './l10n';
import type { PresenterContext } from './presenter';
import type { ViewState } from './state';
import { toNode, type VirtualElement } from './view/element';
import { answerStatus, explanationBody, retry, stepPanels } from './view/explanation';
import { stepCard, stepJson } from './view/explanationCard';

export class ExplanationPresenter {
  private state: ExplanationState;
  private subwords: { readonly of: Explanation; readonly sentence: PanelSentence } | undefined;
  /** What the section on the page was made of. */
  private drawn: readonly unknown[] = [];

  constructor(
    private content: PanelContent,
    private view: ViewState,
    private readonly context: PresenterContext,
  ) {
    this.state = view.explanation;
  }

  /** Goes on with another sentence or other choices on the same page. */
  show(content: PanelContent, view: ViewState): void {
    this.content = content;
    this.view = view;
    this.state = view.explanation;
  }

  /** The sentence as it is drawn: in subwords where the reader wants them and they are known. */
  get sentence(): PanelSentence | undefined {
    const sentence = this.content.sentences[this.index];
    const { explanation } = this;
    if (this.view.units === 'words' || !sentence || !explanation) return sentence;
    if (this.subwords?.of !== explanation) this.subwords = { of: explanation, sentence: subwordSentence(sentence, explanation) };
    return this.subwords.sentence;
  }

  /** Asks for what is wanted, and fills the section where what it shows has changed; it flows to any width by itself. */
  draw(): void {
    this.ask();
    const { open, answers } = this.state;
    const wanted = [document.getElementById('explanation-body'), this.index, open, answers.get(this.index), this.view.gates];
    if (wanted.some((part, place) => part !== this.drawn[place])) this.drawSection();
    this.drawn = wanted;
  }

  /** True when there is something new to draw. */
  receive(message: PanelMessage): boolean {
    if (message.kind !== 'showExplanation') return false;
    this.keep(withAnswer(this.state, message));
    if (message.sentence !== this.index) return false;
    this.draw();
    if (this.state.choosing && document.activeElement === document.body) this.option(this.step)?.focus();
    this.keep({ ...this.state, choosing: false });
    return true;
  }

  point(target: Element | undefined): void {
    const cell = target?.closest('[data-unit]');
    const readout = cell?.closest('.vector')?.querySelector('.unit');
    if (readout) readout.textContent = cell?.getAttribute('data-unit') ?? '';
  }

  /** True when the press was meant for the explanation. */
  press(target: Element): boolean {
    const { explain, card, alternative, hypothesis } = target.closest('button')?.dataset ?? {};
    const step = target.closest<HTMLElement>('[data-step]')?.dataset['step'];
    if (step !== undefined) this.chooseStep(Number(step), true);
    else if (card !== undefined) this.chooseCard(Number(card), `[data-card="${card}"]`);
    else if (alternative !== undefined) this.chooseAlternative(Number(alternative));
    else if (hypothesis !== undefined) this.chooseHypothesis(Number(hypothesis), target);
    else if (explain !== undefined) this.act(explain);
    else return false;
    return true;
  }

  /** Arrow keys along the steps and along the equations. True when the key was used. */
  key(event: KeyboardEvent): boolean {
    const { explanation } = this;
    const target = event.target instanceof Element ? event.target : undefined;
    const place = target?.closest<HTMLElement>('[data-step], [data-card]')?.dataset;
    if (!explanation || !place) return false;
    const isStep = place['step'] !== undefined;
    const last = (isStep ? explanation.steps : equationsOf(explanation.model)).length - 1;
    const next = movedBy(event.key, Number(place['step'] ?? place['card']), last);
    if (next === undefined) return false;
    event.preventDefault();
    if (isStep) this.chooseStep(next, true);
    else this.chooseCard(next, `[data-card="${next}"]`);
    return true;
  }

  /** A word of the drawing was chosen. */
  chooseWord(word: number): void {
    const { explanation } = this;
    const step = explanation && (this.view.units === 'subwords' ? word : stepOfWord(explanation, word));
    if (step !== undefined) this.chooseStep(step, false);
  }

  private get index(): number {
    return this.view.selected;
  }

  private get explanation(): Explanation | undefined {
    return explanationOf(this.state, this.index);
  }

  private get step(): number {
    return this.explanation ? chosenStep(this.state, this.index, this.explanation) : 0;
  }

  private act(action: string): void {
    if (action === 'toggle') this.toggle();
    else if (action === 'retry') this.retry();
    else if (action === 'apply') this.context.send({ kind: 'applyTranslation', sentence: this.index });
    else if (action === 'copy') this.copy();
    else this.chooseCard(this.card + (action === 'next' ? 1 : -1), `[data-explain="${action}"]`);
  }

  /** What was chosen among the equations of another pack may be more than this one has. */
  private get card(): number {
    const last = this.explanation ? equationsOf(this.explanation.model).length - 1 : 0;
    return Math.min(this.state.card, last);
  }

  private toggle(): void {
    this.keep({ ...this.state, open: !this.state.open });
    document.querySelector('[data-explain="toggle"]')?.setAttribute('aria-expanded', String(this.state.open));
    this.draw();
  }

  private retry(): void {
    this.keep(withoutAnswer(this.state, this.index));
    this.draw();
    document.querySelector<HTMLElement>('[data-explain="toggle"]')?.focus();
  }

  private copy(): void {
    if (this.explanation) this.context.send({ kind: 'copyText', text: stepJson(this.explanation, this.step) });
  }

  private chooseStep(step: number, takesFocus: boolean): void {
    const { explanation } = this;
    if (!explanation) return;
    this.option(this.step)?.setAttribute('aria-selected', 'false');
    this.option(this.step)?.setAttribute('tabindex', '-1');
    this.keep({ ...this.state, chosen: { sentence: this.index, step } });
    const option = this.option(step);
    option?.setAttribute('aria-selected', 'true');
    option?.setAttribute('tabindex', '0');
    if (takesFocus) option?.focus();
    else scrollAlong(option);
    fill('explained-step', stepPanels(explanation, { step, card: this.card }));
  }

  private chooseCard(card: number, focused: string): void {
    const { explanation } = this;
    if (!explanation || card < 0 || card >= equationsOf(explanation.model).length) return;
    this.keep({ ...this.state, card });
    fill('walk', [stepCard(explanation, this.step, card)]);
    document.querySelector<HTMLElement>(focused)?.focus();
  }

  private chooseAlternative(id: number): void {
    const { explanation, step } = this;
    const written = explanation?.steps[step];
    if (!explanation || !written || written.id === id) return;
    this.keep({ ...this.state, choosing: true });
    this.say(t('Translating the rest from {0} on anew …', stepLabel(explanation, step)));
    this.context.send({ kind: 'chooseAlternative', sentence: this.index, step, id });
  }

  private chooseHypothesis(hypothesis: number, target: Element): void {
    if (target.closest('[aria-current]')) return;
    this.keep({ ...this.state, choosing: true });
    this.context.send({ kind: 'chooseHypothesis', sentence: this.index, hypothesis });
  }

  /** Asks once for what the section or the drawing wants to show. */
  private ask(): void {
    const isWanted = this.state.open || this.view.units === 'subwords';
    const sentence = this.content.sentences[this.index];
    if (!isWanted || !sentence || !hasCounterpart(sentence) || this.state.answers.has(this.index)) return;
    this.keep({ ...this.state, answers: new Map(this.state.answers).set(this.index, 'waiting') });
    this.context.send({ kind: 'explain', sentence: this.index });
  }

  private drawSection(): void {
    const { open, answers } = this.state;
    const { explanation } = this;
    const answer = answers.get(this.index);
    document.getElementById('explanation')?.classList.toggle('open', open);
    this.say(open ? answerStatus(answer) : '');
    const options = { step: this.step, card: this.card, gates: this.view.gates, appliesTo: this.content.appliesTo };
    if (!open) fill('explanation-body', []);
    else if (explanation) fill('explanation-body', explanationBody(explanation, options));
    else fill('explanation-body', answer === 'none' ? [retry()] : []);
    scrollAlong(this.option(this.step));
  }

  private say(status: string): void {
    const element = document.getElementById('explanation-status');
    if (element) element.textContent = status;
  }

  private option(step: number): HTMLElement | null {
    return document.getElementById(`step-${step}`);
  }

  private keep(state: ExplanationState): void {
    this.state = state;
    this.context.keepExplanation(state);
  }
}

function movedBy(key: string, from: number, last: number): number | undefined {
  const places: Readonly<Record<string, number>> = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last };
  const next = places[key];
  return next === undefined || next < 0 || next > last ? undefined : next;
}

function fill(id: string, children: readonly VirtualElement[]): void {
  document.getElementById(id)?.replaceChildren(...children.map((child) => toNode(child, document)));
}

/** Scrolls the strip to a step without moving the page. */
function scrollAlong(option: HTMLElement | null): void {
  const strip = option?.closest('.step-list');
  if (!option || !strip) return;
  const { left, right } = option.getBoundingClientRect();
  const frame = strip.getBoundingClientRect();
  if (left < frame.left || right > frame.right) strip.scrollLeft += left - frame.left - frame.width / 3;
}
