import { expect, test } from 'vitest';
import { lexicalSupport } from '../../../engine/align/lexicalSupport';
import type { Words } from '../../../engine/align/words';

/** L(y|x) of two source and three target subwords, and u(y). */
const table = [
  [0.8, 0.1, 0],
  [0, 0.5, 0],
];
const unigram = Float32Array.of(0.2, 0.5, 0.3);
const epsilon = 0.001;
const lexicon = {
  epsilon,
  unigram,
  floorOf: (y: number) => epsilon * unigram[y]!,
  likelihood: (y: number, x: number) => table[x]![y]! + epsilon * unigram[y]!,
};
const words = (...wordOfPiece: number[]): Words => ({
  tokens: [...new Set(wordOfPiece)].map((word) => ({ start: word, end: word + 1, text: String(word) })),
  wordOfPiece: Int32Array.from(wordOfPiece),
});

test('how much of a word the target has, and how much likelier the source makes a word', () => {
  const { source, target } = lexicalSupport(lexicon, [0, 1], [0, 2, 0], words(0, 1), words(0, 1, 1));
  // A subword that the target has twice counts once.
  expect([...source]).toEqual([expect.closeTo(0.8, 5), expect.closeTo(0, 5)]);
  const [first, nothing] = [Math.log(0.8002 / 0.2), Math.log(epsilon)];
  expect([...target]).toEqual([expect.closeTo(first, 4), expect.closeTo((nothing + first) / 2, 4)]);
});

test('values of a word are the mean over its subwords', () => {
  const { source } = lexicalSupport(lexicon, [0, 1], [1], words(0, 0), words(0));
  expect([...source]).toEqual([expect.closeTo(0.3, 5)]);
});
