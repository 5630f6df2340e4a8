/** Damage to JSON that stays JSON, or nearly: other types, sizes, names and patterns where the schema expects its own. */
import type { Chance } from './random';

type Container = Record<string, unknown> | unknown[];

/** What a schema, a path, a pattern or a reader that trusts them may stumble over. */
const hostileValues: readonly unknown[] = [
  null, true, false, 0, -1, 0.5, 1, 2, 16, 31, 350, 65536, 1e6, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, -1e308,
  '', ' ', '\0', '\ud800', 'a'.repeat(100_000), '../manifest.json', '../../../../etc/passwd', '/etc/passwd', 'C:\\Windows\\win.ini',
  'onnx/../../x', '.', '..', 'con', 'file:///etc/passwd', 'https://example.org/x', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  [], {}, [[]], [null], [''], { __proto__: null }, Array.from({ length: 10_000 }, () => 'n'),
];

/** Patterns that are slow, that match nothing, that match everything, that name groups. */
const hostilePatterns = [
  '(a+)+$', '(?:[A-Za-z]+)*!', '(.*)*x', '(?:a|a)*b', '(?<r0>a)', '(a)|(?<r1>b)', ')', '(?=', '\\1', '(?<=a*)*b', '$', '|', '.*', '[^]*', '(?:)', '(', '',
];

export function mutatedJson(content: Uint8Array, chance: Chance): Uint8Array {
  const text = new TextDecoder().decode(content);
  if (chance.oneIn(20)) return new TextEncoder().encode(oddText(text, chance));
  const json = JSON.parse(text) as Container;
  for (let count = 1 + chance.below(3); count > 0; count--) mutateSomewhere(json, chance);
  return new TextEncoder().encode(JSON.stringify(json));
}

function oddText(text: string, chance: Chance): string {
  return chance.of([
    '['.repeat(100_000),
    '['.repeat(10_000) + ']'.repeat(10_000),
    '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
    `\ufeff${text}`,
    text.replace('{', `{"training": ${'['.repeat(5000)}${']'.repeat(5000)}, `),
    text.replace('{', '{"__proto__": {"schema": 2, "files": {}}, '),
    text.replace(/\d+/u, '1e999'),
    text.replaceAll('"', "'"),
    'null', '[]', '"text"', '2',
  ]);
}

function mutateSomewhere(root: Container, chance: Chance): void {
  let holder = root;
  for (;;) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return;
    const key = chance.of(keys);
    const value = (holder as Record<string, unknown>)[key];
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0 && !chance.oneIn(4)) {
      holder = value as Container;
      continue;
    }
    change(holder, key, chance);
    return;
  }
}

function change(holder: Container, key: string, chance: Chance): void {
  const values = holder as Record<string, unknown>;
  const own = values[key];
  if (['pattern', 'facts', 'Regex'].includes(key) && !chance.oneIn(4)) {
    values[key] = chance.of(hostilePatterns);
    return;
  }
  switch (chance.below(5)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(values, key);
      return;
    case 1:
      if (typeof own === 'number') values[key] = own + chance.of([-1, 1, 0.5, 1000]);
      else if (typeof own === 'string') values[key] = own.slice(0, chance.below(own.length + 1)) + chance.of(['', 'x', own, '\0']);
      else values[key] = [own];
      return;
    case 2:
      if (Array.isArray(holder)) holder.push(own);
      else values[chance.of(['another', '__proto__x', '../x', key.toUpperCase()])] = own;
      return;
    case 3: {
      const other = chance.of(Object.keys(holder));
      [values[key], values[other]] = [values[other], values[key]];
      return;
    }
    default:
      values[key] = structuredClone(chance.of(hostileValues));
  }
}
