/** The two texts at work. They flow by themselves; long ones scroll, each in its own box. */
import { wordOfElement, type Drawing, type DrawingContext } from './drawing';
import type { Side } from './evidence';
import { nextWord, textDirections } from './keyboard';
import { markOf, wordOfMark, type Mark } from './mark';
import { scrollWithin } from './scroll';
import { toNode } from './view/element';
import { reading } from './view/reading';
import { WordMarks } from './wordMarks';

export class ReadingDrawing implements Drawing {
  private readonly marks: WordMarks;
  private readonly words: Readonly<Record<Side, readonly HTMLElement[]>>;

  constructor(private readonly context: DrawingContext) {
    const { stage, sentence, evidence, sourceLanguage, targetLanguage } = context;
    stage.replaceChildren(toNode(reading(sentence, { source: sourceLanguage, target: targetLanguage }), document));
    const words = (side: Side): HTMLElement[] => [...stage.querySelectorAll<HTMLElement>(`[data-side="${side}"]`)];
    this.words = { source: words('source'), target: words('target') };
    this.marks = new WordMarks(sentence, evidence, ({ side, index }) => this.words[side][index]);
  }

  draw(): void {
    // Text needs no geometry.
  }

  mark(mark: Mark | undefined, reveal: boolean): void {
    const [word, ...partners] = this.marks.show(mark);
    if (reveal && word) {
      scrollWithin(word.closest('.passage'), word);
      word.scrollIntoView({ block: 'nearest' });
    }
    // The other text is not under the pointer: it may always move.
    scrollWithin(partners[0]?.closest('.passage'), partners[0]);
  }

  at(target: Element): Mark | undefined {
    const word = wordOfElement(target);
    return word && markOf(word);
  }

  next(from: Mark | undefined, { key }: KeyboardEvent): Mark | undefined {
    const { sentence, evidence } = this.context;
    const word = (from && wordOfMark(from)) ?? { side: 'source' as const, index: 0 };
    const next = nextWord(sentence, evidence, word, key, textDirections({ source: this.isRightToLeft('source'), target: this.isRightToLeft('target') }));
    return next && markOf(next);
  }

  focus(mark: Mark): void {
    const word = wordOfMark(mark);
    if (word) this.words[word.side][word.index]?.focus();
  }

  private isRightToLeft(side: Side): boolean {
    const text = this.words[side][0]?.closest('.running');
    return text !== null && text !== undefined && getComputedStyle(text).direction === 'rtl';
  }
}
