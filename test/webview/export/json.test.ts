import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/paths.mjs';
import { alignmentJson, type AlignmentJson } from '../../../webview/export/json';
import { sentence } from '../sentence';
import { hostile } from './hostile';

const content = { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', appliesTo: 'source' as const };
const parse = (text: string): AlignmentJson => JSON.parse(text) as AlignmentJson;

test('holds every number of every sentence, unrounded', () => {
  const json = parse(alignmentJson(content, [sentence, hostile]));
  expect(json).toMatchObject({ schema: 1, title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0' });
  expect(json.sentences).toHaveLength(2);
  for (const [index, given] of [sentence, hostile].entries()) {
    const written = json.sentences[index]!;
    expect(written.source).toBe(given.source);
    expect(written.target).toBe(given.target);
    expect(written.score).toBe(given.score);
    expect(written.links).toEqual(given.links);
    expect(written.alignment).toHaveLength(given.targetTokens.length);
    for (const row of written.alignment) expect(row).toHaveLength(given.sourceTokens.length);
    expect(Float32Array.from(written.alignment.flat())).toEqual(given.alignment);
    expect(Float32Array.from(written.attention.flat())).toEqual(given.attention);
    expect(Float32Array.from(written.confidence)).toEqual(given.confidence);
  }
});

test('offsets select the tokens, hostile ones included', () => {
  for (const { source, target, sourceTokens, targetTokens } of parse(alignmentJson(content, [sentence, hostile])).sentences) {
    for (const { text, start, end } of sourceTokens) expect(source.slice(start, end)).toBe(text);
    for (const { text, start, end } of targetTokens) expect(target.slice(start, end)).toBe(text);
  }
});

test('survives UTF-8, halves of surrogate pairs included', () => {
  const text = alignmentJson(content, [hostile]);
  expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(text))).toBe(text);
});

test('the documentation names every key and the schema', () => {
  const documented = readFileSync(join(root, 'docs/alignment-json.md'), 'utf8');
  const json = parse(alignmentJson(content, [sentence]));
  const [first] = json.sentences;
  for (const key of [...Object.keys(json), ...Object.keys(first ?? {})]) expect(documented).toContain(`\`${key}\``);
  expect(documented).toContain(`\`schema\` is ${json.schema}`);
});
