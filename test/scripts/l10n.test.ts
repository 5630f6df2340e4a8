import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleDir, collectMessages, externalize, findMessages, findMistakes, languages, type Bundle } from '../../scripts/lib/l10n.mjs';
import { root } from '../../scripts/lib/paths.mjs';

const read = (folder: string, name: string): Bundle =>
  existsSync(join(folder, name)) ? (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Bundle) : {};

describe('the strings of the interface', () => {
  test('the bundle holds what the sources say: else run "npm run l10n"', async () => {
    expect(Object.keys(read(bundleDir, 'bundle.l10n.json'))).toEqual(await collectMessages());
  });

  test('package.nls.json holds the keys of package.json', () => {
    const english = read(root, 'package.nls.json');
    const keys = [...readFileSync(join(root, 'package.json'), 'utf8').matchAll(/"%([\w.-]+)%"/gu)].map(([, key]) => key);
    expect(keys.filter((key) => english[key ?? ''] === undefined)).toEqual([]);
    expect(Object.values(english)).not.toContain('');
  });

  test.each(languages)('every string has a text in %s, with the same placeholders', (language) => {
    expect(findMistakes(read(bundleDir, 'bundle.l10n.json'), read(bundleDir, `bundle.l10n.${language}.json`))).toEqual([]);
    expect(findMistakes(read(root, 'package.nls.json'), read(root, `package.nls.${language}.json`))).toEqual([]);
  });
});

/** Messages name commands by their titles. */
test.each([
  ['', /"AlignLens: ([^"{]+)"/gu],
  ['.zh-cn', /“AlignLens: ([^”{]+)”/gu],
])('commands that the texts%s name are there under that title', (suffix, named) => {
  const titles = read(root, `package.nls${suffix}.json`);
  const commands = new Set(Object.entries(titles).flatMap(([key, title]) => (/^commands\..*\.title$/u.test(key) ? [title] : [])));
  const texts = [...Object.values(titles), ...Object.values(read(bundleDir, `bundle.l10n${suffix}.json`))];
  const mentioned = texts.flatMap((text) => [...text.matchAll(named)].map(([, title = '']) => title));
  expect(mentioned.length).toBeGreaterThan(10);
  expect(mentioned.filter((title) => !commands.has(title))).toEqual([]);
});

describe('finding messages', () => {
  test('takes literals, also joined ones, of the editor and of the view', async () => {
    const source = `vscode.l10n.t('one {0}', value); l10n.t(\`two\`); vscode.l10n.t('thr' + "ee"); t('not ours'); other.t('no');`;
    expect(await findMessages(source, 'x.ts')).toEqual(['one {0}', 'two', 'three']);
    expect(await findMessages(`import { t } from './l10n';\nt('ours');`, 'x.ts')).toEqual(['ours']);
  });

  test('takes the sentences of errors, phrases or not, and leaves those alone that are made elsewhere', async () => {
    const source = `new AlignLensError('internal', 'one'); new AlignLensError('internal', phrase('two {0}', x)); new FormatError('three', 1);
      new AlignLensError(code, flag ? phrase('four') : phrase('five')); new AlignLensError(code, sentence); new TypeError('not ours');`;
    expect(await findMessages(source, 'x.ts')).toEqual(['one', 'two {0}', 'three', 'four', 'five']);
  });

  test.each(["new AlignLensError('internal', `a ${b}`)", "new AlignLensError('internal', 'a' + b)", 'phrase(`a ${b}`)', 'vscode.l10n.t(message)', 'vscode.l10n.t(`a ${b}`)', 'vscode.l10n.t()'])('refuses %s', async (source) => {
    await expect(findMessages(`\n${source}`, 'x.ts')).rejects.toThrow('x.ts:2');
  });
});

test.each<[Bundle, Bundle, string[]]>([
  [{ a: 'x {0}' }, { a: '{0} y' }, []],
  [{ a: 'x' }, {}, ['no text for: a']],
  [{ a: 'x' }, { a: '' }, ['no text for: a']],
  [{ a: '{0} {1}' }, { a: '{0}' }, ['other placeholders in: a']],
  [{}, { a: 'x' }, ['left over: a']],
])('%j translated as %j: %j', (english, translated, mistakes) => {
  expect(findMistakes(english, translated)).toEqual(mistakes);
});

describe('moving strings out of package.json', () => {
  const manifest = `{
  "name": "x", "description": "What it is",
  "contributes": {
    "commands": [{ "category": "AlignLens", "command": "alignlens.go", "title": "Go" }],
    "views": { "side": [{ "id": "alignlens.packs", "name": "Packs" }] },
    "configuration": {
      "title": "AlignLens",
      "properties": { "alignlens.mode": { "enum": ["a"], "enumDescriptions": ["First"], "default": "a", "markdownDescription": "A \\"mode\\"" } }
    },
    "languageModelTools": [{ "name": "alignlens_do", "displayName": "Do", "modelDescription": "for models", "inputSchema": { "description": "too" } }]
  }
}`;

  test('names them after their place, keeps the formatting and what is not for people, and finds nothing the second time', async () => {
    const moved = await externalize(manifest, {});
    expect(moved.bundle).toEqual({
      'commands.go.title': 'Go',
      'configuration.mode.enumDescriptions.0': 'First',
      'configuration.mode.markdownDescription': 'A "mode"',
      description: 'What it is',
      'languageModelTools.do.displayName': 'Do',
      'views.side.packs.name': 'Packs',
    });
    expect(moved.manifest.split('\n')).toHaveLength(manifest.split('\n').length);
    expect(moved.manifest).toContain('{ "category": "AlignLens", "command": "alignlens.go", "title": "%commands.go.title%" }');
    expect(moved.manifest).toContain('"inputSchema": { "description": "too" }');
    expect(await externalize(moved.manifest, moved.bundle)).toEqual(moved);
  });

  test('works on ours: nothing is lost, and every key is its own', async () => {
    const text = readFileSync(join(root, 'package.json'), 'utf8');
    const moved = await externalize(text, read(root, 'package.nls.json'));
    const back = moved.manifest.replaceAll(/"%([\w.-]+)%"/gu, (_, key: string) => JSON.stringify(moved.bundle[key]));
    const shown = text.replaceAll(/"%([\w.-]+)%"/gu, (_, key: string) => JSON.stringify(moved.bundle[key]));
    expect(JSON.parse(back)).toEqual(JSON.parse(shown));
    expect(Object.keys(moved.bundle).length).toBeGreaterThan(50);
  });
});
