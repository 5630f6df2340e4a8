import type { TermMatch, TermMatcher } from '../glossary/termMatcher';
import type { Manifest } from '../pack/manifest';
import type { Span } from '../protocol/result';
import { isInCapitals, withoutCapitals } from '../text/capitals';
import { commitType } from '../text/commitType';
import { endlessWords } from '../text/endlessWords';
import { letterOf } from '../text/letters';
import { normalise, type MappedText } from '../text/normalise';
import { halfWidth } from '../text/plainCharacters';
import { createProtector, withNames, type ProtectedSpan, type ProtectedText, type Protector } from '../text/protect';
import { splitSentences } from '../text/sentences';
import { copiesLatin, copiesOf } from './copies';
import { findCut, nextWord, trim, wholeSentences, windowEnd } from './lineWindow';
import type { Piece, SubwordTokenizer } from './subwordTokenizer';

/** One subword of a source sentence; `span` is into the original text. */
export interface SourcePiece {
  readonly id: number;
  readonly span: Span;
  /** The original text of a protected span that this piece stands for; a name or a number of full width has its usual one. */
  readonly protectedText?: string;
}

/** A term of the user's in a sentence, with the translation that it is to have. */
export interface SourceTerm {
  /** Indices of the pieces that hold the term's words, ascending. */
  readonly pieces: readonly number[];
  readonly target: string;
  readonly required: boolean;
}

/** A sentence as the encoder reads it. */
export interface SourceSentence {
  readonly span: Span;
  /** Subwords without EOS. */
  readonly pieces: readonly SourcePiece[];
  /** False when there is nothing to translate: no letter of the source language outside protected spans. */
  readonly translatable: boolean;
  /** In the order of the sentence; a term that is kept is a protected span instead. */
  readonly terms: readonly SourceTerm[];
  /**
   * Words in Latin letters, and compounds of them, which a translation into other letters copies or translates, but makes none up.
   * Absent where it is written in Latin letters, or the source is not.
   */
  readonly copies?: readonly string[];
  /** Whether its words are in capitals throughout, and were read without: a translation into letters that have no capitals loses nothing. */
  readonly isInCapitals?: boolean;
}

/** What a line holds that is more than its words. */
interface Marked {
  readonly protectedSpans: readonly ProtectedSpan[];
  readonly terms: readonly (Span & Pick<SourceTerm, 'target' | 'required'>)[];
}

/** Turns original text into sentences of subword ids, with placeholders for protected spans. */
export class SentenceEncoder {
  private readonly protect: Protector;
  private readonly letter: RegExp;
  private readonly copiesLatin: boolean;

  /** @param side of the pack whose tokenizer and language it is */
  constructor(
    private readonly manifest: Manifest,
    private readonly tokenizer: SubwordTokenizer,
    side: 'source' | 'target' = 'source',
  ) {
    this.protect = createProtector(manifest.protect.filter((rule) => (rule.side ?? side) === side));
    this.letter = letterOf(side === 'source' ? manifest.sourceLanguage : manifest.targetLanguage);
    this.copiesLatin = copiesLatin(manifest);
  }

  /**
   * Sentences of `text` in order; white space between them belongs to none. A line break ends a sentence. Endless words
   * and what says the kind of a commit are sentences of their own, which are passed through.
   *
   * @param matcher finds the user's terms
   */
  encode(text: string, matcher?: TermMatcher): SourceSentence[] {
    return [...this.read(text, matcher)].filter((sentence) => sentence !== undefined);
  }

