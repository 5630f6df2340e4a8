import { describe, expect, test } from 'vitest';
import { addressProblems, findAddresses } from '../../scripts/lib/addresses.mjs';
import { allowedAddresses } from '../../scripts/lib/allowedAddresses.mjs';

describe('the code of a bundle', () => {
  test.each([
    ['e = "https://cdn.example.org/npm/runtime/";', 'https://cdn.example.org/npm/runtime/'],
    ["import('HTTPS://example.org/x');", 'HTTPS://example.org/x'],
    ["fetch('http://127.0.0.1:8080/count?a=b');", 'http://127.0.0.1:8080/count?a=b'],
    ['new WebSocket("wss://example.org");', 'wss://example.org'],
    ['new WebSocket(`ws://${host()}:80/${path}`);', 'ws://${…}:80/${…}'],
    ['fetch("https:\\u002f\\u002fexample.org/");', 'https://example.org/'],
    ['fetch("https:" + "//" + "example.org/");', 'https://example.org/'],
    ["fetch('http://' + host);", 'http://'],
    ['text.replace(/^http:\\/\\//, "");', 'http://'],
    ['script.src = "//example.org/script.js";', '//example.org/script.js'],
  ])('names an address: %s', async (code, address) => {
    expect(await findAddresses(code, 'js')).toEqual([address]);
  });

  test.each(['// see https://example.org/\n', '/*! @licence https://example.org/ */\nlet a = 1;', 'a = "blob:";', 'a = ["http:", "https:"];', 'a = b //2'])(
    'names none: %s',
    async (code) => {
      expect(await findAddresses(code, 'js')).toEqual([]);
    },
  );

  test('names each once, in order', async () => {
    expect(await findAddresses('a("https://b.example", "https://a.example", "https://b.example")', 'js')).toEqual(['https://b.example', 'https://a.example']);
  });

  test('is a style sheet, too', async () => {
    const sheet = '/* https://example.org/a */ @import "https://example.org/b.css"; p { background: url(//example.org/c.png) }';
    expect(await findAddresses(sheet, 'css')).toEqual(['https://example.org/b.css', '//example.org/c.png']);
  });
});

describe('the list of allowed addresses', () => {
  const allowed = [{ address: 'http://name.example/', bundles: ['a.js', 'b.js'], why: 'A name.' }];

  test('allows an address in the bundles that it names', () => {
    expect(addressProblems({ 'a.js': ['http://name.example/'], 'b.js': ['http://name.example/'], 'c.js': [] }, allowed)).toEqual([]);
  });

  test('refuses it in others, and others of the same host', () => {
    const found = { 'a.js': ['http://name.example/', 'http://name.example/more'], 'b.js': ['http://name.example/'], 'c.js': ['http://name.example/'] };
    expect(addressProblems(found, allowed)).toEqual([
      expect.stringContaining('a.js names http://name.example/more,'),
      expect.stringContaining('c.js names http://name.example/,'),
    ]);
  });

  test('may not allow what is no longer there', () => {
    expect(addressProblems({ 'a.js': ['http://name.example/'], 'b.js': [] }, allowed)).toEqual([
      'scripts/lib/allowedAddresses.mjs allows http://name.example/ in b.js, which does not name it.',
    ]);
  });

  test('has one entry for each address, with bundles and a reason', () => {
    const addresses = allowedAddresses.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { bundles, why } of allowedAddresses) {
      expect(bundles.length).toBeGreaterThan(0);
      expect(why).toMatch(/\w{3}.*\.$/u);
    }
  });
});
