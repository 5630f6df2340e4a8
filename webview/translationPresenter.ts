/** A translation on the page: draws the sentence, follows pointer and keys from word to word. */
import type { PanelContent, PanelMessage, PanelSentence } from '../engine/protocol/panelProtocol';
import { listedSentences, neighbour } from './confidence';
import type { Drawing, DrawingContext } from './drawing';
import { ExplanationPresenter } from './explanationPresenter';
import { ExportPresenter } from './exportPresenter';
import { describeMark, sameMark, sourceSpan, sourceWordAt, type Mark } from './mark';
import { MatrixDrawing } from './matrixDrawing';
import type { Presenter, PresenterContext } from './presenter';
import { ReadingDrawing } from './readingDrawing';
import { RibbonsDrawing } from './ribbonsDrawing';
import { scrollWithin } from './scroll';
import { drawings, type ViewState } from './state';

const kinds = { reading: ReadingDrawing, ribbons: RibbonsDrawing, matrix: MatrixDrawing } satisfies Record<
  ViewState['drawing'],
  new (context: DrawingContext) => Drawing
>;

/** What a drawing is made for; another of these is another drawing. */
type Drawn = Pick<ViewState, 'drawing' | 'evidence'> & { readonly sentence: PanelSentence };

export class TranslationPresenter implements Presenter {
  private exports: ExportPresenter;
  private readonly explanation: ExplanationPresenter;
  private drawing: Drawing | undefined;
  private drawn: Drawn | undefined;
  /** What the keyboard or the editor's cursor is on; stays until they go elsewhere. */
  private pinned: Mark | undefined;
  /** What the pointer is on; goes before what is pinned. */
  private pointed: Mark | undefined;

  constructor(
    private content: PanelContent,
    private state: ViewState,
    private readonly context: PresenterContext,
  ) {
    this.exports = this.exportsOf(state);
    this.explanation = new ExplanationPresenter(content, state, context);
  }

  canShow({ shown }: ViewState): boolean {
    return shown?.kind === 'showTranslation' && shown.content.sentences.length > 0 && this.content.sentences.length > 0;
  }

  show(state: ViewState): void {
    if (state.shown?.kind !== 'showTranslation') return;
    const before = this.sentence;
    this.content = state.shown.content;
    this.state = state;
    this.exports.close();
    this.exports = this.exportsOf(state);
    this.explanation.show(this.content, state);
    if (this.sentence !== before) [this.pinned, this.pointed] = [undefined, undefined];
  }

  draw(): void {
    this.explanation.draw();
    const { stage, sentence } = this;
    if (!stage || !sentence) return;
    const current = this.current();
    scrollWithin(current?.closest('ol'), current);
    const { drawing, evidence } = this.state;
    const { drawn } = this;
    if (!this.drawing || drawn?.drawing !== drawing || drawn.evidence !== evidence || drawn.sentence !== sentence) {
      const { sourceLanguage, targetLanguage } = this.content;
      const point = (mark: Mark | undefined): void => this.pointAt(mark);
      stage.classList.remove('highlighting');
      this.drawing = new kinds[drawing]({ stage, sentence, evidence, sourceLanguage, targetLanguage, point });
      this.drawn = { drawing, evidence, sentence };
      this.pointed = undefined;
    }
    this.drawing.draw();
    this.showMark(false);
  }

  point(target: Element | undefined): void {
    this.explanation.point(target);
    this.pointAt(target && this.markAt(target));
  }

  focus(target: Element): void {
    const mark = this.markAt(target);
    if (mark) this.pin(mark, false);
  }

  press(target: Element): void {
    if (this.exports.press(target) || this.explanation.press(target)) return;
    const { sentence, copy } = target.closest('button')?.dataset ?? {};
    const mark = this.markAt(target);
    if (sentence !== undefined) {
      this.context.select(Number(sentence));
      // In a filtered list, another one may stand where this one stood.
      if (target.closest('ol')) this.current()?.focus();
    } else if (copy !== undefined) {
      this.context.send({ kind: 'copyTranslation', sentence: this.state.selected });
    } else if (mark) {
      this.pin(mark, false);
      this.reveal(mark);
    }
  }