  /**
   * As `encode`, one after the other: only as much of the text is read as sentences are asked for. Nothing comes where
   * a long stretch was looked through and the next sentence is yet to be found.
   */
  *read(text: string, matcher?: TermMatcher): Generator<SourceSentence | undefined> {
    for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
      const end = line.index + line[0].length;
      let from = line.index;
      const type = commitType(text, from, end);
      if (type) {
        yield passedThrough(type);
        from = type.end;
      }
      for (const word of endlessWords(text, from, end)) {
        if (!word) {
          yield undefined;
          continue;
        }
        yield* this.readPart(text, from, word.start, matcher);
        yield passedThrough(word);
        from = word.end;
      }
      yield* this.readPart(text, from, end, matcher);
    }
  }

  /** Sentences of a line, window by window: rules and rescans may then cost what they do, the whole stays linear. */
  private *readPart(text: string, start: number, end: number, matcher: TermMatcher | undefined): Generator<SourceSentence> {
    for (let from = nextWord(text, start, end); from < end; ) {
      const to = windowEnd(text, from, end);
      const mapped = normalise(text, from, to);
      const marked = this.mark(mapped.text, matcher);
      // A name tells nothing about where a sentence begins, as code does.
      const spans = splitSentences(mapped.text, marked.protectedSpans.filter(({ isName }) => !isName));
      const { sentences, next } = to === end ? { sentences: spans } : wholeSentences(mapped.text, spans, [...marked.protectedSpans, ...marked.terms]);
      for (const span of sentences) yield* this.fit(text, mapped, span, marked);
      from = nextWord(text, next === undefined ? to : mapped.original(next, next + 1).start, end);
    }
  }

  private mark(line: string, matcher: TermMatcher | undefined): Marked {
    const found = this.protect(line);
    // The user's word about a name comes before the rule.
    const matches = matcher?.match(line, found.filter(({ isName }) => !isName)) ?? [];
    if (matches.length === 0) return { protectedSpans: found, terms: [] };
    const protectedSpans = found.filter((span) => !span.isName || matches.every(({ start, end }) => end <= span.start || span.end <= start));
    // The first rule's kind is that of literal text.
    const kind = this.manifest.protect[0]?.kind ?? this.manifest.placeholders.kinds[0];
    const isKept = ({ term }: TermMatch): boolean => term.target === null && kind !== undefined;
    const kept = matches.filter(isKept).map(({ start, end }) => ({ start, end, kind: kind!, isName: false }));
    const terms = matches.filter((match) => !isKept(match)).map(({ start, end, term: { target, required } }) =>
      // Without placeholders what is kept can still be asked for.
      target === null ? { start, end, target: line.slice(start, end), required: true } : { start, end, target, required },
    );
    return { protectedSpans: [...protectedSpans, ...kept].sort((a, b) => a.start - b.start), terms };
  }

  /**
   * A part of `text` as one sentence, however long it is and whatever stops it holds. Protected spans for which there is
   * no placeholder left are read as plain text.
   *
   * @param words where given, no subword crosses the border between two of them
   * @param options.matcher finds the user's terms
   * @param options.names of the source, which are protected in its translation as well
   */
  encodeWhole(
    text: string,
    { start, end }: Span,
    words: readonly Span[] = [],
    { matcher, names = [] }: { readonly matcher?: TermMatcher | undefined; readonly names?: readonly ProtectedText[] } = {},
  ): SourceSentence {
    const mapped = normalise(text, start, end);
    const used = new Map<string, number>();
    const { protectedSpans, terms } = this.mark(mapped.text, matcher);
    const inside = withNames(mapped.text, protectedSpans, names).filter(({ kind }) => {
      used.set(kind, (used.get(kind) ?? 0) + 1);
      return used.get(kind)! <= this.manifest.placeholders.perKind;
    });
    const whole = { start: 0, end: mapped.text.length };
    const pieces = this.pieces(text, mapped, whole, inside, borders(mapped, words)) ?? [];
    const plain = withoutSpans(mapped.text, whole, inside);
    const translatable = pieces.length > 0 && this.letter.test(plain);
    return { span: mapped.original(whole.start, whole.end), pieces, translatable, terms: placed(terms, mapped, pieces), ...(this.copiesLatin && copiesOf(plain)) };
  }

  /** What a part of a source holds that its translation is searched for: names, which no rule finds there. */
  names(text: string, { start, end }: Span): ProtectedText[] {
    const line = normalise(text, start, end).text;
    return this.protect(line).flatMap((span) => (span.isName ? [{ text: line.slice(span.start, span.end), kind: span.kind }] : []));
  }

  /** The sentence, or its halves when it has too many subwords or placeholders. */
  private fit(text: string, mapped: MappedText, span: Span, all: Marked): SourceSentence[] {
    const isInside = ({ start, end }: Span): boolean => start >= span.start && end <= span.end;
    const inside = all.protectedSpans.filter(isInside);
    const plain = withoutSpans(mapped.text, span, inside);
    const hasLetters = this.letter.test(plain);
    if (!hasLetters && plain.length > longestUnread) return [passedThrough(mapped.original(span.start, span.end))];
    const terms = all.terms.filter(isInside);
    const pieces = this.pieces(text, mapped, span, inside);
    // One place is kept for EOS.
    const fits = pieces !== undefined && pieces.length < this.manifest.limits.maxSourceTokens;
    const cut = fits ? undefined : findCut(mapped.text, span, [...inside, ...terms]);
    if (cut !== undefined) {
      const halves = [trim(mapped.text, span.start, cut), trim(mapped.text, cut, span.end)];
      return halves.flatMap((half) => (half ? this.fit(text, mapped, half, all) : []));
    }
    // What can be neither encoded nor cut (one endless protected span) is passed through as it is.
    const read = fits ? pieces : [];
    return [
      {
        span: mapped.original(span.start, span.end),
        pieces: read,
        translatable: fits && hasLetters,
        terms: placed(terms, mapped, read),
        ...(this.copiesLatin && copiesOf(plain)),
      },
    ];
  }

  /** Subwords of a sentence, or undefined when a kind has more protected spans than placeholders. */
  private pieces(
    text: string,
    mapped: MappedText,
    sentence: Span,
    inside: readonly ProtectedSpan[],
    cuts: readonly number[] = [],
  ): SourcePiece[] | undefined {
    const { kinds, perKind, firstId } = this.manifest.placeholders;
    const used = new Map<string, number>();
    const pieces: SourcePiece[] = [];
    let from = sentence.start;
    const read = this.asRead(mapped.text, sentence, inside);
    for (const { start, end, kind } of inside) {
      const index = used.get(kind) ?? 0;
      if (index >= perKind) return undefined;
      used.set(kind, index + 1);
      pieces.push(...this.plainPieces(mapped, read, from, start, cuts));
      const span = mapped.original(start, end);
      const id = firstId + kinds.indexOf(kind) * perKind + index;
      pieces.push({ id, span, protectedText: halfWidth(text.slice(span.start, span.end)) });
      from = end;
    }
    pieces.push(...this.plainPieces(mapped, read, from, sentence.end, cuts));
    return pieces;
  }

  private asRead(line: string, sentence: Span, inside: readonly ProtectedSpan[]): string {
    if (!this.copiesLatin || !isInCapitals(withoutSpans(line, sentence, inside))) return line;
    return withoutCapitals(line, sentence, inside, (word) => this.isAbbreviation(word));
  }

  /** Whether the vocabulary, which lists what is frequent first, knows the word in capitals better than in small letters. */
  private isAbbreviation(word: string): boolean {
    const [capitals, small] = [word, word.toLowerCase()].map((form) => this.tokenizer.encode(` ${form}`)) as [Piece[], Piece[]];
    if (capitals.length !== small.length) return capitals.length < small.length;
    return small.length > 1 || capitals[0]!.id < small[0]!.id;
  }

  private plainPieces(mapped: MappedText, read: string, start: number, end: number, cuts: readonly number[]): SourcePiece[] {
    const bounds = [start, ...cuts.filter((cut) => cut > start && cut < end), end];
    return bounds.slice(1).flatMap((to, index) => {
      const from = bounds[index]!;
      return this.tokenizer
        .encode(read.slice(from, to))
        .map((piece: Piece) => ({ id: piece.id, span: mapped.original(from + piece.start, from + piece.end) }));
    });
  }
}

