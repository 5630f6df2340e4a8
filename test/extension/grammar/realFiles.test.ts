/** On real files of many languages: other words in every comment leave the code as it was, run by run. */
import { INITIAL, type IGrammar } from 'vscode-textmate';
import { expect, test } from 'vitest';
import type { FoundInText } from '../../../extension/grammar/grammarLexemes';
import { Grammars } from '../../../extension/grammar/grammars';
import { allPassages, type Passage } from '../../../extension/passages';
import { editorGrammars, grammarLexemes } from './editorGrammars';
import { realFiles, type RealFile } from './realFiles';

/** Long enough to be wrapped; and one with what ends comments, strings and lines. */
const translations = {
  chinese: '这是一段用来替换注释的文字，它足够长，因此要换行，并且每一行都带有相同的前缀和相同的宽度。再说一遍：请看 `code` 和 https://example.org。',
  hostile: '译文 */ --> """ \'\'\' -} *) ?> </script> </style> =cut #> ]] {{ }} \n换行\\',
};

interface Run {
  text: string;
  /** Scopes; of languages in `looksAhead` whether it is a string. */
  readonly kind: string;
}

/** Grammars that look ahead to the end of the line, comment and all, before they say what a word is. */
const looksAhead: ReadonlySet<string> = new Set(['css']);

/** Everything that is neither comment nor white space, cut where it becomes of another kind. */
function codeRuns(grammar: IGrammar, languageId: string, text: string): Run[] {
  const found: Run[] = [];
  let state = INITIAL;
  for (const line of text.split(/\r?\n/u)) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const own = line.slice(startIndex, endIndex).replaceAll(/\s/gu, '');
      if (own === '' || scopes.some((scope) => /^comment\b|docstring/u.test(scope))) continue;
      const kind = looksAhead.has(languageId) ? String(scopes.some((scope) => /^string\b/u.test(scope))) : scopes.join(' ');
      const last = found.at(-1);
      if (last?.kind === kind) last.text += own;
      else found.push({ text: own, kind });
    }
  }
  return found;
}

function whereTheyPart(before: Run | undefined, after: Run | undefined): string {
  const text = before?.text ?? '';
  let at = 0;
  while (at < text.length && text[at] === after?.text[at]) at++;
  return JSON.stringify([before, after].map((run) => run && { ...run, text: run.text.slice(at, at + 80) }));
}

function rewritten(text: string, passages: readonly Passage[], translation: string): string {
  return passages.reduceRight((result, passage) => {
    const { start, end } = passage.range;
    return result.slice(0, start) + passage.write(translation) + result.slice(end);
  }, text);
}

/** Comment marks in order; line comments that follow one another count once, as wrapping may need more or fewer lines. */
function marks(text: string, { comments }: FoundInText): string[] {
  const all = comments.map(({ kind, marker, end, close }) => (kind === 'line' ? marker : `${marker} ${text.slice(end - close, end)}`));
  return all.filter((mark, index) => comments[index]!.kind !== 'line' || mark !== all[index - 1]);
}

/** A star or percent sign that something follows at once is an operator in a text. */
const decoration = /^[ \t]*(?:\/{2,}!?|#+!?|(?:\*|;+|%+)(?=[\s/]|$)|::|rem\b)?/iu;

/** The lines of a translation that do not begin as the second line of the original did. */
function undecorated(text: string, passage: Passage, translation: string): string[] {
  const [, second] = text.slice(passage.range.start, passage.range.end).split('\n');
  const lines = passage.write(translation).split('\n').slice(1);
  if (second === undefined) return lines;
  const lead = decoration.exec(second)![0];
  return lines.filter((line) => decoration.exec(line)![0] !== lead);
}

test('the code of real files stays, and the decoration of their comments', async () => {
  const source = await editorGrammars();
  const grammars = new Grammars(source);
  const lexemes = await grammarLexemes();
  const find = async ({ path, languageId }: RealFile, text: string): Promise<FoundInText> => {
    const found = await lexemes.find({ key: path, languageId, text });
    if (!found) throw new Error(`${path}: no grammar for ${languageId}`);
    return found;
  };
  const report = new Map<string, { files: number; comments: number; onlyGrammar: number; onlyLexer: number }>();
  const skipped: string[] = [];
  const broken: string[] = [];
  for (const file of await realFiles(24)) {
    const { path, languageId, text } = file;
    const found = await find(file, text);
    const passages = [...allPassages(text, languageId, found.comments)];
    if (passages.length === 0) {
      skipped.push(path);
      continue;
    }
    const grammar = (await grammars.for(languageId))!;
    const before = codeRuns(grammar, languageId, text);
    for (const [name, translation] of Object.entries(translations)) {
      const changed = rewritten(text, passages, translation);
      const after = codeRuns(grammar, languageId, changed);
      const at = before.findIndex((run, index) => JSON.stringify(run) !== JSON.stringify(after[index]));
      if (at >= 0 || before.length !== after.length) broken.push(`${path} (${name}): ${whereTheyPart(before[at], after[at])}`);
      else if (JSON.stringify(marks(changed, await find(file, changed))) !== JSON.stringify(marks(text, found))) broken.push(`${path} (${name}): other comment marks`);
    }
    const bare = passages.flatMap((passage) => undecorated(text, passage, translations.chinese));
    if (bare.length > 0) broken.push(`${path}: undecorated ${JSON.stringify(bare)}`);
    const places = (own: readonly Passage[]): Set<string> => new Set(own.map(({ range }) => `${range.start}-${range.end}`));
    const [ours, lexers] = [places(passages), places([...allPassages(text, languageId)])];
    const entry = report.get(languageId) ?? { files: 0, comments: 0, onlyGrammar: 0, onlyLexer: 0 };
    report.set(languageId, {
      files: entry.files + 1,
      comments: entry.comments + passages.length,
      onlyGrammar: entry.onlyGrammar + [...ours].filter((place) => !lexers.has(place)).length,
      onlyLexer: entry.onlyLexer + [...lexers].filter((place) => !ours.has(place)).length,
    });
  }
  console.table(Object.fromEntries(report));
  console.info(`${skipped.length} files without prose in comments were left out:\n${skipped.join('\n')}`);
  expect(broken).toEqual([]);
  expect(report.size).toBeGreaterThanOrEqual(15);
  expect([...report.values()].reduce((sum, { files }) => sum + files, 0)).toBeGreaterThanOrEqual(200);
}, 900_000);
