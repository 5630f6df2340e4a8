import { expect, test } from 'vitest';
import { FormatError } from '../../../engine/bilingual';
import { AlignLensError } from '../../../engine/protocol/errors';
import { inEnglish, phrase, phraseValidator, sayWith } from '../../../engine/protocol/phrase';

const nested = phrase('line {0}: {1}', 7, phrase('</{0}> closes nothing', 'b'));

/** Another language: other words, another order. */
const german: Readonly<Record<string, string>> = { 'line {0}: {1}': '{1} (Zeile {0})', '</{0}> closes nothing': '</{0}> schließt nichts' };
const inGerman = (template: string, values: (string | number)[]): string =>
  (german[template] ?? template).replace(/\{(\d)\}/gu, (_, index: string) => String(values[Number(index)]));

test('a phrase is said with the phrases in it, in English or in another language', () => {
  expect(inEnglish(nested)).toBe('line 7: </b> closes nothing');
  expect(sayWith(nested, inGerman)).toBe('</b> schließt nichts (Zeile 7)');
});

test('values are taken as they are, and places without a value stay', () => {
  expect(inEnglish(phrase('{0} {1} {2}', '{1}', '$&'))).toBe('{1} $& {2}');
});

test.each([
  ['a phrase', new AlignLensError('glossary', nested), nested],
  ['a text', new AlignLensError('glossary', 'No glossary.'), phrase('No glossary.')],
  ['a format', new FormatError(nested, 3), nested],
])('errors of %s have an English message and keep the phrase', (_, error, expected) => {
  expect(error.phrase).toEqual(expected);
  expect(error.message).toBe(inEnglish(expected));
});

test('what comes from elsewhere is checked, however deep', () => {
  expect(phraseValidator(nested, 'phrase')).toEqual(nested);
  expect(() => phraseValidator({ template: 'x', values: [{ template: 'y', values: [true] }] }, 'phrase')).toThrow('phrase.values[0].values[0] must be a text, a number or a phrase');
  expect(() => phraseValidator({ template: 'x' }, 'phrase')).toThrow('phrase.values');
});
