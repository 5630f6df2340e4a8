import { describe, expect, test } from 'vitest';
import { beamSearch } from '../../../engine/decode/beamSearch';
import { PlaceholderConstraint } from '../../../engine/decode/placeholders';
import { Scores, Shortlist } from '../../../engine/decode/shortlist';
import { LatinSubwords } from '../../../engine/decode/latinSubwords';
import { SpellingConstraint } from '../../../engine/decode/spelling';
import type { StepModel } from '../../../engine/decode/stepModel';
import { createEngine, realPack, withRealPack } from '../support';

const [, , eos] = [0, 1, 2];
const surfaces = ['', '', '', '打', '开', '，', '一', '二', '(', 'K', 'o', 'a', 'm', ' Ko', 'é', 'AP', 'I', 's', ')a', ' K-', '-'];
const id = (surface: string): number => surfaces.indexOf(surface);
const subwords = new LatinSubwords(surfaces.length, (each) => (surfaces[each] === '' ? undefined : surfaces[each]));
const everything = new Shortlist(Int32Array.from(surfaces, (_, each) => each), surfaces.length);

/** What may follow `word`, with EOS as `$`. */
function next(words: readonly string[], word = '', shortlist = everything): string[] {
  const scores = new Scores(new Float32Array(shortlist.size).fill(-2), shortlist);
  new SpellingConstraint(subwords, words).mask(scores, word);
  return [...shortlist.ids].filter((each) => scores.of(each) > -Infinity).map((each) => (each === eos ? '$' : surfaces[each]!)).filter(Boolean);
}

const others = ['$', '打', '开', '，', '一', '二', '(', '-'];
/** In the order of the vocabulary. */
const also = (...letters: string[]): string[] => [...others.slice(0, -1), ...letters, '-'];

describe('what a hypothesis may write next', () => {
  test('without a word, what begins one of the source, and all that has no Latin letters', () => {
    expect(next(['Koa'])).toEqual(also('K', ' Ko'));
    expect(next(['Koa', 'a'])).toEqual(also('K', 'a', ' Ko', ')a'));
    expect(next([])).toEqual(others);
  });

  test('inside a word only what goes on with it', () => {
    expect(next(['Koa', 'Komm'], 'Ko')).toEqual(['a', 'm']);
    expect(next(['Koa'], 'K')).toEqual(['o']);
  });

  test('at its end all but letters, and what begins the next word', () => {
    expect(next(['Koa'], 'Koa')).toEqual(also(' Ko'));
    expect(next(['Ko', 'Koa'], 'Ko')).toEqual(also('a', ' Ko'));
  });

  test('a plural may lose its ending', () => {
    expect(next(['APIs'], 'API')).toEqual(also('s'));
    expect(next(['API'], 'API')).toEqual(others);
  });

  test('capitals are as in the source, but for the first letter', () => {
    expect(next(['koa'])).toEqual(also('K', ' Ko'));
    expect(next(['KOA'])).toEqual(others);
  });

  test('accents may be missing, and a subword that has them is as good', () => {
    expect(next(['Kéa'], 'K')).toEqual(['é']);
    expect(next(['Kóa'], 'Ko')).toEqual(['a']);
  });

  test('a word begins only where what the shortlist holds can end it', () => {
    const short = new Shortlist(Int32Array.from([eos, id('打'), id('K'), id('o'), id(' Ko'), id('m')]), surfaces.length);
    expect(next(['Koa'], '', short)).toEqual(['$', '打']);
    expect(next(['Kom'], '', short)).toEqual(['$', '打', 'K', ' Ko']);
  });

  test('subwords of several words hold whole ones only', () => {
    expect(next(['K', 'a'], 'a')).toContain(' K-');
    expect(next(['Koa'])).not.toContain(' K-');
  });

  test('a compound whose hyphen is written goes on as in the source', () => {
    expect(next(['K', 'a', 'K-a'], 'K')).toEqual(also(')a', ' K-'));
    expect(next(['Koa', 'm', 'Koa-m'], 'Koa-')).toEqual(['m']);
    expect(next(['Koa', 'om', 'Koa-om'], 'Koa-')).toEqual(['o']);
    expect(next(['Koa', 'om', 'Koa-om'], 'Koa-om')).toEqual(next(['Koa', 'om', 'Koa-om'], 'om'));
  });

  test('a word that was given and is none of the source ends as the model likes', () => {
    expect(next(['Koa'], 'am')).toHaveLength(surfaces.filter(Boolean).length + 1);
  });
});

