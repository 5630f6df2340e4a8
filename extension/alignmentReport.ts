/** An alignment in plain text, for a reader that sees no picture. Pure. */
import type { AlignedPair, AlignedSentence } from '../engine/protocol/result';

/** A word whose support is below this has no counterpart worth naming. */
const leastSupport = 0.2;

/** Sentence by sentence: which target words belong to which source words, and the words of either side that belong to none. */
export function alignmentReport({ source, target, sentences }: AlignedPair): string {
  return sentences.map((sentence) => sentenceReport(sentence, source, target)).join('\n\n');
}

function sentenceReport(sentence: AlignedSentence, source: string, target: string): string {
  const sourceText = source.slice(sentence.source.start, sentence.source.end);
  const targetText = target.slice(sentence.target.start, sentence.target.end);
  if (sentence.targetTokens.length === 0) return `Source: ${sourceText}\nNothing in the translation corresponds to this sentence.`;
  if (sentence.sourceTokens.length === 0) return `Translation: ${targetText}\nNothing in the source corresponds to this sentence.`;
  const partners = new Map<number, string[]>();
  for (const { source: word, target: partner } of sentence.links) {
    partners.set(partner, [...(partners.get(partner) ?? []), sentence.sourceTokens[word]?.text ?? '']);
  }
  const links = sentence.targetTokens.flatMap(({ text }, index) => {
    const words = partners.get(index);
    return words ? [`${text} = ${words.join(' ')}`] : [];
  });
  return [
    `Source: ${sourceText}`,
    `Translation: ${targetText}`,
    `Words: ${links.join('; ') || 'none belong together'}`,
    ...unsupported('Source words without a counterpart', sentence.sourceTokens, sentence.sourceSupport),
    ...unsupported('Words of the translation without a counterpart', sentence.targetTokens, sentence.targetSupport),
  ].join('\n');
}

function unsupported(label: string, tokens: AlignedSentence['sourceTokens'], support: Float32Array): string[] {
  const words = tokens.filter(({ text }, index) => /[\p{L}\p{N}]/u.test(text) && (support[index] ?? 0) < leastSupport);
  return words.length > 0 ? [`${label}: ${words.map(({ text }) => text).join(' ')}`] : [];
}
