/** Names: what a rule of the pack protects in sources only. */
import { describe, expect, test } from 'vitest';
import { TermMatcher } from '../../../engine/glossary/termMatcher';
import { parseManifest, type Manifest } from '../../../engine/pack/manifest';
import { SentenceEncoder, type SourceSentence } from '../../../engine/tokenizer/sentenceEncoder';
import { SubwordTokenizer } from '../../../engine/tokenizer/subwordTokenizer';
import { readPackFile, tinyPack } from '../support';

const tokenizer = SubwordTokenizer.parse(await readPackFile(tinyPack, 'source.tokenizer.json'), 'source');
const tiny = parseManifest(await readPackFile(tinyPack, 'manifest.json'), tinyPack);
const manifest: Manifest = {
  ...tiny,
  sourceLanguage: 'zh',
  targetLanguage: 'en',
  protect: [...tiny.protect, { kind: 'c', pattern: '[A-Z][a-z]+(?: [A-Z][a-z]+)*', side: 'source' }],
};
const sources = new SentenceEncoder(manifest, tokenizer);
const targets = new SentenceEncoder(manifest, tokenizer, 'target');

function whole(text: string): { start: number; end: number } {
  return { start: 0, end: text.length };
}

function protectedTexts({ pieces }: SourceSentence): string[] {
  return pieces.flatMap(({ protectedText }) => (protectedText === undefined ? [] : [protectedText]));
}

describe('in a source', () => {
  test('they are protected beside what other rules find', () => {
    const [sentence] = sources.encode('用Vue Router打开`main.ts`。');
    expect(protectedTexts(sentence!)).toEqual(['Vue Router', '`main.ts`']);
  });

  test('those of full width are kept in the usual one, code as it is', () => {
    const [sentence] = sources.encode('用Ｖｕｅ打开`ｍain`。');
    expect(protectedTexts(sentence!)).toEqual(['Vue', '`ｍain`']);
    expect(sentence!.pieces.filter(({ protectedText }) => protectedText).map(({ span }) => span)).toEqual([{ start: 1, end: 4 }, { start: 6, end: 12 }]);
  });

  test('a sentence may begin with one', () => {
    expect(sources.encode('打开文件. React是库.').map(({ span }) => span.start)).toEqual([0, 6]);
  });

  test("the user's term comes before the rule", () => {
    const matcher = new TermMatcher([{ source: 'Vue', target: 'VUE', required: true }], 'zh');
    const [sentence] = sources.encode('用Vue和React。', matcher);
    expect(protectedTexts(sentence!)).toEqual(['React']);
    expect(sentence!.terms).toMatchObject([{ target: 'VUE' }]);
  });
});

describe('in a target', () => {
  test('words that the rule would match are no names by themselves', () => {
    expect(protectedTexts(targets.encodeWhole('Open The File', whole('Open The File')))).toEqual([]);
  });

  test('names of the source are, also where a plural s follows, but not inside other words', () => {
    const source = 'Vue和Vue Router和Pod';
    const names = sources.names(source, whole(source));
    expect(names.map(({ text }) => text)).toEqual(['Vue', 'Vue Router', 'Pod']);
    const target = 'Pods of Vue Router, Vue and Vuex';
    expect(protectedTexts(targets.encodeWhole(target, whole(target), [], { names }))).toEqual(['Pod', 'Vue Router', 'Vue']);
  });

  test('code that is found by a rule stays whole', () => {
    const names = [{ text: 'Vue', kind: 'c' }];
    const target = 'Run `Vue x` of Vue';
    expect(protectedTexts(targets.encodeWhole(target, whole(target), [], { names }))).toEqual(['`Vue x`', 'Vue']);
  });
});
