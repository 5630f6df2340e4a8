/** Which words a correction put in the place of others. Pure. */
import { functionWords } from '../lint/functionWords';
import type { SentenceTranslation, Token, Translation } from '../protocol/result';
import type { LearnedWord } from './unit';

/** A correction that changes more words than this says it another way, and teaches no words. */
const mostChanged = 3;
/** Words of the target that one word of the source may stand for. */
const longestTarget = 4;
/** The share of its row that the source word must have, on average over its words of the target. */
const leastWeight = 0.5;

/**
 * The words that the user has translated otherwise than the machine did, both given with their alignment. A word counts
 * when it is sure what it became: it stands once in the source, its translation is in one piece and nobody else's, the
 * machine's translation has it nowhere, and the corrected one has lost what the machine put there.
 */
export function changedWords(machine: Translation, corrected: Translation): LearnedWord[] {
  const before = wordTranslations(machine);
  const machineTarget = machine.target.toLowerCase();
  const correctedTarget = corrected.target.toLowerCase();
  let changed = 0;
  const learned: LearnedWord[] = [];
  for (const [at, { source, target, sure }] of wordTranslations(corrected)) {
    const old = before.get(at)?.target.toLowerCase();
    const now = target.toLowerCase();
    if (old === now) continue;
    changed++;
    const isNew = old !== undefined && !machineTarget.includes(now) && !correctedTarget.includes(old);
    if (sure && isNew && isTerm(source) && isLetters(target) && occursOnce(corrected.source, source)) learned.push({ source, target });
  }
  return changed > mostChanged ? [] : learned;
}

interface WordTranslation {
  readonly source: string;
  readonly target: string;
  readonly sure: boolean;
}

/** By the offset of the word in the source: what its links lead to. */
function wordTranslations({ target, sentences }: Translation): Map<number, WordTranslation> {
  const words = new Map<number, WordTranslation>();
  for (const sentence of sentences) {
    sentence.sourceTokens.forEach((token, index) => {
      const found = wordTranslation(sentence, token, index, target);
      if (found) words.set(token.start, found);
    });
  }
  return words;
}

function wordTranslation({ sourceTokens, targetTokens, links, alignment }: SentenceTranslation, token: Token, index: number, target: string): WordTranslation | undefined {
  const own = links.filter(({ source }) => source === index).map((link) => link.target).sort((a, b) => a - b);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || !isLetters(token.text)) return undefined;
  const shared = links.some((link) => link.source !== index && link.target >= first && link.target <= last);
  const weight = own.reduce((sum, row) => sum + alignment[row * sourceTokens.length + index]!, 0) / own.length;
  return {
    source: token.text,
    target: target.slice(targetTokens[first]!.start, targetTokens[last]!.end),
    sure: !shared && last - first + 1 === own.length && own.length <= longestTarget && weight >= leastWeight,
  };
}

/** Words that mean one thing wherever they stand: no function words, and no single ideographs. */
function isTerm(word: string): boolean {
  return word.length > 1 && !functionWords.has(word.toLowerCase());
}

function isLetters(text: string): boolean {
  return /\p{L}/u.test(text) && !/[\p{N}\p{P}\p{S}]/u.test(text);
}

function occursOnce(text: string, word: string): boolean {
  const lower = text.toLowerCase();
  const first = lower.indexOf(word.toLowerCase());
  return first === lower.lastIndexOf(word.toLowerCase());
}
