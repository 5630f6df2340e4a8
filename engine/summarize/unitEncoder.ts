import type { Span } from '../protocol/result';
import { isCjk, normalise } from '../text/normalise';
import { spaceMark, type SubwordTokenizer } from '../tokenizer/subwordTokenizer';
import type { SourcePiece } from '../tokenizer/sentenceEncoder';
import type { Unit } from './units';

/** A unit as the encoder reads it; a unit that is too long for a block comes as several. */
export interface ReadUnit extends Unit {
  /** Subwords of the unit, with the blank before it unless it is the first that is read. */
  pieces(isFirst: boolean): readonly SourcePiece[];
  /** White-space separated words. */
  readonly words: number;
  /** Whether there is anything in it that can be said: a letter. */
  readonly hasLetter: boolean;
}

/**
 * Turns units into subwords with spans into the text. Read one after another they are the subwords of the whole text as
 * the model was trained on it: white space normalised, and no blank where the text has none.
 */
export class UnitEncoder {
  constructor(
    private readonly tokenizer: SubwordTokenizer,
    /** Subwords of a unit at most. */
    private readonly limit: number,
  ) {}

  /** @param text without `▁`, which stands for a blank in the vocabulary: see `withoutSpaceMarks` */
  encode(text: string, units: readonly Unit[]): ReadUnit[] {
    const parts = units.map((unit, index) => this.parts(text, unit, gapBefore(text, units[index - 1], unit)));
    // Heads are counted in units, of which some have become several.
    let count = 0;
    const positions = parts.map(({ length }) => (count += length) - length);
    return parts.flat().map((part) => ({ ...part, heads: part.heads.map((head) => positions[head]!) }));
  }

  private parts(text: string, unit: Unit, gap: string): ReadUnit[] {
    const spaced = this.pieces(text, unit, gap);
    if (spaced.length <= this.limit) {
      let bare = gap === '' ? spaced : undefined;
      const first = (): SourcePiece[] => {
        bare ??= this.pieces(text, unit, '');
        // A word may take more subwords without its blank.
        return bare.length <= this.limit ? bare : spaced;
      };
      return [describe(text, unit, (isFirst) => (isFirst ? first() : spaced))];
    }
    const parts: ReadUnit[] = [];
    for (let from = 0; from < spaced.length; ) {
      const to = cutBefore(text, spaced, from, Math.min(from + this.limit, spaced.length));
      const pieces = spaced.slice(from, to);
      const span = { start: from === 0 ? unit.start : pieces[0]!.span.start, end: pieces.at(-1)!.span.end };
      const quote = { start: Math.max(span.start, Math.min(unit.quote.start, span.end)), end: span.end };
      parts.push(describe(text, { ...unit, ...span, quote }, () => pieces));
      from = to;
    }
    return parts;
  }

  private pieces(text: string, { start, end }: Span, gap: string): SourcePiece[] {
    const mapped = normalise(text, start, end);
    return this.tokenizer.encode(gap + mapped.text).map((piece) => ({
      id: piece.id,
      span: mapped.original(Math.max(piece.start - gap.length, 0), Math.max(piece.end - gap.length, 0)),
    }));
  }
}

/** The text with blanks for the vocabulary's mark of a blank; offsets stay. */
export function withoutSpaceMarks(text: string): string {
  return text.replaceAll(spaceMark, ' ');
}

function describe(text: string, unit: Unit, pieces: ReadUnit['pieces']): ReadUnit {
  const content = text.slice(unit.start, unit.end);
  return { ...unit, pieces, words: content.match(/\S+/gu)?.length ?? 0, hasLetter: /\p{L}/u.test(content) };
}

/** What normalised text has between two units. */
function gapBefore(text: string, previous: Span | undefined, { start }: Span): string {
  if (!previous) return ' ';
  const apart = previous.end < start && !isCjk(text[previous.end - 1]!) && !isCjk(text[start]!);
  return apart ? ' ' : '';
}

/** The last place up to `to` where a word or a statement begins, not before half of the part; else `to`. */
function cutBefore(text: string, pieces: readonly SourcePiece[], from: number, to: number): number {
  if (to === pieces.length) return to;
  for (let at = to; at > (from + to) / 2; at--) {
    const { start } = pieces[at]!.span;
    const isInside = pieces[at - 1]!.span.end > start;
    if (!isInside && /[\s;,{}]/u.test(text[start]! + text[start - 1]!)) return at;
  }
  // Never between the bytes of one character.
  let at = to;
  while (at > from + 1 && pieces[at - 1]!.span.end > pieces[at]!.span.start) at--;
  return at > from + 1 ? at : to;
}
