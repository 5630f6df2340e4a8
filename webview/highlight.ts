/** Marks a word and its partners in a drawing that is already on the page. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';
import { describeWord, formatWeight, otherSide, partnersOf, type Evidence, type WordRef } from './evidence';

/** Shows the partners of `word` with their weights and dims the rest; without a word, everything is as drawn. */
export function highlight(
  stage: Element,
  readout: Element,
  sentence: PanelSentence,
  evidence: Evidence,
  word: WordRef | undefined,
): void {
  const weights = new Map(word ? partnersOf(sentence, evidence, word).map(({ index, weight }) => [index, weight]) : []);
  stage.classList.toggle('highlighting', word !== undefined);
  for (const element of stage.querySelectorAll('.word')) {
    const ref = wordOf(element);
    const weight = word && ref?.side === otherSide(word.side) ? weights.get(ref.index) : undefined;
    element.classList.toggle('active', ref !== undefined && ref.side === word?.side && ref.index === word.index);
    element.classList.toggle('partner', weight !== undefined);
    const label = element.querySelector('.weight');
    if (label) label.textContent = weight === undefined ? '' : formatWeight(weight);
  }
  for (const element of stage.querySelectorAll('.ribbon, .cell')) {
    element.classList.toggle('active', word ? numberOf(element, word.side) === word.index : false);
  }
  readout.textContent = word ? describeWord(sentence, evidence, word) : '';
}

/** The word that an element of the drawing stands for: itself, or a cell's target word. */
export function wordOf(element: Element): WordRef | undefined {
  const word = element.closest('[data-side]');
  if (word) {
    const side = word.getAttribute('data-side') === 'source' ? 'source' : 'target';
    return { side, index: Number(word.getAttribute('data-index')) };
  }
  const joined = element.closest('[data-target]');
  return joined ? { side: 'target', index: numberOf(joined, 'target') } : undefined;
}

function numberOf(element: Element, side: WordRef['side']): number {
  return Number(element.getAttribute(`data-${side}`));
}
