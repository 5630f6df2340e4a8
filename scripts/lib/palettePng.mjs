/** Screenshots made small: cut to a part, in few colours. Reads and writes PNG with node:zlib alone. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** @typedef {{ readonly width: number, readonly height: number, readonly pixels: Uint8Array }} Picture three bytes a pixel: red, green, blue */
/** @typedef {{ readonly x: number, readonly y: number, readonly width: number, readonly height: number }} Part in pixels */
/** @typedef {{ readonly red: number, readonly green: number, readonly blue: number, readonly count: number }} Colour how often it is there */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * @param {Buffer} file a PNG of 8 bits a channel, without interlacing: what browsers write
 * @param {{ readonly part?: Part | undefined, readonly colours: number }} options at most 256 colours
 */
export function reduced(file, { part, colours }) {
  const picture = cut(decode(file), part);
  const counted = countColours(picture.pixels);
  const palette = medianCut(counted, colours);
  const nearest = new Map(counted.map((colour) => [keyOf(colour.red, colour.green, colour.blue), nearestIndex(palette, colour)]));
  return encode(picture, palette, nearest);
}

/** @param {Buffer} file @returns {Picture} */
function decode(file) {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('This is no PNG.');
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer} */
  let header = Buffer.alloc(0);
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const content = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') parts.push(content);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9] ?? 0];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error('Only PNGs of 8 bits a channel, without palette and interlacing, can be read.');
  return { width, height, pixels: withoutAlpha(unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels), channels) };
}

/**
 * Every row begins with how its bytes differ from their neighbours.
 *
 * @param {Uint8Array} rows @param {number} stride @param {number} height @param {number} channels
 */
function unfiltered(rows, stride, height, channels) {
  const result = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = rows[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column;
      const left = column < channels ? 0 : (result[at - channels] ?? 0);
      const above = row === 0 ? 0 : (result[at - stride] ?? 0);
      const corner = row === 0 || column < channels ? 0 : (result[at - stride - channels] ?? 0);
      const predicted = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      result[at] = (rows[row * (stride + 1) + 1 + column] ?? 0) + predicted;
    }
  }
  return result;
}

/** The neighbour that is nearest to what a plane through all three says. @param {number} left @param {number} above @param {number} corner */
function paeth(left, above, corner) {
  const [byLeft, byAbove, byCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

/** @param {Uint8Array} bytes @param {number} channels */
function withoutAlpha(bytes, channels) {
  return channels === 3 ? bytes : bytes.filter((_, index) => index % 4 !== 3);
}

/** @param {Picture} picture @param {Part | undefined} part @returns {Picture} */
function cut(picture, part) {
  if (!part) return picture;
  const width = Math.min(part.width, picture.width - part.x);
  const height = Math.min(part.height, picture.height - part.y);
  const pixels = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const start = ((part.y + row) * picture.width + part.x) * 3;
    pixels.set(picture.pixels.subarray(start, start + width * 3), row * width * 3);
  }
  return { width, height, pixels };
}

/** @param {number} red @param {number} green @param {number} blue */
function keyOf(red, green, blue) {
  return (red << 16) | (green << 8) | blue;
}

/** @param {Uint8Array} pixels @returns {Colour[]} */
function countColours(pixels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const key = keyOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ red: key >> 16, green: (key >> 8) & 255, blue: key & 255, count }));
}

/** Boxes of colours, the widest split at its median until there are enough; then the most frequent colour of each: areas keep theirs exactly.
 * @param {readonly Colour[]} colours @param {number} limit */
function medianCut(colours, limit) {
  const boxes = [boxOf(colours)];
  while (boxes.length < limit) {
    const widest = boxes.reduce((best, box) => (box.spread > best.spread ? box : best));
    if (widest.spread === 0) break;
    const sorted = [...widest.colours].sort((a, b) => a[widest.channel] - b[widest.channel]);
    const middle = sorted.length >> 1;
    boxes.splice(boxes.indexOf(widest), 1, boxOf(sorted.slice(0, middle)), boxOf(sorted.slice(middle)));
  }
  return boxes.map((box) => box.colours.reduce((best, colour) => (colour.count > best.count ? colour : best)));
}

/** @param {readonly Colour[]} colours */
function boxOf(colours) {
  const channels = /** @type {const} */ (['red', 'green', 'blue']);
  const spreads = channels.map((channel) => {
    const values = colours.map((colour) => colour[channel]);
    return { channel, spread: values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)) };
  });
  return { colours, ...spreads.reduce((best, spread) => (spread.spread > best.spread ? spread : best)) };
}

/** @param {readonly Colour[]} palette @param {Colour} colour */
function nearestIndex(palette, { red, green, blue }) {
  const distances = palette.map((entry) => (entry.red - red) ** 2 + (entry.green - green) ** 2 + (entry.blue - blue) ** 2);
  return distances.indexOf(Math.min(...distances));
}

/** @param {Picture} picture @param {readonly Colour[]} palette @param {ReadonlyMap<number, number>} indices */
function encode({ width, height, pixels }, palette, indices) {
  const bits = palette.length <= 16 ? 4 : 8;
  const stride = Math.ceil((width * bits) / 8) + 1;
  const rows = Buffer.alloc(stride * height);
  for (let index = 0; index < width * height; index++) {
    const colour = indices.get(keyOf(pixels[index * 3] ?? 0, pixels[index * 3 + 1] ?? 0, pixels[index * 3 + 2] ?? 0)) ?? 0;
    const column = index % width;
    const at = Math.floor(index / width) * stride + 1 + Math.floor((column * bits) / 8);
    rows[at] = (rows[at] ?? 0) | (bits === 8 || column % 2 === 1 ? colour : colour << 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, 3], 8);
  const colours = Buffer.from(palette.flatMap(({ red, green, blue }) => [red, green, blue]));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** @param {string} type @param {Buffer} content */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(content.length, 0);
  body.copy(result, 4);
  result.writeUInt32BE(crc32(body), body.length + 4);
  return result;
}
