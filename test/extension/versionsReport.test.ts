import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeValue, renderReport, type SettingSchema } from '../../extension/versionsReport';
import { root } from '../../scripts/lib/paths.mjs';

const secret = '/home/jane/Secret Project';

describe('a value in the report', () => {
  const choice: SettingSchema = { type: 'string', enum: ['off', 'onSave'], default: 'onSave' };

  test.each<[unknown, SettingSchema, string]>([
    [true, { type: 'boolean' }, 'true'],
    [4, { type: 'integer' }, '4'],
    [null, {}, 'null'],
    ['off', choice, 'off'],
    ['zh-Hans', { type: 'string', default: 'auto' }, 'zh-Hans'],
    [secret, { type: 'string', default: 'auto' }, 'a text'],
    ['glossary', { type: ['string', 'null'], default: null }, 'a text'],
    [secret, choice, 'a text'],
    [[secret], { type: 'array' }, '1 entry'],
    [[secret, secret], { type: 'array' }, '2 entries'],
    [{ numbers: 'off', [secret]: 'off' }, { type: 'object', properties: { numbers: choice } }, 'numbers: off, 1 more'],
    [{ numbers: secret }, { type: 'object', properties: { numbers: choice } }, 'numbers: a text'],
    [{}, { type: 'object' }, 'empty'],
  ])('%j', (value, schema, expected) => {
    expect(describeValue(value, schema)).toBe(expected);
  });

  test('never holds what the user wrote, whatever the setting', () => {
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      contributes: { configuration: { properties: Record<string, SettingSchema> } };
    };
    for (const schema of Object.values(contributes.configuration.properties)) {
      for (const value of [secret, [secret], { [secret]: secret }, [[secret]]]) {
        expect(describeValue(value, schema)).not.toMatch(/jane|secret/iu);
      }
    }
  });
});

test('the report is one document of tables, whose cells cannot break them', () => {
  const text = renderReport({
    versions: { AlignLens: '1.2.3', Editor: 'a|b\nc' },
    packs: [
      { id: 'en-zh', version: '0.1.0', hash: 'abc', origin: 'ships with AlignLens', decodes: 'WebAssembly: a|b', timing: { first: 900, again: 40 } },
      { id: undefined, version: undefined, hash: undefined, origin: 'own folder', decodes: undefined, timing: 'pack-damaged' },
    ],
    settings: [{ name: 'alignlens.beamSize', level: 'user', value: '2' }],
    sentence: 'Our own.',
  });
  expect(text).toContain('| Editor | a\\|b c |');
  expect(text).toContain('| en-zh 0.1.0 | ships with AlignLens | abc | WebAssembly: a\\|b | 900 ms | 40 ms |');
  expect(text).toContain('| unreadable | own folder |  |  | pack-damaged |  |');
  expect(text).toContain('| `alignlens.beamSize` | user | 2 |');
});
