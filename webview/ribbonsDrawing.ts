/** The ribbons at work: all of a short sentence, of a long one the part that is in sight. */
import { oncePerFrame, textMeasure, wordOfElement, type Drawing, type DrawingContext } from './drawing';
import { shownWord, type WordRef } from './evidence';
import { directions, nextWord } from './keyboard';
import { markOf, wordOfMark, type Mark } from './mark';
import { layoutRibbons, type RibbonLayout, type WordBox } from './ribbonLayout';
import { element, toNode } from './view/element';
import { ribbons, type RibbonsOptions } from './view/ribbons';
import { WordMarks } from './wordMarks';

/** Sentences with more words on a side scroll in a box of their own. */
const mostWordsDrawn = 80;

export class RibbonsDrawing implements Drawing {
  private readonly marks: WordMarks;
  private readonly redraw = oncePerFrame(() => this.drawPart());
  private layout: RibbonLayout | undefined;
  private options: RibbonsOptions | undefined;
  /** The box that scrolls, and its content as high as the whole drawing. */
  private box: { readonly scroller: HTMLElement; readonly space: HTMLElement } | undefined;
  /** What of the whole is drawn now. */
  private part = { from: 0, to: 0 };
  private marked: Mark | undefined;

  constructor(private readonly context: DrawingContext) {
    const { stage, sentence, evidence } = context;
    this.marks = new WordMarks(sentence, evidence, (word) => this.find(word));
    stage.replaceChildren();
  }

  draw(): void {
    const { stage, sentence, evidence, sourceLanguage, targetLanguage } = this.context;
    const { em, measure } = textMeasure(stage);
    this.layout = layoutRibbons({
      sourceWords: sentence.sourceTokens.map(({ text }) => shownWord(text)),
      targetWords: sentence.targetTokens.map(({ text }) => shownWord(text)),
      weights: sentence[evidence],
      width: stage.clientWidth,
      em,
      measure,
    });
    this.options = { evidence, layout: this.layout, em, measure, languages: { source: sourceLanguage, target: targetLanguage } };
    const isLong = Math.max(sentence.sourceTokens.length, sentence.targetTokens.length) > mostWordsDrawn && this.layout.orientation === 'columns';
    if (!isLong) {
      this.box = undefined;
      this.replaceDrawing(stage, this.options);
      return;
    }
    this.box ??= this.makeBox();
    this.box.space.style.height = `${this.layout.height}px`;
    this.part = { from: 0, to: 0 };
    this.drawPart();
  }

  mark(mark: Mark | undefined, reveal: boolean): void {
    this.marked = mark;
    if (reveal && mark) this.reveal(mark);
    this.showMark();
  }

  at(target: Element): Mark | undefined {
    const word = wordOfElement(target);
    if (word) return markOf(word);
    const ribbon = target.closest('[data-target]');
    return ribbon ? { target: Number(ribbon.getAttribute('data-target')) } : undefined;
  }

  next(from: Mark | undefined, { key }: KeyboardEvent): Mark | undefined {
    const { sentence, evidence } = this.context;
    const word = (from && wordOfMark(from)) ?? { side: 'source' as const, index: 0 };
    const next = nextWord(sentence, evidence, word, key, directions[this.layout?.orientation ?? 'rows']);
    return next && markOf(next);
  }

  focus(mark: Mark): void {
    const word = wordOfMark(mark);
    if (!word) return;
    this.reveal(mark);
    this.find(word)?.focus({ preventScroll: this.box !== undefined });
  }

  private find({ side, index }: WordRef): SVGElement | undefined {
    return this.context.stage.querySelector<SVGElement>(`[data-side="${side}"][data-index="${index}"]`) ?? undefined;
  }

  private makeBox(): { readonly scroller: HTMLElement; readonly space: HTMLElement } {
    const scroller = toNode(element('div', { class: 'ribbons-scroller', tabindex: -1 }, element('div', { class: 'ribbons-space' })), document) as HTMLElement;
    scroller.addEventListener('scroll', this.redraw);
    this.context.stage.replaceChildren(scroller);
    return { scroller, space: scroller.firstElementChild as HTMLElement };
  }

  /** Draws what is in sight, and as much again on both sides, unless it is drawn already. */
  private drawPart(): void {
    if (!this.box || !this.layout || !this.options) return;
    const { scrollTop, clientHeight } = this.box.scroller;
    const isDrawn = this.part.from <= scrollTop && this.part.to >= Math.min(this.layout.height, scrollTop + clientHeight);
    if (isDrawn) return;
    this.part = { from: Math.max(0, scrollTop - clientHeight), to: Math.min(this.layout.height, scrollTop + 2 * clientHeight) };
    this.replaceDrawing(this.box.space, { ...this.options, part: this.part });
  }

  private replaceDrawing(parent: HTMLElement, options: RibbonsOptions): void {
    const { activeElement } = document;
    const focused = activeElement && parent.contains(activeElement) ? wordOfElement(activeElement) : undefined;
    const svg = toNode(ribbons(this.context.sentence, options), document) as SVGElement;
    if (options.part) svg.style.top = `${options.part.from}px`;
    parent.replaceChildren(svg);
    // Scrolled out of sight, the focused word leaves the keyboard to the box.
    if (focused) (this.find(focused) ?? this.box?.scroller)?.focus({ preventScroll: true });
    // The drawing is one tab stop, whichever part of it is there.
    if (!svg.querySelector('[tabindex="0"]')) svg.querySelector('[tabindex]')?.setAttribute('tabindex', '0');
    this.showMark();
  }

  private reveal(mark: Mark): void {
    const word = wordOfMark(mark);
    const box = word && this.boxOf(word);
    if (!this.box || !box) {
      if (word) this.find(word)?.scrollIntoView({ block: 'nearest' });
      return;
    }
    const { scroller } = this.box;
    if (box.y < scroller.scrollTop || box.y + box.height > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = box.y - scroller.clientHeight / 3;
      this.drawPart();
    }
  }

  private boxOf({ side, index }: WordRef): WordBox | undefined {
    return this.layout?.[side === 'source' ? 'sourceBoxes' : 'targetBoxes'][index];
  }

  private showMark(): void {
    const { stage } = this.context;
    const word = this.marked && wordOfMark(this.marked);
    this.marks.show(this.marked);
    stage.classList.toggle('highlighting', word !== undefined);
    for (const ribbon of stage.querySelectorAll('.ribbon')) {
      ribbon.classList.toggle('active', word ? Number(ribbon.getAttribute(`data-${word.side}`)) === word.index : false);
    }
  }
}
