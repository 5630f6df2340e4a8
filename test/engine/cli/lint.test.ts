import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseArguments } from '../../../engine/cli/arguments';
import { lineColumn } from '../../../engine/cli/lintLocations';
import { UsageError } from '../../../engine/cli/usage';
import { ruleIds } from '../../../engine/lint';
import { bundleEngine, runCli, type Bundles } from '../bundles';
import { realPack, tinyPack, withRealPack } from '../support';

let bundles: Bundles;
let folder: string;
beforeAll(async () => {
  bundles = await bundleEngine();
  folder = await mkdtemp(join(tmpdir(), 'alignlens-lint-'));
});
afterAll(async () => {
  await bundles.remove();
  await rm(folder, { recursive: true, force: true });
});

const exactRules = ['--rule', 'omission=off,addition=off,low-confidence=off'];
const lint = (...args: string[]) => runCli(bundles.dist, ['lint', ...args], '');

async function write(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

const catalogue = `msgid ""
msgstr "Language: zh_CN\\n"

#, fuzzy
msgid "Open 3 files"
msgstr "打开 4 个文件"

#, c-format
msgid "Read \\"%s\\" in 42 seconds."
msgstr ""
"读取 \\"%s\\" "
"用了 24 秒。"
`;

describe('exit status and text', () => {
  test('findings with file, line, column and rule: status 1; fuzzy messages are left out', async () => {
    const path = await write('app.po', catalogue);
    const { status, stdout, stderr } = await lint(path, ...exactRules);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toBe(`${path}:12:5: warning: The translation has 24 where the source has 42. [numbers]\n`);
  });

  test('no findings: status 0 and silence', async () => {
    const path = await write('good.po', catalogue.replace('24', '42'));
    expect(await lint(path, ...exactRules)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await lint(await write('app.po', catalogue), ...exactRules, '--rule=numbers=off')).status).toBe(0);
    expect(await lint(await write('app.pot', 'msgid "Open the file"\nmsgstr ""\n'), ...exactRules)).toMatchObject({ status: 0 });
  });

  test('either file of a pair finds the other, and a pair is read once', async () => {
    const english = await write('README.md', '# Title\n\nWait 5 seconds.\n');
    const chinese = await write('README.zh-CN.md', '# 标题\n\n等待 6 秒。\n');
    const { status, stdout } = await lint(english, chinese, ...exactRules);
    expect(status).toBe(1);
    expect(stdout).toBe(`${chinese}:3:4: warning: The translation has 6 where the source has 5. [numbers]\n`);
  });

  test('--pair, --glossary', async () => {
    const english = await write('texts/a.json', '{"k": "the cell"}');
    await write('translated/zh/a.json', '{"k": "细胞"}');
    const glossary = await write('terms.tsv', 'cell\t单元格\n');
    const pair = `${folder}/texts/{path} <-> ${folder}/translated/{target}/{path}`;
    const { status, stdout } = await lint(english, '--pair', pair, '--glossary', glossary, ...exactRules);
    expect(status).toBe(1);
    expect(stdout).toContain('a.json:1:8: warning: The glossary has “单元格” for “cell”, and the translation does not. [terminology]');
  });

  test.each([
    ['missing.po', undefined, 'cannot be read'],
    ['alone.md', 'Text.\n', 'has no partner in the other language; looked for'],
    ['notes.txt', 'Text.\n', 'is no file that lint reads'],
    ['latin1.po', Uint8Array.of(0x6d, 0xe9), 'is not valid UTF-8'],
    ['broken.po', 'msgid "a"\nmsgstr "b\n', 'broken.po:2:1: this line is neither'],
  ])('%s: status 2 and a line on standard error', async (name, text, message) => {
    const path = text === undefined ? join(folder, name) : await write(name, text);
    const { status, stdout, stderr } = await lint(path, ...exactRules);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the model', () => {
  test('a pack that is none: status 2', async () => {
    const { status, stderr } = await lint(await write('app.po', catalogue), '--pack', folder);
    expect(status).toBe(2);
    expect(stderr).toContain('manifest.json');
  });

  test('any pack of the languages serves', async () => {
    const { status, stderr } = await lint(await write('app.po', catalogue), '--pack', tinyPack);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  test.runIf(withRealPack)('a clause that is lost and one that was made up are found where they are', async () => {
    const path = await write(
      'model.po',
      `msgid "Save your changes before you close the window, because they will be lost otherwise."
msgstr "关闭窗口之前请保存您的更改。"

msgid "Save your changes before you close the window."
msgstr "关闭窗口之前请保存您的更改，并且检查网络连接是否正常。"

msgid "Save your changes before you close the window."
msgstr "关闭窗口之前请保存您的更改。"
`,
    );
    const { status, stdout } = await lint(path, '--pack', realPack);
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/model\.po:2:\d+: warning: “[^”]*lost[^”]*” seems to have no counterpart in the translation\. \[omission\]$/u);
    expect(lines[1]).toMatch(/model\.po:5:\d+: warning: “[^”]*网络连接[^”]*” seems to have no counterpart in the source\. \[addition\]$/u);
  });
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

test('SARIF 2.1.0: rules, UTF-16 regions, fixes as the file writes them', async () => {
  const path = await write('sarif.po', `msgid "Say \\"%s\\""\nmsgstr "😀 说"\n`);
  const { status, stdout } = await lint(path, ...exactRules, '--format', 'sarif');
  expect(status).toBe(1);
  const log = JSON.parse(stdout) as {
    version: string;
    $schema: string;
    runs: {
      columnKind: string;
      tool: { driver: { name: string; version: string; rules: { id: string; shortDescription: { text: string } }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: { physicalLocation: { artifactLocation: { uri: string }; region: Region } }[];
        fixes: { artifactChanges: { replacements: { deletedRegion: Region; insertedContent: { text: string } }[] }[] }[];
      }[];
    }[];
  };
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toContain('sarif-2.1.0');
  const [run] = log.runs;
  expect(run!.columnKind).toBe('utf16CodeUnits');
  expect(run!.tool.driver.rules.map(({ id }) => id)).toEqual(ruleIds);
  const [result] = run!.results;
  expect(result!).toMatchObject({ ruleId: 'placeholders', level: 'warning' });
  expect(ruleIds[result!.ruleIndex]).toBe('placeholders');
  // `msgstr "` is 8 units, the emoji two, a space and 说 two more.
  expect(result!.locations[0]!.physicalLocation.region).toEqual({ startLine: 2, startColumn: 13, endLine: 2, endColumn: 13 });
  expect(result!.locations[0]!.physicalLocation.artifactLocation.uri).toMatch(/sarif\.po$/u);
  expect(result!.fixes[0]!.artifactChanges[0]!.replacements[0]!.insertedContent.text).toBe('%s');
});

describe('arguments', () => {
  test('defaults', () => {
    expect(parseArguments(['lint', 'a.po', 'b.po'])).toMatchObject({ name: 'lint', files: ['a.po', 'b.po'], format: 'text', from: 'en', to: 'zh' });
  });

  test.each([
    [['lint'], 'lint needs files'],
    [['lint', 'a.po', '--format', 'xml'], '--format must be text or sarif'],
    [['lint', 'a.po', '--rule', 'spelling=off'], '--rule knows no "spelling"'],
    [['lint', 'a.po', '--rule', 'numbers'], '--rule must be like numbers=off'],
    [['lint', 'a.po', '--pair', 'x'], '--pair must be like'],
    [['lint', 'a.po', '--json'], 'unknown option "--json" of lint'],
    [['packs', 'a.po'], 'unknown option "a.po" of packs'],
  ])('%j is refused', (args, message) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
    expect(() => parseArguments(args)).toThrow(message);
  });
});

test('lines end with LF, CRLF or CR', () => {
  const at = lineColumn('a\r\nb\nc\rd');
  expect([0, 1, 3, 5, 7, 8].map(at)).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
    { line: 4, column: 2 },
  ]);
});
