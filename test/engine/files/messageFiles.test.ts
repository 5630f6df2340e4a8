/** Message files as applications have them: of Flutter (ARB) and Java (properties). */
import { describe, expect, test } from 'vitest';
import { readFileUnits } from '../../../engine/files';
import { pseudoTranslate, translateFile } from './support';

const arb = `{
  "@@locale": "en",
  "@@last_modified": "2026-03-01T10:00:00Z",
  "appTitle": "Field Notes",
  "@appTitle": { "description": "The title in the app bar and in the task switcher" },
  "greeting": "Good morning, {userName}!",
  "@greeting": { "placeholders": { "userName": { "type": "String", "example": "Ada" } } },
  "syncStatus": "Last synced on {date} at {time}",
  "@syncStatus": {
    "placeholders": {
      "date": { "type": "DateTime", "format": "yMd" },
      "time": { "type": "DateTime", "format": "Hm" }
    }
  },
  "noteCount": "{count, plural, =0{No notes yet} =1{One note} other{{count} notes in {folder}}}",
  "sharedBy": "{gender, select, female{She shared {count, plural, one{# note} other{# notes}} with you} male{He shared {count, plural, one{# note} other{# notes}} with you} other{They shared {count, plural, one{# note} other{# notes}} with you}}",
  "price": "The total is {amount, number, currency}, due {day, date, ::yMMMd}.",
  "bracesHint": "Write '{'name'}' where the name is to appear, and '{{'twice'}}' for a brace.",
  "apostrophe": "You don''t have access to this folder.",
  "multiline": "The first line.\\nThe second line with a \\"quotation\\" and a tab.\\t",
  "link": "Read <a href=\\"https://example.org/terms?x=1&y=2\\">the terms of use</a> before you go on.",
  "version": "v{version}",
  "email": "support@example.org",
  "empty": ""
}
`;

