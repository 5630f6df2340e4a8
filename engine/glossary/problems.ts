import { mostWords, type GlossaryProblemKind } from './format';

/** What is wrong and what to do, for the command line; {0} stands for what it is about. */
export const problemTexts: Readonly<Record<GlossaryProblemKind, string>> = {
  'no-source': 'There is no term before the first tab.',
  'no-target': 'There is no translation of “{0}”: write it behind a tab, or = to keep the term as it is.',
  'unknown-mark': '“{0}” is no mark: write required or nothing. Several translations are separated by |.',
  'too-many-fields': 'There are more than four fields: term, translation, mark and comment.',
  duplicate: 'This term stands in line {0} already.',
  'too-long': `This is longer than ${mostWords} words: a sentence fits better as a correction of its translation.`,
  'bad-languages': 'Name two languages by their codes, as in: #languages en zh',
};