/** Code units outside protected spans of a sentence without a letter from which on its words are of no interest: a table of numbers, a drawing. */
const longestUnread = 400;

/** A sentence of which nothing is read: it is one word. */
function passedThrough(span: Span): SourceSentence {
  return { span, pieces: [], translatable: false, terms: [] };
}

/** Terms of the normalised text with the pieces that hold them. */
function placed(terms: Marked['terms'], mapped: MappedText, pieces: readonly SourcePiece[]): SourceTerm[] {
  return terms.map(({ target, required, ...span }) => {
    const { start, end } = mapped.original(span.start, span.end);
    const holding = pieces.flatMap((piece, index) => (piece.span.start < end && start < piece.span.end ? [index] : []));
    return { target, required, pieces: holding };
  });
}

/** Offsets into the normalised text at which a word ends; the space before a word belongs to it. */
function borders(mapped: MappedText, words: readonly Span[]): number[] {
  const cuts: number[] = [];
  let word = 0;
  for (let offset = 1; offset < mapped.text.length && word < words.length; offset++) {
    const { start } = mapped.original(offset, offset + 1);
    if (start < words[word]!.end) continue;
    cuts.push(offset);
    while (word < words.length && words[word]!.end <= start) word++;
  }
  return cuts;
}

export function withoutSpans(text: string, sentence: Span, inside: readonly Span[]): string {
  let plain = '';
  let from = sentence.start;
  for (const { start, end } of inside) {
    plain += `${text.slice(from, start)} `;
    from = end;
  }
  return plain + text.slice(from, sentence.end);
}
