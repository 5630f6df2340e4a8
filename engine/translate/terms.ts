import { TermGuide, type SearchTerm } from '../decode/termGuide';
import { TermLexicon } from '../glossary/termLexicon';
import { normalise } from '../text/normalise';
import { asWritten } from '../text/plainCharacters';
import type { SourceSentence, SourceTerm } from '../tokenizer/sentenceEncoder';
import type { LoadedPack } from './loadedPack';

/** What the terms of a sentence add to its translation. */
export interface SentenceTerms {
  readonly guide: TermGuide;
  readonly lexicon: TermLexicon;
}

/** Every subword that the translations of the terms may be written with. */
export function termSubwords(terms: SentenceTerms | undefined): number[] {
  return terms?.guide.terms.flatMap(({ tight, spaced, capital }) => [...tight, ...spaced, ...capital]) ?? [];
}

/** Where bytes of characters outside the vocabulary, and what has no text, are put in surfaces: private characters. */
const byteStart = 0xe000;
const noText = '\uf8ff';

/** Undefined for a sentence without terms. */
export function sentenceTerms(pack: LoadedPack, sentence: SourceSentence, sourceIds: readonly number[]): SentenceTerms | undefined {
  const terms = sentence.terms.flatMap((term) => searchTerm(pack, term) ?? []);
  if (terms.length === 0) return undefined;
  const lexicon = new TermLexicon(pack.lexicon, sourceIds, terms);
  const guide = new TermGuide(terms, (id) => surfaceOf(pack, id), (target, attention) => lexicon.base(target, attention));
  return { guide, lexicon };
}

function searchTerm(pack: LoadedPack, { target, pieces, required }: SourceTerm): SearchTerm | undefined {
  const { text } = normalise(target, 0, target.length, asWritten);
  if (text === '' || pieces.length === 0) return undefined;
  const encode = (written: string): number[] => pack.targetTokenizer.encode(written).map(({ id }) => id);
  const tight = encode(text);
  // Only a word in small letters is written with a capital at the start of a sentence.
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return {
    positions: pieces,
    text: tight.map((id) => surfaceOf(pack, id)).join(''),
    tight,
    spaced: encode(` ${text}`),
    capital: text === text.toLowerCase() && capital !== text ? encode(capital) : tight,
    required,
  };
}

function surfaceOf({ manifest, targetTokenizer }: LoadedPack, id: number): string {
  const { firstId, kinds, perKind } = manifest.placeholders;
  const { pad, bos, eos } = manifest.specialTokens;
  if (id >= firstId && id < firstId + kinds.length * perKind) return noText;
  if (id === pad || id === bos || id === eos) return '';
  const byte = targetTokenizer.byte(id);
  return byte === undefined ? (targetTokenizer.surface(id) ?? '') : String.fromCharCode(byteStart + byte);
}
