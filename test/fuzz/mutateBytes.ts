/** Damage that needs no knowledge of a format. */
import type { Chance } from './random';

type Damage = (content: Uint8Array, chance: Chance) => Uint8Array;

const flipBits: Damage = (content, chance) => {
  const copy = Uint8Array.from(content);
  for (let count = 1 + chance.below(8); count > 0 && copy.length > 0; count--) copy[chance.below(copy.length)]! ^= 1 << chance.below(8);
  return copy;
};

const truncate: Damage = (content, chance) => content.slice(0, chance.below(content.length + 1));

const cutOut: Damage = (content, chance) => {
  const start = chance.below(content.length + 1);
  return Uint8Array.from([...content.subarray(0, start), ...content.subarray(start + 1 + chance.below(64))]);
};

const repeatPart: Damage = (content, chance) => {
  const start = chance.below(content.length + 1);
  const part = content.subarray(start, start + 1 + chance.below(256));
  return Uint8Array.from([...content.subarray(0, start), ...part, ...part, ...content.subarray(start + part.length)]);
};

const overwrite: Damage = (content, chance) => {
  const copy = Uint8Array.from(content);
  const start = chance.below(copy.length + 1);
  return copy.fill(chance.of([0, 0xff, 0x7f, 0x80]), start, start + 1 + chance.below(32));
};

/** Larger than any number of the file can mean. */
const hugeNumber: Damage = (content, chance) => {
  const copy = Uint8Array.from(content);
  if (copy.length < 4) return copy;
  new DataView(copy.buffer).setUint32(chance.below(copy.length - 3), chance.of([0xffffffff, 0x7fffffff, 0x80000000, 0x10000000, 0]), true);
  return copy;
};

const replace: Damage = (_, chance) =>
  chance.of([new Uint8Array(), new Uint8Array(100_000), Uint8Array.of(0xef, 0xbb, 0xbf), Uint8Array.of(0x1f, 0x8b, 8, 0), Uint8Array.of(0x50, 0x4b, 3, 4)]);

const damages: readonly Damage[] = [flipBits, flipBits, truncate, cutOut, repeatPart, overwrite, hugeNumber, replace];

export function damaged(content: Uint8Array, chance: Chance): Uint8Array {
  return chance.of(damages)(content, chance);
}

/** Writes another number over one of the lexicon's header, row offsets, floats or entries. */
export function damagedLexicon(content: Uint8Array, chance: Chance): Uint8Array {
  const copy = Uint8Array.from(content);
  const view = new DataView(copy.buffer);
  const at = chance.oneIn(2) ? 4 * chance.below(8) : 4 * chance.below(Math.floor(copy.length / 4));
  view.setUint32(at, chance.of([0, 1, 2, 350, 65536, 0x7fc00000, 0xff800000, 0x7fffffff, 0xffffffff]), true);
  return copy;
}
