/** What the three drawings of a sentence have in common. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';
import type { Evidence, WordRef } from './evidence';
import type { Mark } from './mark';

/** A sentence drawn into the stage. A drawing lives until another sentence, evidence or kind of drawing is chosen. */
export interface Drawing {
  /** Fits it to the stage's present size, font and theme. */
  draw(): void;
  /** Shows what is pointed at; with `reveal`, scrolls it into sight: never under the reader's pointer. */
  mark(mark: Mark | undefined, reveal: boolean): void;
  /** What the element under the pointer, or with the focus, stands for. */
  at(target: Element): Mark | undefined;
  /** Where a key leads from a mark; undefined when it leads nowhere. */
  next(from: Mark | undefined, event: KeyboardEvent): Mark | undefined;
  /** Gives the keyboard to the mark. */
  focus(mark: Mark): void;
}

export interface DrawingContext {
  readonly stage: HTMLElement;
  readonly sentence: PanelSentence;
  readonly evidence: Evidence;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** The pointer is on this, in a drawing whose elements cannot tell. */
  readonly point: (mark: Mark | undefined) => void;
}

/** Measures texts as the drawing will show them, without touching the page's layout. */
export function textMeasure(stage: Element): { readonly em: number; readonly measure: (text: string) => number } {
  const context = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(stage);
  const em = Number.parseFloat(style.fontSize) || 13;
  if (context) context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return { em, measure: (text) => context?.measureText(text).width ?? text.length * em };
}

/** At most one call for each frame, however often it is asked for. */
export function oncePerFrame(work: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      work();
    });
  };
}

/** The word that an element carries by its data attributes. */
export function wordOfElement(target: Element): WordRef | undefined {
  const word = target.closest('[data-side]');
  if (!word) return undefined;
  return { side: word.getAttribute('data-side') === 'source' ? 'source' : 'target', index: Number(word.getAttribute('data-index')) };
}
