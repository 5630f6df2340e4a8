import type { SubwordTokenizer } from '../tokenizer/subwordTokenizer';

// Measured with the prose pack's tokenizer on its English dev and test texts (1,976: none refused), on English of other
// kinds (news sentences 0.9 %, picture captions 1.4 %, four captions together 0 %), and on German and French captions
// (95 % and 97 % refused, four together 100 %) and Chinese sentences (100 %).
/** Share of letters of other scripts from which on a text is not read. English has at most 0.01, Chinese at least 0.32. */
const mostForeign = 0.3;
/** Subwords per plain word: the vocabulary falls apart on a language that it was not made from. */
const mostSubwords = 1.7;
/** Share of function words below which a text of many subwords is not English. */
const leastFunctionWords = 0.15;
/** Fewer plain words say nothing about the language. */
const fewestWords = 4;

const plainWord = /(?<![\w\p{L}])[\p{Ll}\p{Lu}]\p{Ll}*(?![\w\p{L}])/gu;
const functionWords = new Set(
  'a an and are as at be by can for from has have in is it its not of on or that the this to was which will with you'.split(' '),
);

/** True when letters of other scripts than the pack's are too many to make sense of the text. */
export function isForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters - latin > mostForeign * letters;
}

/** True when prose in Latin letters is in another language than English, the one that `tokenizer` was made for. */
export function isForeignLanguage(text: string, tokenizer: SubwordTokenizer): boolean {
  const words = text.match(plainWord) ?? [];
  if (words.length < fewestWords) return false;
  const common = words.filter((word) => functionWords.has(word.toLowerCase())).length;
  if (common >= leastFunctionWords * words.length) return false;
  return tokenizer.encode(` ${words.join(' ')}`).length > mostSubwords * words.length;
}
