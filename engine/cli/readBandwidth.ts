/** How fast this machine reads memory from WASM, which is where the engine's weights are. */

const vector = 0x7b;
const integer32 = 0x7f;
const integer64 = 0x7e;
/** Vectors of 16 bytes read in each turn of the loop, each into an accumulator of its own. */
const lanes = 4;
/** Bytes read between two looks at the clock: less than a millisecond, so that some parts run without being interrupted. */
const longestPart = 2 ** 23;
const get = (local: number): number[] => [0x20, local];
const xor = [0xfd, 0x51];

/** A module that imports the memory `e.m` and exports `r(start, end)`: reads that many bytes, a multiple of 64, with SIMD. */
function readingModule(): Uint8Array<ArrayBuffer> {
  const turn = Array.from({ length: lanes }, (_, lane) => [
    ...get(2 + lane), ...get(0), 0xfd, 0x00, 4, 16 * lane, ...xor, 0x21, 2 + lane,
  ]).flat();
  const advance = [...get(0), 0x41, 0xc0, 0x00, 0x6a, 0x22, 0, ...get(1), 0x49, 0x0d, 0x00];
  // What was read must be used, or none of it need be.
  const result = [...get(2), ...get(3), ...xor, ...get(4), ...xor, ...get(5), ...xor, 0xfd, 0x1d, 0x00];
  const body = [1, lanes, vector, 0x03, 0x40, ...turn, ...advance, 0x0b, ...result, 0x0b];
  const section = (id: number, content: readonly number[]): number[] => [id, content.length, ...content];
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, 2, integer32, integer32, 1, integer64]),
    ...section(2, [1, 1, 0x65, 1, 0x6d, 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x72, 0x00, 0]),
    ...section(10, [1, body.length, ...body]),
  ]);
}

/**
 * @param bytes of the buffer: what fits into a cache is read from there after the first time, as weights are
 * @param total bytes to read at least, in several passes
 * @returns bytes a second of the fastest part: a roof is what the machine can do when nothing else runs
 */
export async function readBandwidth(bytes: number, total: number): Promise<number> {
  const page = 65_536;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / page) });
  new Uint8Array(memory.buffer).fill(1);
  const { instance } = await WebAssembly.instantiate(readingModule(), { e: { m: memory } });
  const read = instance.exports['r'] as (start: number, end: number) => bigint;
  const end = memory.buffer.byteLength;
  const part = Math.min(end, longestPart);
  let fastest = Infinity;
  for (let pass = 0; pass < Math.max(4, total / end); pass++) {
    for (let start = 0; start + part <= end; start += part) {
      const started = performance.now();
      read(start, start + part);
      fastest = Math.min(fastest, performance.now() - started);
    }
  }
  return (part * 1000) / fastest;
}
