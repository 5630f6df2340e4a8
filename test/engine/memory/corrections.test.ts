/** What corrections teach. */
import { describe, expect, test } from 'vitest';
import { unitsOfCorrection } from '../../../engine/memory';
import { changedWords } from '../../../engine/memory/changedWords';
import type { Translation } from '../../../engine/protocol/result';
import { alignedBy } from '../lint/support';

const direction = { sourceLanguage: 'en', targetLanguage: 'zh' };

describe('changed words', () => {
  const changed = (source: string, machine: string, corrected: string) => changedWords(alignedBy(source, machine), alignedBy(source, corrected));

  test('a word that became another', () => {
    expect(changed('Clear the cache', '清除 该 高速缓冲', '清除 该 缓存')).toEqual([{ source: 'cache', target: '缓存' }]);
  });

  test('no function words, numbers, punctuation or single ideographs', () => {
    expect(changed('Clear the cache 1 .', '清除 该 缓存 1 .', '清除 那个 缓存 2 。')).toEqual([]);
    expect(changed('清 缓存', 'wipe cache', 'clear cache')).toEqual([]);
  });

  test('what only changed places is no other word', () => {
    expect(changed('open files fast', '打开 文件 快速', '快速 打开 文件')).toEqual([]);
  });

  test('a word that is there twice may have become two things', () => {
    expect(changed('cache of cache', '快取 的 快取', '缓存 的 快取')).toEqual([]);
  });

  test('what the machine left without a partner is no change of a word', () => {
    expect(changed('Clear the cache*', '清除 该', '清除 该')).toEqual([]);
  });

  test('a sentence said another way teaches nothing', () => {
    expect(changed('clear cache open file now please', '甲一 乙一 丙一 丁一 戊一 己一', '甲二 乙二 丙二 丁二 戊二 己一')).toEqual([]);
  });
});

describe('units', () => {
  test('a sentence is one unit, with its words; words of an earlier correction stay while they are there', () => {
    const machine = alignedBy('Clear the cache', '清除 该 高速缓冲');
    const [first, ...others] = unitsOfCorrection(machine, alignedBy('Clear the cache', '清除 该 缓存'), direction, 5);
    expect(others).toEqual([]);
    expect(first).toEqual({ source: 'Clear the cache', target: '清除 该 缓存', ...direction, changed: 5, words: [{ source: 'cache', target: '缓存' }] });
    // By now the machine says so itself.
    const learned = alignedBy('Clear the cache', '清除 该 缓存');
    const [again] = unitsOfCorrection(learned, alignedBy('Clear the cache', '清空 该 缓存'), direction, 6, first);
    expect(again?.words).toEqual([{ source: 'cache', target: '缓存' }, { source: 'Clear', target: '清空' }]);
    const [back] = unitsOfCorrection(learned, alignedBy('Clear the cache', '清除 该 快取'), direction, 7, first);
    expect(back?.words).toEqual([{ source: 'cache', target: '快取' }]);
  });

  test('the sentences that changed are units too, where both have the same', () => {
    const machine = joined(['Stop .', '停 。'], ['Clear it .', '清 它 。']);
    const corrected = joined(['Stop .', '停 。'], ['Clear it .', '清除 它 。']);
    const units = unitsOfCorrection(machine, corrected, direction, 1);
    expect(units.map(({ source, target }) => [source, target])).toEqual([
      ['Clear it .', '清除 它 。'],
      ['Stop . Clear it .', '停 。 清除 它 。'],
    ]);
    expect(unitsOfCorrection(machine, alignedBy('Stop . Clear it .', '停 并 清除 它 了'), direction, 1)).toHaveLength(1);
  });
});

/** Sentences with a space between. */
function joined(...pairs: readonly (readonly [string, string])[]): Translation {
  let [source, target] = ['', ''];
  const sentences = pairs.flatMap(([s, t]) => {
    const [own, other] = [source.length, target.length];
    source += `${s} `;
    target += `${t} `;
    const shift = <T extends { start: number; end: number }>(token: T, by: number): T => ({ ...token, start: token.start + by, end: token.end + by });
    return alignedBy(s, t).sentences.map((sentence) => ({
      ...sentence,
      source: shift(sentence.source, own),
      target: shift(sentence.target, other),
      sourceTokens: sentence.sourceTokens.map((token) => shift(token, own)),
      targetTokens: sentence.targetTokens.map((token) => shift(token, other)),
    }));
  });
  return { source: source.trimEnd(), target: target.trimEnd(), sentences, score: -1 };
}