test('beginning a name, or going on behind a hyphen, leaves the spelling no choice and no cost; of other words it keeps the cost', () => {
  const cost = (words: readonly string[], word: string): number => {
    const scores = new Scores(new Float32Array(surfaces.length).fill(-5), everything);
    new SpellingConstraint(subwords, words).mask(scores, word);
    return Math.max(...scores.values);
  };
  expect(cost(['Koa'], 'Ko')).toBeCloseTo(0, 6);
  expect(cost(['Koa', 'Kom'], 'Ko')).toBeCloseTo(-Math.log(2), 6);
  expect(cost(['koa', 'mo', 'koa-mo'], 'koa-')).toBeCloseTo(0, 6);
  expect(cost(['koa'], 'ko')).toBeCloseTo(-5, 6);
});

test('the words that hypotheses end with', () => {
  const spelling = new SpellingConstraint(subwords, ['Koa', 'a', 'Koa-a']);
  spelling.mask(new Scores(new Float32Array(surfaces.length), everything), '');
  const written = ['K', 'o', ' Ko', 'a', '打', 'a', ')a', ' K-', ' Ko', 'a', '-', 'a', '-', '-'];
  const words = written.map(id).reduce<string[]>((all, each) => [...all, spelling.after(all.at(-1) ?? '', each)], []);
  expect(words).toEqual(['K', 'Ko', 'Ko', 'Koa', '', 'a', 'a', '', 'Ko', 'Koa', 'Koa-', 'Koa-a', '', '']);
});

const following: Readonly<Record<string, string>> = { '': 'K', K: 'o', o: 'm' };

/** Wants to write `Kom`, whatever it is told. */
const stubborn: StepModel = {
  sentences: 1,
  sourceLength: 2,
  shortlist: everything,
  initialState: { length: new Float32Array(1) },
  step: (ids, beams, state) => {
    const logProbs = new Float32Array(ids.length * surfaces.length).fill(-8);
    ids.forEach((last, row) => {
      const wanted = following[surfaces[last]!];
      if (wanted !== undefined) logProbs[row * surfaces.length + id(wanted)] = -0.1;
      else if (/[am]/u.test(surfaces[last]!)) logProbs[row * surfaces.length + eos] = -0.1;
    });
    return Promise.resolve({ logProbs, attention: new Float32Array(ids.length * 2).fill(0.5), state: { length: new Float32Array(ids.length * beams).fill(state['length']![0]!) } });
  },
  select: () => stubborn,
};

test.each([1, 4])('a beam of %i spells the name of the source', async (beamSize) => {
  const constraint = new PlaceholderConstraint({ kinds: [], perKind: 1, firstId: 3 }, []);
  const options = { beamSize, lengthPenalty: 1, noRepeatNgram: 0, coveragePenalty: 0, excessPenalty: 0, specialTokens: { pad: 0, bos: 1, eos } };
  const found = await beamSearch(stubborn, [{ sourceIds: [3, eos], maxLength: 6, constraint, words: new SpellingConstraint(subwords, ['Koa']) }], options, () => Promise.resolve());
  expect(found[0]![0]!.ids.map((each) => surfaces[each]).join('')).toBe('Koa');
});

describe.runIf(withRealPack)('the shipped pack', () => {
  test('writes no word in Latin letters that the source lacks', async () => {
    const texts = [
      'If statespec is not specified, returns the currently enabled state flags.',
      'Koa is a web framework by the team behind Express.',
      'Run npm before you start Zsh or Vite.',
      'Bind a callback for the given event sequence to the tag tagname.',
      'The APIs of Apostrophe and Astro differ.',
      'Use http-errors in Express.',
      'http-errors',
    ];
    const results = await createEngine().translate({ pack: realPack, texts });
    results.forEach(({ target }, index) => {
      const words = new Set(texts[index]!.toLowerCase().match(/[a-z]+/gu));
      for (const word of target.toLowerCase().match(/[a-z]+/gu) ?? []) expect([word, `${word}s`].some((form) => words.has(form)), target).toBe(true);
    });
    expect(results[1]!.target).toContain('Koa');
    expect(results[4]!.target).toMatch(/Apostrophe.*Astro/u);
    expect(results[5]!.target).toContain('http-errors');
    expect(results[6]!.target).toBe('http-errors');
  });
});
