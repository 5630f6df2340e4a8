import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../engine/cli/seededRandom';
import { beamSearch } from '../../../engine/decode/beamSearch';
import { CharacterConstraint } from '../../../engine/decode/characters';
import { PlaceholderConstraint } from '../../../engine/decode/placeholders';
import { Scores, Shortlist } from '../../../engine/decode/shortlist';
import type { StepModel } from '../../../engine/decode/stepModel';

/** Three special tokens, one subword with a text, then the 256 bytes. */
const [pad, bos, eos, word, firstByte] = [0, 1, 2, 3, 4];
const vocabulary = firstByte + 256;
const everything = new Shortlist(Int32Array.from({ length: vocabulary }, (_, id) => id), vocabulary);
const byteOf = (id: number): number | undefined => (id >= firstByte ? id - firstByte : undefined);
const characters = new CharacterConstraint(vocabulary, byteOf);

/** Bytes that may follow those that are written, and whether other subwords may. */
function next(written: readonly number[], { room = 10, shortlist = everything } = {}): { bytes: number[]; word: boolean } {
  const state = written.reduce((before, byte) => characters.after(before, firstByte + byte), 0);
  const scores = new Scores(new Float32Array(shortlist.size), shortlist);
  characters.mask(scores, state, room);
  const allowed = [...shortlist.ids].filter((id) => scores.of(id) > -Infinity);
  return { bytes: allowed.filter((id) => id >= firstByte).map((id) => id - firstByte), word: allowed.includes(word) && allowed.includes(eos) };
}

/** Whether some character begins with these bytes, by the platform's own decoder. */
function begins(bytes: readonly number[]): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    decoder.decode(Uint8Array.from(bytes), { stream: true });
    return true;
  } catch {
    return false;
  }
}

const inAll = Array.from({ length: 256 }, (_, byte) => byte);

describe('what may follow', () => {
  test.each([[[]], [[0x41]], [[0xc3, 0xa9]]])('between two characters (%j): what begins one', (written: number[]) => {
    expect(next(written)).toEqual({ bytes: inAll.filter((byte) => begins([...written, byte])), word: true });
  });

  test.each([[[0xc2]], [[0xe0]], [[0xe4]], [[0xe4, 0xb8]], [[0xed]], [[0xf0]], [[0xf0, 0x9f]], [[0xf0, 0x9f, 0x98]], [[0xf4]]])(
    'inside one (%j): what goes on with it, and nothing else',
    (written: number[]) => {
      expect(next(written)).toEqual({ bytes: inAll.filter((byte) => begins([...written, byte])), word: false });
    },
  );

  test('no character begins that could not end', () => {
    const ids = (bytes: readonly number[]): Shortlist => new Shortlist(Int32Array.from([eos, word, ...bytes.map((byte) => firstByte + byte)]), vocabulary);
    expect(next([], { shortlist: ids([0x41, 0xe4]) }).bytes).toEqual([0x41]);
    expect(next([], { shortlist: ids([0x85, 0xe0, 0xe4]) }).bytes).toEqual([0xe4]);
    expect(Math.max(...next([], { room: 2 }).bytes)).toBe(0xef);
    expect(Math.max(...next([], { room: 1 }).bytes)).toBe(0xdf);
    expect(Math.max(...next([], { room: 0 }).bytes)).toBe(0x7f);
  });

  test('behind a given character that cannot end, anything', () => {
    const shortlist = new Shortlist(Int32Array.of(eos, word, firstByte + 0x41), vocabulary);
    expect(next([0xe4], { shortlist })).toEqual({ bytes: [0x41], word: true });
  });
});

test('whatever a model likes to write, its bytes are characters', async () => {
  const random = seededRandom(11);
  const model: StepModel = {
    sentences: 1,
    sourceLength: 2,
    shortlist: everything,
    initialState: { none: Float32Array.of(0) },
    step: (_, beams) => {
      const logProbs = Float32Array.from({ length: vocabulary * beams }, (__, i) => (i % vocabulary >= firstByte + 0x80 ? -1 : -4) - 3 * random());
      return Promise.resolve({ logProbs, attention: new Float32Array(2 * beams).fill(0.5), state: { none: new Float32Array(beams) } });
    },
    select: () => model,
  };
  const constraint = new PlaceholderConstraint({ kinds: [], perKind: 1, firstId: firstByte }, []);
  const options = { beamSize: 4, lengthPenalty: 1, noRepeatNgram: 0, coveragePenalty: 0, excessPenalty: 0, characters, specialTokens: { pad, bos, eos } };
  for (let maxLength = 2; maxLength < 30; maxLength++) {
    const [found] = await beamSearch(model, [{ sourceIds: [word, eos], maxLength, constraint }], options, () => Promise.resolve());
    for (const { ids } of found!) {
      const bytes = ids.map((id) => byteOf(id) ?? 0x41);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))).not.toThrow();
    }
    expect(found!.some(({ ids }) => ids.some((id) => byteOf(id) !== undefined))).toBe(true);
  }
});
