/** What the words of the drawings have in common. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import { isUnsure } from '../confidence';
import { describeWord, strongestSource, type Evidence, type WordRef } from '../evidence';

/** Colours that the style sheet knows as `hue-0` … */
const hues = 4;

/** A source word's own colour. */
export function sourceHue(index: number): string {
  return `hue-${index % hues}`;
}

/** A source word's own colour; a target word wears that of the source word that explains it best. */
export function hueClass(sentence: PanelSentence, evidence: Evidence, word: WordRef): string {
  const source = word.side === 'source' ? word.index : strongestSource(sentence, evidence, word.index);
  return source === undefined ? 'hue-none' : sourceHue(source);
}

/** ` unsure` for a word that the decoder gave little. */
export function sureness(sentence: PanelSentence, { side, index }: WordRef): string {
  return side === 'target' && isUnsure(sentence, index) ? ' unsure' : '';
}

/** Makes a word a stop of the keyboard and known to assistive technology. */
export function wordAttributes(
  sentence: PanelSentence,
  evidence: Evidence,
  word: WordRef,
): Record<string, string | number> {
  return {
    class: `word ${word.side} ${hueClass(sentence, evidence, word)}${sureness(sentence, word)}`,
    'data-side': word.side,
    'data-index': word.index,
    role: 'button',
    // One tab stop for the whole drawing; arrow keys go on from there.
    tabindex: word.side === 'source' && word.index === 0 ? 0 : -1,
    'aria-label': describeWord(sentence, evidence, word),
  };
}