  key(event: KeyboardEvent): void {
    const { target } = event;
    if (this.exports.key(event) || this.explanation.key(event) || !(target instanceof Element)) return;
    if (this.stage?.contains(target) ? this.keyInDrawing(event, target) : this.keyInList(event, target)) event.preventDefault();
    else if (this.shortcut(event)) event.preventDefault();
  }

  /** The cursor in the editor went to a source word. The keyboard stays where it is. */
  receive(message: PanelMessage): void {
    if (this.explanation.receive(message)) this.draw();
    if (message.kind !== 'followCursor' || message.sentence !== this.state.selected || !this.sentence) return;
    const source = sourceWordAt(this.sentence, message.offset);
    this.pointed = undefined;
    this.pin(source === undefined ? undefined : { source }, true);
  }

  /** As it is drawn: in words or in subwords. */
  private get sentence(): PanelSentence | undefined {
    return this.explanation.sentence;
  }

  private get stage(): HTMLElement | null {
    return document.getElementById('stage');
  }

  /** The drawn sentence in the list. */
  private current(): HTMLElement | null {
    return document.querySelector('.sentence[aria-current]');
  }

  private exportsOf(state: ViewState): ExportPresenter {
    return new ExportPresenter(this.content, state.selected, state.evidence, this.context.send);
  }

  private markAt(target: Element): Mark | undefined {
    return this.stage?.contains(target) ? this.drawing?.at(target) : undefined;
  }

  private keyInDrawing(event: KeyboardEvent, target: Element): boolean {
    const from = this.pinned ?? this.markAt(target);
    if (event.key === 'Enter' || event.key === ' ') {
      if (from) this.reveal(from);
      return from !== undefined;
    }
    const next = event.altKey ? undefined : this.drawing?.next(from, event);
    if (!next) return false;
    this.pointed = undefined;
    this.drawing?.focus(next);
    this.pin(next, true);
    return true;
  }

  private keyInList({ key }: KeyboardEvent, target: Element): boolean {
    if (!target.closest('.sentences ol') || (key !== 'ArrowUp' && key !== 'ArrowDown' && key !== 'Home' && key !== 'End')) return false;
    const listed = this.listed();
    const places = { ArrowUp: this.beside(-1), ArrowDown: this.beside(1), Home: listed[0], End: listed.at(-1) };
    if (places[key] !== undefined) this.context.select(places[key]);
    this.current()?.focus();
    return true;
  }

  /** Keys that work wherever the keyboard is, except where text is written. */
  private shortcut({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey || (target instanceof Element && target.closest('input, textarea, select, [contenteditable]'))) return false;
    const drawing = /^[1-9]$/u.test(key) ? drawings[Number(key) - 1] : undefined;
    const step = key === 'n' || key === ']' ? 1 : key === 'p' || key === '[' ? -1 : undefined;
    const sentence = step && this.beside(step);
    if (drawing) this.context.choose({ drawing });
    else if (sentence !== undefined) this.context.select(sentence);
    else if (key === 'Escape' && this.pinned) this.pin(undefined, false);
    else return false;
    return true;
  }

  private listed(): number[] {
    return listedSentences(this.content.sentences, this.state.listing === 'low', this.state.selected);
  }

  private beside(step: -1 | 1): number | undefined {
    return neighbour(this.listed(), this.state.selected, step);
  }

  private pointAt(mark: Mark | undefined): void {
    if (sameMark(mark, this.pointed)) return;
    this.pointed = mark;
    this.showMark(false);
  }

  private pin(mark: Mark | undefined, reveal: boolean): void {
    this.pinned = mark;
    this.showMark(reveal);
  }

  private showMark(reveal: boolean): void {
    const mark = this.pointed ?? this.pinned;
    this.drawing?.mark(mark, reveal);
    const readout = document.getElementById('readout');
    const text = mark && this.sentence ? describeMark(this.sentence, this.state.evidence, mark) : '';
    // The same words again would be read aloud again.
    if (readout && readout.textContent !== text) readout.textContent = text;
  }

  private reveal(mark: Mark): void {
    if (mark.target !== undefined) this.explanation.chooseWord(mark.target);
    const span = this.sentence && sourceSpan(this.sentence, this.state.evidence, mark);
    if (span) this.context.send({ kind: 'revealSpan', sentence: this.state.selected, ...span });
  }
}
