/** Marks a word and its partners in a drawing whose words are elements. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';
import { formatWeight, otherSide, partnersOf, type Evidence, type WordRef } from './evidence';
import { wordOfMark, type Mark } from './mark';

type Marked = HTMLElement | SVGElement;

export class WordMarks {
  private marked: Marked[] = [];

  constructor(
    private readonly sentence: PanelSentence,
    private readonly evidence: Evidence,
    /** The element of a word, where it is on the page. */
    private readonly find: (word: WordRef) => Marked | undefined,
  ) {}

  /** The word stands out, and its partners with their weights; the elements are returned, the word's first. */
  show(mark: Mark | undefined): readonly Marked[] {
    this.clear();
    const word = mark && wordOfMark(mark);
    if (!word) return [];
    this.add(word, 'active');
    for (const { index, weight } of partnersOf(this.sentence, this.evidence, word)) {
      const partner = this.add({ side: otherSide(word.side), index }, 'partner');
      if (!partner) continue;
      partner.dataset['weight'] = String(Math.round(weight * 100));
      // How strongly it stands out is for the style sheet to say.
      partner.style.setProperty('--weight', weight.toFixed(2));
      const label = weightLabelOf(partner);
      if (label) label.textContent = formatWeight(weight);
    }
    return this.marked;
  }

  private add(word: WordRef, look: 'active' | 'partner'): Marked | undefined {
    const element = this.find(word);
    element?.classList.add(look);
    if (element) this.marked.push(element);
    return element;
  }

  private clear(): void {
    for (const element of this.marked) {
      element.classList.remove('active', 'partner');
      delete element.dataset['weight'];
      element.style.removeProperty('--weight');
      const label = weightLabelOf(element);
      if (label) label.textContent = '';
    }
    this.marked = [];
  }
}

/** A picture has an element for it; in running text, the style sheet shows the number. */
function weightLabelOf(word: Element): Element | undefined {
  const next = word.nextElementSibling;
  return next?.matches('.weight') ? next : undefined;
}
