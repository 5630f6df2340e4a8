/** A translation on the page: draws the sentence to size, follows pointer and keys from word to word. */
import type { PanelContent, PanelMessage, PanelSentence } from '../engine/protocol/panelProtocol';
import type { WordRef } from './evidence';
import { ExplanationPresenter } from './explanationPresenter';
import { ExportPresenter } from './exportPresenter';
import { highlight, wordOf } from './highlight';
import { directions, nextWord } from './keyboard';
import type { Presenter, PresenterContext } from './presenter';
import type { ViewState } from './state';
import { toNode } from './view/element';
import { matrix } from './view/matrix';
import { ribbons } from './view/ribbons';

export class TranslationPresenter implements Presenter {
  private readonly explanation: ExplanationPresenter;
  private readonly exports: ExportPresenter;

  constructor(
    content: PanelContent,
    private readonly state: ViewState,
    private readonly context: PresenterContext,
  ) {
    this.explanation = new ExplanationPresenter(content, state, context);
    this.exports = new ExportPresenter(content, state.selected, state.evidence, context.send);
  }

  /** As it is drawn: in words or in subwords. */
  private get sentence(): PanelSentence | undefined {
    return this.explanation.sentence;
  }

  draw(): void {
    this.explanation.draw();
    const stage = this.stage();
    if (!stage || !this.sentence) return;
    const options = { evidence: this.state.evidence, width: stage.clientWidth, measure: textMeasure(stage) };
    const drawing = this.state.drawing === 'ribbons' ? ribbons(this.sentence, options) : matrix(this.sentence, options);
    stage.replaceChildren(toNode(drawing, document));
  }

  receive(message: PanelMessage): void {
    this.explanation.receive(message);
    this.draw();
  }

  point(target: Element | undefined): void {
    this.explanation.point(target);
    this.mark(target && wordOf(target));
  }

  press(target: Element): void {
    if (this.exports.press(target) || this.explanation.press(target)) return;
    const { sentence, copy } = target.closest('button')?.dataset ?? {};
    const word = wordOf(target);
    if (sentence !== undefined) {
      this.context.select(Number(sentence));
      document.querySelector<HTMLElement>('[aria-current]')?.focus();
    } else if (copy !== undefined) {
      this.context.send({ kind: 'copyTranslation', sentence: this.state.selected });
    } else if (word) {
      this.reveal(word);
    }
  }

  key(event: KeyboardEvent): void {
    if (this.exports.key(event) || this.explanation.key(event)) return;
    const word = event.target instanceof SVGElement ? wordOf(event.target) : undefined;
    const stage = this.stage();
    if (!this.sentence || !word || !stage) return;
    if (event.key === 'Enter' || event.key === ' ') {
      this.reveal(word);
      event.preventDefault();
      return;
    }
    if (event.key === 'Escape') {
      this.mark(undefined);
      return;
    }
    const lines = stage.querySelector('.columns') ? directions.columns : directions.rows;
    const lie = this.state.drawing === 'matrix' ? directions.matrix : lines;
    const next = nextWord(this.sentence, this.state.evidence, word, event.key, lie);
    if (!next) return;
    event.preventDefault();
    stage.querySelector<SVGElement>(`[data-side="${next.side}"][data-index="${next.index}"]`)?.focus();
  }

  private stage(): HTMLElement | null {
    return document.getElementById('stage');
  }

  private mark(word: WordRef | undefined): void {
    const stage = this.stage();
    const readout = document.getElementById('readout');
    if (stage && readout && this.sentence) highlight(stage, readout, this.sentence, this.state.evidence, word);
  }

  private reveal(word: WordRef): void {
    if (word.side === 'target') this.explanation.chooseWord(word.index);
    const token = word.side === 'source' ? this.sentence?.sourceTokens[word.index] : undefined;
    if (token) this.context.send({ kind: 'revealSpan', sentence: this.state.selected, start: token.start, end: token.end });
  }
}

/** Measures texts as the drawing will show them, without touching the page's layout. */
function textMeasure(stage: Element): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(stage);
  if (context) context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return (text) => context?.measureText(text).width ?? text.length * 10;
}
