/** Reads what vsce writes: zip files below 4 GB, deflated or stored, without encryption. */
import { inflateRawSync } from 'node:zlib';

/**
 * @param {Buffer} zip
 * @returns {Map<string, Buffer>} contents by path, in the order of the zip's directory
 * @throws when it is no zip file
 */
export function readZip(zip) {
  // Without a comment, which vsce does not write, the directory's end is the last 22 bytes.
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== 0x06054b50) throw new Error('This is no zip file without a comment.');
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + size);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), method === 0 ? content : inflateRawSync(content));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
