/** What a correction of a text's translation adds to the memory. Pure. */
import type { Translation } from '../protocol/result';
import { changedWords } from './changedWords';
import { normalised, type Direction, type MemoryUnit } from './unit';

/**
 * The corrected text as a unit, and each of its sentences that the user changed, where both translations have the same sentences.
 *
 * @param corrected the user's translation with its alignment
 * @param known what the memory has of this text: its words stay where the new translation still has them
 */
export function unitsOfCorrection(machine: Translation, corrected: Translation, direction: Direction, changed: number, known?: MemoryUnit): MemoryUnit[] {
  const { sourceLanguage, targetLanguage } = direction;
  const { source, target } = corrected;
  const kept = (known?.words ?? []).filter((word) => target.toLowerCase().includes(word.target.toLowerCase()));
  const words = [...new Map([...kept, ...changedWords(machine, corrected)].map((word) => [word.source, word])).values()];
  const whole = { source, target, sourceLanguage, targetLanguage, changed, ...(words.length > 0 ? { words } : {}) };
  const sentences = sentencePairs(machine, corrected).map((pair) => ({ ...pair, sourceLanguage, targetLanguage, changed }));
  return [...sentences, whole];
}

function sentencePairs(machine: Translation, corrected: Translation): { readonly source: string; readonly target: string }[] {
  const { sentences } = corrected;
  const same = sentences.length === machine.sentences.length && sentences.every(({ source }, index) => source.start === machine.sentences[index]!.source.start);
  if (!same || sentences.length < 2) return [];
  return sentences.flatMap(({ source, target }, index) => {
    const text = corrected.target.slice(target.start, target.end);
    const { target: before } = machine.sentences[index]!;
    const isChanged = normalised(text) !== normalised(machine.target.slice(before.start, before.end));
    return isChanged && text.trim() !== '' ? [{ source: corrected.source.slice(source.start, source.end), target: text }] : [];
  });
}