/** Every argument of an ICU message, quoted literals aside, found without the reader that is tested. */
function argumentsOf(message: string): string[] {
  return (message.replaceAll(/'[{}][^']*'/gu, '').match(/\{\s*\w+\s*(?:,\s*\w+(?:,\s*[^{}]*)?)?(?=[{}])/gu) ?? []).map((found) => found.replaceAll(/\s+/gu, ' ').trim()).sort();
}

describe('an ARB file', () => {
  const before = JSON.parse(arb) as Record<string, unknown>;

  test('its messages change and nothing else: metadata, arguments, selectors, quoted braces, tags', () => {
    const { text, left } = translateFile('arb', arb);
    const after = JSON.parse(text) as Record<string, unknown>;
    expect(left).toEqual([]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const key of Object.keys(before)) {
      if (key === '@@locale') expect(after[key]).toBe('zh');
      else if (key.startsWith('@') || ['version', 'email', 'empty'].includes(key)) expect(after[key], key).toEqual(before[key]);
      else {
        const [source, target] = [before[key] as string, after[key] as string];
        expect(target, key).toMatch(/\p{Script=Han}/u);
        expect(argumentsOf(target), key).toEqual(argumentsOf(source));
        expect(target.match(/=\d+(?=\{)|\b(?:one|other|female|male)(?=\{)|#|'\{+'|'\}+'|<[^>]*>|\n|"/gu), key).toEqual(
          source.match(/=\d+(?=\{)|\b(?:one|other|female|male)(?=\{)|#|'\{+'|'\}+'|<[^>]*>|\n|"/gu),
        );
      }
    }
    expect(readFileUnits('arb', { source: arb, existing: undefined, targetLanguage: 'zh' }).write([]).text.replace('"zh"', '"en"')).toBe(arb);
  });

  test('messages that would lose an argument stay as they are, and are named', () => {
    const careless = (text: string): string => pseudoTranslate(text).replaceAll(/\{\w+\}/gu, '');
    const { text, translated, left } = translateFile('arb', arb, undefined, careless);
    const after = JSON.parse(text) as Record<string, unknown>;
    const lost = left.filter(({ reason }) => reason === 'placeholders').map(({ context }) => context);
    expect(lost).toEqual(expect.arrayContaining(['/greeting', '/syncStatus', '/noteCount']));
    for (const { context, source, offset } of left) {
      expect(after[context!.slice(1)], context).toBe(before[context!.slice(1)]);
      expect(arb.slice(offset, offset + 8)).toBe(JSON.stringify(source).slice(1, 9));
    }
    expect(translated).toBeGreaterThan(0);
    expect(translated + left.length).toBe(translateFile('arb', arb).translated);
  });
});

const properties = `# Messages of the order service
! Both marks begin a comment = not a value
order.title=Your order
order.count = {0,choice,0#no items|1#one item|1<{0,number,integer} items} in the cart
order.shipped: The order {0} was shipped on {1,date,long} by {2}.
order.missing=We couldn''t find the order {0}.
order.plain=We can't find any order.
order.path=The file is in C:\\\\orders\\\\new
order.long=The order was received and \\
    is being prepared. \\
    You will hear from us.
order.lines=First line\\nSecond line
order\\ with\\ spaces=A key with spaces
order\\:colon   A value behind white space
order.copyright=\\u00a9 The authors
order.icon=cart.svg
order.empty=
`;

/** Keys and values as java.util.Properties reads them, written for this test alone. */
function readJava(text: string): Map<string, string> {
  const lines = text.replaceAll(/\\\r?\n[ \t]*/gu, '').split('\n').filter((line) => !/^\s*(?:[#!]|$)/u.test(line));
  const unescape = (escaped: string): string =>
    escaped.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/giu, (_, code: string | undefined, other: string) =>
      code === undefined ? ({ n: '\n', t: '\t' }[other] ?? other) : String.fromCharCode(parseInt(code, 16)),
    );
  return new Map(
    lines.map((line) => {
      const [head, key] = /^\s*((?:\\.|[^\s=:\\])+)\s*[=:]?\s*/u.exec(line)!;
      return [unescape(key!), unescape(line.slice(head.length))];
    }),
  );
}

describe('a properties file', () => {
  const before = readJava(properties);
  /** Its words lie inside of an argument. */
  const choice = { context: 'order.count', reason: 'placeholders' };

  test('its values change; keys, comments, arguments and names stay', () => {
    const { text, left } = translateFile('properties', properties);
    const after = readJava(text);
    expect(left).toMatchObject([choice]);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(text.split('\n').filter((line) => /^[#!]/u.test(line))).toEqual(properties.split('\n').slice(0, 2));
    for (const [key, source] of before) {
      const target = after.get(key)!;
      if (['order.count', 'order.icon', 'order.empty'].includes(key)) expect(target, key).toBe(source);
      else expect(target, key).toMatch(/\p{Script=Han}/u);
      expect(target.match(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/gu), key).toEqual(source.match(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/gu));
    }
    expect(text).toMatch(/^[\n -~]*$/u);
  });

  test('values that would lose an argument stay as they are, and are named', () => {
    const careless = (text: string): string => pseudoTranslate(text).replaceAll(/\{\d\}/gu, '');
    const { text, left } = translateFile('properties', properties, undefined, careless);
    const after = readJava(text);
    expect(left.map(({ context, reason }) => [context, reason])).toEqual(expect.arrayContaining([['order.shipped', 'placeholders'], ['order.missing', 'placeholders']]));
    for (const { context } of left) expect(after.get(context!), context).toBe(before.get(context!));
    expect(after.get('order.title')).toMatch(/\p{Script=Han}/u);
  });

  test('a target file that is there gets what it lacks, and keeps what it has', () => {
    const existing = '# mine\norder.title=订单\norder.shipped=\n';
    const { text, left } = translateFile('properties', properties, existing);
    const after = readJava(text);
    expect(left).toMatchObject([choice]);
    expect(text.startsWith('# mine\norder.title=订单\norder.shipped=')).toBe(true);
    expect(after.get('order.shipped')).toMatch(/\{0\}.*\{1,date,long\}.*\{2\}/u);
    // What is no prose falls back to the source's file.
    expect([...after.keys()].sort()).toEqual([...before.keys()].filter((key) => !['order.count', 'order.icon', 'order.empty'].includes(key)).sort());
    expect(translateFile('properties', properties, text)).toMatchObject({ text, translated: 0 });
  });
});
