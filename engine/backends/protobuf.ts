/** As much of protobuf's wire format as it takes to change a message and leave the rest of it as it is. */

/** A field of a message. */
export interface Field {
  readonly number: number;
  /** What a length stands before, or undefined for the other kinds of field. */
  readonly content: Uint8Array | undefined;
  /** The whole field as it stands in the message. */
  readonly raw: Uint8Array;
}

const varint = 0;
const fixed64 = 1;
const lengthDelimited = 2;
const fixed32 = 5;

/** The fields of a message, in order. Throws RangeError for what is no message. */
export function readFields(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++];
      if (byte === undefined || scale > 2 ** 63) throw new RangeError('a number without an end');
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const start = at;
    const tag = readVarint();
    let content: Uint8Array | undefined;
    if (tag % 8 === varint) readVarint();
    else if (tag % 8 === fixed64) at += 8;
    else if (tag % 8 === fixed32) at += 4;
    else if (tag % 8 === lengthDelimited) {
      const length = readVarint();
      content = message.subarray(at, at + length);
      at += length;
    } else throw new RangeError(`a field of the unknown kind ${tag % 8}`);
    if (at > message.length) throw new RangeError('a field that is longer than its message');
    fields.push({ number: Math.floor(tag / 8), content, raw: message.subarray(start, at) });
  }
  return fields;
}

/** A field with bytes, a text, or a message inside. */
export function bytesField(number: number, content: Uint8Array | string): Uint8Array {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return concat([varintBytes(number * 8 + lengthDelimited), varintBytes(bytes.length), bytes]);
}

/** A field with an integer of 64 bits or fewer. */
export function integerField(number: number, value: number): Uint8Array {
  return concat([varintBytes(number * 8 + varint), varintBytes(value)]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function varintBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest % 128n) + 128);
  return Uint8Array.from([...bytes, Number(rest)]);
}
