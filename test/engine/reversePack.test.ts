/** The pack for the way back, and both directions deciding together. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../engine/engine';
import type { AlignedSentence, Translation } from '../../engine/protocol/result';
import { createEngine, packsFolder, readPackFile, realPack } from './support';

const reversePack = join(packsFolder, 'zh-en');
const lines = [
  '打开文件。',
  '如果 `path` 不存在，则返回错误。',
  '该函数返回列表中的第一个元素。',
  '无法连接到服务器：%s',
  '请参阅 https://example.org/docs 了解更多信息。',
  '点击“保存”按钮以保存更改。',
  '此选项在版本 2.4.1 中已弃用。',
  '删除 {0} 个文件？',
];

let engine: Engine;
beforeAll(() => {
  engine = createEngine();
});

describe('zh-en', () => {
  let translations: Translation[];
  beforeAll(async () => {
    translations = await engine.translate({ pack: reversePack, texts: lines });
  });

  test('every line becomes English', () => {
    for (const { target } of translations) expect(target).toMatch(/^[^\p{Script=Han}]*\p{Script=Latin}{2,}[^\p{Script=Han}]*$/u);
  });

  test('protected spans come back byte for byte', () => {
    const spans = ['`path`', '%s', 'https://example.org/docs', '2.4.1', '{0}'];
    const all = translations.map(({ target }) => target).join('\n');
    for (const span of spans) expect(all.split(span)).toHaveLength(2);
  });

  test('letters and digits of full width become those of the usual one, radicals ideographs', async () => {
    const odd = await engine.translate({ pack: reversePack, texts: ['按ＣＴＲＬ键。', '第１０章', '⽂件⼤⼩'] });
    const plain = await engine.translate({ pack: reversePack, texts: ['按CTRL键。', '第10章', '文件大小'] });
    expect(odd.map(({ target }) => target)).toEqual(plain.map(({ target }) => target));
    expect(odd[0]!.target).toContain('CTRL');
    expect(odd[1]!.target).toContain('10');
  });

  test('plain words are what they should be', () => {
    expect(translations[0]!.target).toMatch(/open.*file/iu);
    expect(translations[2]!.target).toMatch(/first element/iu);
  });
});

describe('words that are none', () => {
  // Without the list, some of these get words such as "Recructions" and "peaken".
  const rare = [
    '重构：将公共逻辑抽取到基类中',
    '这段代码的作用是把字符串转换成驼峰命名',
    '把配置文件从 JSON 改成 YAML',
    '鲁迅的散文诗集',
    '墨西哥山区时间 - 奇瓦瓦 (远离美墨边境)',
  ];
  const wordsOf = (text: string): string[] => text.match(/[A-Za-z]+/gu) ?? [];

  test('are not written, though the pack without its list writes them', async () => {
    const list = new Set(new TextDecoder().decode(await readPackFile(reversePack, 'words.txt')).split('\n'));
    const madeUp = (translations: readonly Translation[]): string[] =>
      translations.flatMap(({ target }, i) => wordsOf(target).filter((word) => !list.has(word.toLowerCase()) && !rare[i]!.includes(word)));
    expect(madeUp(await engine.translate({ pack: reversePack, texts: rare }))).toEqual([]);
    const without = createEngine(async (location, file) => {
      const content = await readPackFile(location, file);
      if (file !== 'manifest.json') return content;
      const { knownWords, ...manifest } = JSON.parse(new TextDecoder().decode(content)) as Record<string, unknown>;
      expect(knownWords).toBe('words.txt');
      return new TextEncoder().encode(JSON.stringify(manifest));
    });
    expect(madeUp(await without.translate({ pack: reversePack, texts: rare }))).not.toEqual([]);
  });

  test('but for names of the source, and terms that the user gives', async () => {
    const terms = [{ source: '配置文件', target: 'Frobfile', required: true }];
    const [translation] = await engine.translate({ pack: reversePack, texts: ['请检查配置文件和 Zqxel 的设置。'], terms });
    expect(wordsOf(translation!.target)).toEqual(expect.arrayContaining(['Frobfile', 'Zqxel']));
  });
});

describe('both directions', () => {
  const linked = ({ sourceTokens, targetTokens, links }: AlignedSentence): string[] =>
    links.map(({ source, target }) => `${sourceTokens[source]!.text}=${targetTokens[target]!.text}`);

  test('agree on what belongs together, and on what was left out', async () => {
    const pairs = [{ source: 'Save the file and close the window before you restart the server.', target: '重启服务器之前请保存文件。' }];
    const [pair] = await engine.align({ pack: realPack, reversePack, pairs });
    const [sentence] = pair!.sentences;
    expect(linked(sentence!)).toEqual(expect.arrayContaining(['Save=保存', 'file=文件', 'server=服务器']));
    const support = (word: string): number => sentence!.sourceSupport[sentence!.sourceTokens.findIndex(({ text }) => text === word)]!;
    for (const word of ['close', 'window']) expect(support(word), word).toBeLessThan(0.2);
    expect(sentence!.sourceConfidence).toHaveLength(sentence!.sourceTokens.length);
  });

  test('a name of several words, which is one span on the way back, has evidence for each of them', async () => {
    const pairs = [{ source: 'Open GitHub Actions in the browser.', target: '在浏览器中打开 GitHub Actions。' }];
    const [pair] = await engine.align({ pack: realPack, reversePack, pairs });
    const { sourceTokens, sourceConfidence, sourceSupport } = pair!.sentences[0]!;
    expect(sourceTokens.map(({ text }) => text)).toEqual(['Open', 'GitHub', 'Actions', 'in', 'the', 'browser', '.']);
    for (const word of [1, 2]) {
      expect(sourceConfidence![word]).toBeGreaterThan(0.1);
      expect(sourceSupport[word]).toBeGreaterThan(0.2);
    }
  });
});
