import type { Scores, Shortlist } from './shortlist';

/** Where a hypothesis is in a character that it writes byte by byte: 0 between two characters. */
export type CharacterState = number;

/** A subword of a shortlist that stands for one byte. */
interface ByteSubword {
  readonly id: number;
  readonly byte: number;
}

/**
 * The constraint that keeps what is written byte by byte valid UTF-8 (Unicode 17.0, table 3-7): a character that is begun is
 * brought to its end, and nothing is written of one that was not begun. The same for every sentence of a pack.
 */
export class CharacterConstraint {
  private readonly byteOf: ReadonlyMap<number, number>;
  private shortlist: Shortlist | undefined;
  private listed: readonly ByteSubword[] = [];

  /** @param byteOf the byte that a target subword stands for; undefined for those that have a text */
  constructor(vocabulary: number, byteOf: (id: number) => number | undefined) {
    const all = Array.from({ length: vocabulary }, (_, id) => [id, byteOf(id)] as const);
    this.byteOf = new Map(all.filter((each): each is readonly [number, number] => each[1] !== undefined));
  }

  /** The state once `id` is written. */
  after(state: CharacterState, id: number): CharacterState {
    const byte = this.byteOf.get(id);
    if (byte === undefined) return 0;
    return continues(state, byte) ? (state & 3) - 1 : begun(byte);
  }

  /**
   * Forbids what would make no character.
   *
   * @param room subwords that may follow the next one
   */
  mask(scores: Scores, state: CharacterState, room: number): void {
    const listed = this.on(scores.shortlist);
    const ends = listed.filter(({ byte }) => continues(state, byte));
    // Only what was given can be in a character that cannot be ended.
    if (ends.length > 0) {
      const kept = ends.map(({ id }) => scores.of(id));
      scores.values.fill(-Infinity);
      ends.forEach(({ id }, index) => scores.set(id, kept[index]!));
      return;
    }
    for (const { id, byte } of listed) {
      if (byte < 0x80) continue;
      const next = begun(byte);
      if (next === 0 || (next & 3) > room || !listed.some((other) => continues(next, other.byte))) scores.forbid(id);
    }
  }

  private on(shortlist: Shortlist): readonly ByteSubword[] {
    if (this.shortlist !== shortlist) {
      this.shortlist = shortlist;
      this.listed = [...this.byteOf].filter(([id]) => shortlist.places[id]! >= 0).map(([id, byte]) => ({ id, byte }));
    }
    return this.listed;
  }
}

/** The state behind a first byte: how many bytes are to follow (two bits) and the byte itself; 0 behind one that begins nothing longer. */
function begun(byte: number): CharacterState {
  const following = byte < 0xc2 || byte > 0xf4 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
  return following === 0 ? 0 : (byte << 2) | following;
}

/** Whether the byte may follow inside a character. */
function continues(state: CharacterState, byte: number): boolean {
  if ((state & 3) === 0) return false;
  const first = state >> 2;
  // What has a shorter form, surrogates, and what lies beyond U+10FFFF.
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  return byte >= least && byte <= most;
}
