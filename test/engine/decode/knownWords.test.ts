import { describe, expect, test } from 'vitest';
import { KnownWordsConstraint, WordSpelling } from '../../../engine/decode/knownWords';
import { LatinSubwords } from '../../../engine/decode/latinSubwords';
import { Scores, Shortlist } from '../../../engine/decode/shortlist';
import { WordList } from '../../../engine/pack/wordList';

const [, , eos] = [0, 1, 2];
const surfaces = ['', '', '', '。', ' re', 'build', 's', 'in', ' Re', ' IN', 'É', '-', ' q', ',in q', 'e', ' in', ')s re', 'ren'];
const id = (surface: string): number => surfaces.indexOf(surface);
const subwords = new LatinSubwords(surfaces.length, (each) => (surfaces[each] === '' ? undefined : surfaces[each]));
const everything = new Shortlist(Int32Array.from(surfaces, (_, each) => each), surfaces.length);
const list = ['in', 'rebuild', 'rebuilds', 'rein', 's', 'send'];

function constraint(...own: readonly string[]): KnownWordsConstraint {
  const lists = own.length > 0 ? [list, own] : [list];
  return new KnownWordsConstraint(subwords, lists.map((words) => new WordSpelling(subwords, WordList.of(words))));
}

/** What may follow `word`, with EOS as `$`. */
function next(word: string, { words = constraint(), shortlist = everything } = {}): string[] {
  const scores = new Scores(new Float32Array(shortlist.size).fill(-2), shortlist);
  words.mask(scores, word);
  return [...shortlist.ids].filter((each) => scores.of(each) > -Infinity).map((each) => (each === eos ? '$' : surfaces[each]!)).filter(Boolean);
}

describe('what a hypothesis may write next', () => {
  const begin = [' re', ' Re', ' IN', ' in', ')s re'];

  test('without a word: no letters, and what begins a word, in whatever case', () => {
    expect(next('')).toEqual(['$', '。', ' re', 's', 'in', ' Re', ' IN', '-', ' in', ')s re']);
  });

  test('inside a word only what goes on with one', () => {
    expect(next('re')).toEqual(['build', 'in']);
    expect(next('RE')).toEqual(['build', 'in']);
  });

  test('at the end of a word all that is no letter, what begins the next one, and what makes it longer', () => {
    expect(next('rebuild').sort()).toEqual(['$', '。', 's', '-', ...begin].sort());
    expect(next('rein').sort()).toEqual(['$', '。', '-', ...begin].sort());
  });

  test('words of the sentence too', () => {
    const words = constraint('in', 'q', 'queen');
    expect(next('', { words })).toEqual(expect.arrayContaining([' q', ',in q']));
    expect(next('q', { words }).sort()).toEqual(['$', '。', '-', ' q', ',in q', ...begin].sort());
    expect(next('re', { words })).toEqual(['build', 'in']);
  });

  test('behind what begins no word, or none that the shortlist can end: anything', () => {
    const anything = surfaces.map((surface, each) => (each === eos ? '$' : surface)).filter(Boolean);
    expect(next('xyz')).toEqual(anything);
    expect(next('se')).toEqual(anything);
  });

  test('scores of what is left stay as they are, also on a shortlist', () => {
    const shortlist = new Shortlist(Int32Array.from([eos, id(' re'), id('build'), id('ren')]), surfaces.length);
    const scores = new Scores(Float32Array.from([-1, -2, -3, -4]), shortlist);
    constraint().mask(scores, 're');
    expect([...scores.values]).toEqual([-Infinity, -Infinity, -3, -Infinity]);
    const atEnd = new Scores(Float32Array.from([-1, -2, -3, -4]), shortlist);
    constraint().mask(atEnd, 'rein');
    expect([...atEnd.values]).toEqual([-1, -2, -Infinity, -Infinity]);
  });

  test('of one sentence and the next on another shortlist', () => {
    const words = constraint();
    expect(next('rein', { words })).toContain(' re');
    const short = new Shortlist(Int32Array.from([eos, id('s'), id('ren')]), surfaces.length);
    expect(next('rebuild', { words, shortlist: short })).toEqual(['$', 's']);
    expect(next('', { words, shortlist: short })).toEqual(['$', 's']);
  });
});

test('a hypothesis is followed from subword to subword', () => {
  const words = constraint();
  const written = ['。', ' Re', 'build', 's', '-', 'in', ' in', ',in q', ')s re'];
  const begun = written.reduce<string[]>((all, each) => [...all, words.after(all.at(-1) ?? '', id(each))], []);
  expect(begun).toEqual(['', 'Re', 'Rebuild', 'Rebuilds', '', 'in', 'in', 'q', 're']);
});
