import { Tokenizer } from '@huggingface/tokenizers';
import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import { array, boolean, cut, integer, string, ValidationError } from '../protocol/validate';

/** A subword of a text. The span is the piece's slice; pieces of one byte-fallback character share its span. */
export interface Piece {
  readonly id: number;
  /** UTF-16 offsets into the text given to `encode`. */
  readonly start: number;
  readonly end: number;
}

/** The character that stands for a space in a vocabulary. */
export const spaceMark = '▁';
const bytePattern = /^<0x([0-9A-F]{2})>$/;

/**
 * A lossless subword tokenizer in the Hugging Face format: BPE with byte fallback, `▁` for a space. Its pieces
 * concatenate to the text, hence exact offsets, which the library itself does not give.
 */
export class SubwordTokenizer {
  private readonly surfaces: (string | undefined)[] = [];
  private readonly bytesOfId = new Map<number, number>();

  private constructor(
    private readonly tokenizer: Tokenizer,
    vocabulary: ReadonlyMap<string, number>,
    private readonly name: string,
    vocabularySize: number,
  ) {
    for (const [entry, id] of vocabulary) {
      if (id >= vocabularySize) throw incompatible(name, `"${cut(entry)}" has the id ${id}, and the manifest knows ${vocabularySize} subwords`);
      const byte = bytePattern.exec(entry)?.[1];
      if (byte !== undefined) this.bytesOfId.set(id, Number.parseInt(byte, 16));
      else this.surfaces[id] = entry.replaceAll(spaceMark, ' ');
    }
  }

  /**
   * Reads a `tokenizer.json`; `name` (file and location) appears in errors. Throws `pack-damaged` or `pack-incompatible`.
   *
   * @param vocabularySize what all ids are below
   */
  static parse(content: Uint8Array, name: string, vocabularySize = Infinity): SubwordTokenizer {
    let json: unknown;
    try {
      json = JSON.parse(new TextDecoder().decode(content));
    } catch (error) {
      throw new AlignLensError('pack-damaged', phrase('{0} is not valid JSON. Copy or install the pack again.', name), String(error));
    }
    try {
      if (typeof json !== 'object' || json === null) throw new ValidationError(name, 'an object', json);
      const vocabulary = checkedVocabulary(json, name);
      // Added tokens are looked for in the raw text: without them a user's literal "<eos>" stays plain text.
      // Post-processing would add BOS and EOS, which the sentence encoder does itself.
      const tokenizer = new Tokenizer({ ...json, added_tokens: [], post_processor: null }, {});
      return new SubwordTokenizer(tokenizer, vocabulary, name, vocabularySize);
    } catch (error) {
      if (error instanceof AlignLensError) throw error;
      throw incompatible(name, cut(error instanceof Error ? error.message : String(error)));
    }
  }

  /** Splits text that holds no `▁` into subwords. Throws `pack-incompatible` when the tokenizer loses a character. */
  encode(text: string): Piece[] {
    if (text === '') return [];
    const ids = this.idsOf(text);
    const pieces: Piece[] = [];
    let offset = 0;
    for (let index = 0; index < ids.length; ) {
      const id = ids[index]!;
      if (this.bytesOfId.has(id)) {
        const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
        const end = offset + character.length;
        // A vocabulary may lack even the space mark.
        const count = utf8Length(character === ' ' ? spaceMark : character);
        for (const byteId of ids.slice(index, index + count)) pieces.push({ id: byteId, start: offset, end });
        index += count;
        offset = end;
        continue;
      }
      const surface = this.surfaces[id] ?? '';
      if (surface === '' || !text.startsWith(surface, offset)) {
        throw incompatible(this.name, `it is not lossless at offset ${offset} of ${JSON.stringify(text)}`);
      }
      pieces.push({ id, start: offset, end: offset + surface.length });
      offset += surface.length;
      index += 1;
    }
    if (offset !== text.length) throw incompatible(this.name, `it drops the end of ${JSON.stringify(text)}`);
    return pieces;
  }

  /** The library looks at some parts of a tokenizer only when it runs them. */
  private idsOf(text: string): number[] {
    try {
      return this.tokenizer.encode(text, { add_special_tokens: false }).ids;
    } catch (error) {
      throw incompatible(this.name, cut(error instanceof Error ? error.message : String(error)));
    }
  }

  /** The text of a piece with plain spaces; undefined for a byte piece or an id outside the vocabulary. */
  surface(id: number): string | undefined {
    return this.surfaces[id];
  }

  /** The byte a byte-fallback piece stands for. */
  byte(id: number): number | undefined {
    return this.bytesOfId.get(id);
  }
}

function checkedVocabulary(json: object, name: string): Map<string, number> {
  const model = 'model' in json ? json.model : undefined;
  const entries = typeof model === 'object' && model !== null && 'vocab' in model ? model.vocab : undefined;
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) {
    throw new ValidationError(`${name}: model.vocab`, 'an object', entries);
  }
  const vocabulary = new Map<string, number>();
  for (const [entry, id] of Object.entries(entries)) vocabulary.set(entry, integer(0)(id, `${name}: model.vocab`));
  const added = 'added_tokens' in json ? json.added_tokens : [];
  for (const token of array(addedToken)(added, `${name}: added_tokens`)) vocabulary.set(token.content, token.id);
  return vocabulary;
}

// Only these parts of an added token matter here; the format has others.
function addedToken(value: unknown, path: string): { id: number; content: string; special: boolean } {
  if (typeof value !== 'object' || value === null) throw new ValidationError(path, 'an object', value);
  const token = value as { id?: unknown; content?: unknown; special?: unknown };
  return {
    id: integer(0)(token.id, `${path}.id`),
    content: string(token.content, `${path}.content`),
    special: boolean(token.special, `${path}.special`),
  };
}

function incompatible(name: string, why: string): AlignLensError {
  return new AlignLensError(
    'pack-incompatible',
    phrase('{0} does not fit this AlignLens: {1}. Build the pack again with a lossless tokenizer.', name, why),
  );
}

/** UTF-8 bytes of one character; a lone surrogate counts as U+FFFD, as the text encoder writes it. */
function utf8Length(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
