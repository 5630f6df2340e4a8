import { expect, test } from 'vitest';
import { hasInventedWord, hasUnsupportedFact } from '../../../engine/summarize/madeUp';
import type { SubwordTokenizer } from '../../../engine/tokenizer/subwordTokenizer';

const vocabulary = new Set(['return', 'returns', 'copy', 'stop', 'message'].map((word) => ` ${word}`));
// All of a tokenizer that is asked for: whether a word is one subword.
const tokenizer = { encode: (text: string) => (vocabulary.has(text) ? [{}] : [{}, {}]) } as unknown as SubwordTokenizer;
const facts = /[a-z]+_[a-z]+|[0-9]+/gu;

test.each([
  ['the user_id of getUser is 42', 'def getUser(): user_id = 42'],
  ['returns messages', ''],
  ['copies stopped', ''],
  ['restopped', ''],
  ['Summarizes texts', 'def summarize(text)'],
  ['userName of user', 'userName = 1'],
  ['userMessage', 'user'],
])('%j can be said of %j', (line, text) => {
  expect(hasUnsupportedFact(line, text, facts) || hasInventedWord(line, text, tokenizer)).toBe(false);
});

test.each([
  ['a user_name', 'user_id'],
  ['43', '42'],
  ['Lensmarize', 'AlignLens summarize'],
  ['returns the skillation', 'skill'],
  ['userLensmarize', 'user'],
  ['massage', ''],
])('%j cannot be said of %j', (line, text) => {
  expect(hasUnsupportedFact(line, text, facts) || hasInventedWord(line, text, tokenizer)).toBe(true);
});
