/** What a caller may pass that means no good, or nothing. Without `vscode`: it runs in unit tests and inside the extension host. */
import { pick } from '../../engine/cli/seededRandom';

/** Texts that are more than text to some reader of them. */
export const hostileTexts = [
  '[run](command:workbench.action.quit)',
  '[run](command:alignlens.keepWord?%5B%7B%7D%5D "title")',
  '![](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)',
  '<img src=x onerror=alert(1)>',
  '<a href="command:workbench.action.quit">x</a>',
  '<command:workbench.action.quit>',
  '$(zap) $(loading~spin)',
  '`code` ``` fence',
  '```js\nalert(1)\n```',
  '\n\n# heading\n\n---\n\n> quote\n\n- item\n\n1. item\n\n1) item',
  '\r\r    indented\r\r',
  '[ref]: command:workbench.action.quit "x"',
  '[x][ref] ![x][ref]',
  '| a | b |\n|---|---|\n| c | d |',
  '"\') "title" \\" \\',
  'https://evil.test www.evil.test me@evil.test',
  '&lt;b&gt; &quot; &#96; &#x5b;',
  '\u202Eexe.cod\u2066\u200B',
  '\u0000\u0007\u001B[31m',
  '{{7*7}} ${7*7} <%= 7 %>',
  '../../../etc/passwd',
  '__proto__',
  '\ud800 lone',
  'x'.repeat(100_000),
] as const;

/** Arguments that are no place, no file, no pack and no rule. */
export const hostileValues: readonly unknown[] = [
  undefined, null, true, 0, -1, Number.NaN, Infinity, 1e308, '', [], {}, () => undefined, Symbol('x'), 12n, new Date(0), /x/u, new Map([['uri', 'x']]),
  ...hostileTexts,
  { uri: 'file:///etc/passwd', offset: 0 },
  { uri: 'http://evil.test/x', offset: 0 },
  { uri: '\u0000', offset: Number.MAX_SAFE_INTEGER },
  { uri: 'file:///etc/passwd', offset: Number.NaN },
  { uri: {}, offset: {} },
  { uri: 'file:///etc/passwd', offset: 0, word: 'x' },
  { uri: 'file:///etc/passwd', offset: 0, message: 'x' },
  { text: '', from: '../..', to: '\u0000' },
  { text: {} },
  { place: undefined, state: undefined },
  { place: { location: 'file:///etc', folder: 'x' }, state: { error: 'x' } },
  { place: { location: 'file:///etc', folder: 'x' }, state: { info: {}, details: {} } },
  { scheme: 'file', path: '/etc/passwd', toString: () => 'file:///etc/passwd' },
  JSON.parse('{ "__proto__": { "uri": "file:///etc/passwd", "offset": 0 } }'),
  Object.create({ uri: 'file:///etc/passwd', offset: 0 }),
];

/** Answers every question with an error; the editor itself hands no such thing on. */
export function throwing(): unknown {
  const fail = (): never => {
    throw new Error('asked');
  };
  return new Proxy({}, { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail, getPrototypeOf: fail });
}

/** An object of some of these keys with values of any kind, or such a value. */
export function randomValue(random: () => number, keys: readonly string[]): unknown {
  if (random() < 0.2) return pick(hostileValues, random);
  const some = keys.filter(() => random() < 0.5);
  return Object.fromEntries(some.map((key) => [key, random() < 0.5 ? pick([0, 3, 'file:///a.ts', 'word'] as const, random) : pick(hostileValues, random)]));
}
