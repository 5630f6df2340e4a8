import type { SubwordTokenizer } from '../tokenizer/subwordTokenizer';

/** Shorter runs of letters are subwords of their own too often to tell. */
const word = /[A-Za-z]{4,}/gu;
const camelParts = /[A-Z]?[a-z]+|[A-Z]+/gu;
const sourceWords = [/[A-Za-z]{3,}/gu, /[A-Z]?[a-z]{3,}|[A-Z]{3,}(?![a-z])/gu];
const suffixes =
  's es d ed ing r er rs ers or ors ly able ation ations ization ness ment ments ally ies ied al ity'.split(' ');
const prefixes = 'un re non de multi sub auto pre'.split(' ');
const shortestStem = 3;

/** Whether the line names something (`facts`: the pack's pattern of names and numbers, with the flag `g`) that the text does not. */
export function hasUnsupportedFact(line: string, text: string, facts: RegExp): boolean {
  return [...line.matchAll(facts)].some(([fact]) => !text.includes(fact));
}

/**
 * Whether the line has a word that is none: a small model joins subwords to words that nobody uses. A word is taken for
 * one when it, or what is left of it without an English ending or beginning, is a single subword of the vocabulary,
 * stands in the text, or differs from a word of the text in its last letters only.
 */
export function hasInventedWord(line: string, text: string, tokenizer: SubwordTokenizer): boolean {
  const known = new Set(sourceWords.flatMap((pattern) => text.match(pattern) ?? []).map((found) => found.toLowerCase()));
  return (line.match(word) ?? []).some((said) => !isWord(said, known, tokenizer));
}

function isWord(said: string, known: ReadonlySet<string>, tokenizer: SubwordTokenizer): boolean {
  const isSubword = (part: string): boolean => tokenizer.encode(` ${part}`).length === 1;
  const isKnown = (part: string): boolean => known.has(part.toLowerCase()) || isSubword(part) || isInflected(part.toLowerCase(), isSubword);
  if (isKnown(said) || isLike(said.toLowerCase(), known)) return true;
  return /[a-z][A-Z]/u.test(said) && (said.match(camelParts) ?? []).every(isKnown);
}

/** Whether endings, beginnings or both make the word of a subword. */
function isInflected(said: string, isSubword: (part: string) => boolean): boolean {
  const hasStem = (part: string): boolean => stems(part).some(isSubword);
  return hasStem(said) || prefixes.some((prefix) => said.startsWith(prefix) && said.length - prefix.length > shortestStem && hasStem(said.slice(prefix.length)));
}

/** The word itself, and what it may be an inflection of: `copies` of `copy`, `stopped` of `stop`. */
function stems(said: string): string[] {
  const cut = suffixes
    .filter((suffix) => said.endsWith(suffix) && said.length - suffix.length >= shortestStem)
    .map((suffix) => said.slice(0, -suffix.length));
  return [said, ...cut.flatMap((stem) => [stem, `${stem}e`, `${stem}y`, `${stem}ate`, ...(stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [])])];
}

function isLike(said: string, known: ReadonlySet<string>): boolean {
  const beginning = said.slice(0, Math.max(4, said.length - 3));
  for (const other of known) if (other.startsWith(beginning)) return true;
  return false;
}
