/** Turns an unknown value into `T` or throws `ValidationError` naming the path of the offending part. */
export type Validator<T> = (value: unknown, path: string) => T;

/** A value that does not have the promised shape; `path` is like `request.texts[3]`. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError';

  constructor(
    readonly path: string,
    expected: string,
    actual: unknown,
  ) {
    super(`${cut(path)} must be ${cut(expected)}, but is ${described(actual)}`);
  }
}

type Shape = Readonly<Record<string, Validator<unknown>>>;
type Checked<S extends Shape> = { [K in keyof S]: ReturnType<S[K]> };

export const string: Validator<string> = (value, path) => {
  if (typeof value !== 'string') throw new ValidationError(path, 'a string', value);
  return value;
};

export const boolean: Validator<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new ValidationError(path, 'true or false', value);
  return value;
};

/** A finite number within `[minimum, maximum]`. */
export function number(minimum = -Infinity, maximum = Infinity): Validator<number> {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < minimum || value > maximum) {
      throw new ValidationError(path, `a number${rangeText(minimum, maximum)}`, value);
    }
    return value;
  };
}

/** An integer within `[minimum, maximum]`. */
export function integer(minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER): Validator<number> {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < minimum || value > maximum) {
      throw new ValidationError(path, `an integer${rangeText(minimum, maximum)}`, value);
    }
    return value;
  };
}

export function oneOf<const T extends string | number | boolean>(...values: readonly T[]): Validator<T> {
  return (value, path) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw new ValidationError(path, `one of ${JSON.stringify(values)}`, value);
    return found;
  };
}

export function array<T>(element: Validator<T>): Validator<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new ValidationError(path, 'an array', value);
    return value.map((entry: unknown, index) => element(entry, `${path}[${index}]`));
  };
}

/** An object used as a map from any string, or those that `name` allows, to `T`. */
export function record<T>(element: Validator<T>, name: Validator<string> = string): Validator<Record<string, T>> {
  return (value, path) => {
    const entries = Object.entries(asObject(value, path));
    return Object.fromEntries(entries.map(([key, entry]) => [name(key, `a key of ${path}`), element(entry, `${path}.${key}`)]));
  };
}

/** An object with exactly these keys: a missing required key or an unknown key is an error. */
export function object<R extends Shape, O extends Shape = Record<never, never>>(
  required: R,
  optional?: O,
): Validator<Checked<R> & Partial<Checked<O>>> {
  return (value, path) => {
    const input = asObject(value, path);
    const result: Record<string, unknown> = {};
    for (const [key, validate] of Object.entries(required)) {
      result[key] = validate(input[key], `${path}.${key}`);
    }
    for (const [key, validate] of Object.entries(optional ?? {})) {
      if (input[key] !== undefined) result[key] = validate(input[key], `${path}.${key}`);
    }
    for (const key of Object.keys(input)) {
      const known = key in required || (optional !== undefined && key in optional);
      if (!known) throw new ValidationError(`${path}.${key}`, 'absent (unknown key)', input[key]);
    }
    return result as Checked<R> & Partial<Checked<O>>;
  };
}

export function nullable<T>(inner: Validator<T>): Validator<T | null> {
  return (value, path) => (value === null ? null : inner(value, path));
}

/** Any value; for parts that are only carried along. */
export const anything: Validator<unknown> = (value) => value;

/** Any value whose objects and arrays are in one another at most `depth` deep: deeper ones no function that calls itself survives. */
export function nested(depth: number): Validator<unknown> {
  return (value, path) => {
    let level = [value];
    for (let left = depth; level.length > 0; left--) {
      level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
      if (left === 0 && level.length > 0) throw new ValidationError(path, `nested at most ${depth} deep`, value);
    }
    return value;
  };
}

export const nothing: Validator<undefined> = (value, path) => {
  if (value !== undefined) throw new ValidationError(path, 'absent', value);
  return undefined;
};

// Typed arrays are recognised by tag: `instanceof` fails for one that was made in another realm.
export const float32Array: Validator<Float32Array> = (value, path) => {
  if (tag(value) !== 'Float32Array') throw new ValidationError(path, 'a Float32Array', value);
  return value as Float32Array;
};

export const bytes: Validator<Uint8Array> = (value, path) => {
  if (tag(value) !== 'Uint8Array') throw new ValidationError(path, 'a Uint8Array', value);
  return value as Uint8Array;
};

function tag(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

function asObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ValidationError(path, 'an object', value);
  }
  return value as Record<string, unknown>;
}

function rangeText(minimum: number, maximum: number): string {
  const from = Number.isFinite(minimum) && minimum !== Number.MIN_SAFE_INTEGER ? ` from ${minimum}` : '';
  const to = Number.isFinite(maximum) && maximum !== Number.MAX_SAFE_INTEGER ? ` up to ${maximum}` : '';
  return from + to;
}

/** A value in a few words, whatever it is. */
export function described(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return `an object (${tag(value)})`;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return `a ${typeof value}`;
  // The message may end in a log: what may be somebody's text is counted, not quoted.
  return /^[\w.:/@-]{0,40}$/u.test(value) ? JSON.stringify(value) : `a text of ${value.length} characters`;
}

/** A key of somebody else's JSON may be as long as its file. */
export function cut(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** What has words on both sides and a weight for each pair of them. */
interface Aligned {
  readonly sourceTokens: readonly unknown[];
  readonly targetTokens: readonly unknown[];
  readonly alignment: Float32Array;
  readonly attention: Float32Array;
}

/** `shape`, and that both matrices have `targetTokens.length × sourceTokens.length` cells. */
export function withMatrices<T extends Aligned>(shape: Validator<T>): Validator<T> {
  return (value, path) => {
    const sentence = shape(value, path);
    const cells = sentence.sourceTokens.length * sentence.targetTokens.length;
    for (const matrix of ['alignment', 'attention'] as const) {
      const { length } = sentence[matrix];
      if (length !== cells) throw new ValidationError(`${path}.${matrix}.length`, String(cells), length);
    }
    return sentence;
  };
}
