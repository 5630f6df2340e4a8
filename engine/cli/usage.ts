import { AlignLensError } from '../protocol/errors';

/** A mistake on the command line or in the input: the program ends with status 2 and one line on standard error. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: alignlens translate --from LANG --to LANG [options] < in.txt > out.txt
       alignlens translate-file FILE --to LANG [options]
       alignlens summarize --kind prose|code [options] < in.txt > out.txt
       alignlens align --from LANG --to LANG [options] < pairs.txt > links.txt
       alignlens lint FILE... [options]
       alignlens packs [--packs DIR]

translate: each line of standard input, offline; empty lines stay empty.
  --from LANG    language of the input, such as en
  --to LANG      language of the output, such as zh
  --json         one JSON object per line: source, target, score, sourceTokens, targetTokens (words with UTF-16
                 offsets), alignment and attention (one row per target word, each row sums to 1)

translate-file: what FILE has no translation of yet, offline: .md, .json, .arb and .properties into the file beside it that
is named for the language (README.md into README.zh.md, en.json into zh.json), .po, .xlf and .xliff in place, .pot into a
new catalogue. Translations that are there stay. Prints what was left, as FILE:LINE:COLUMN: left as it is (REASON): TEXT.
  --to LANG      language of the translation, such as zh
  --from LANG    language of FILE (default: what it says of itself, or looks like)
  --out FILE     where to write

summarize: standard input as one document, offline; or, when its first line is a JSON object with "text" (and perhaps
"languageId"), each line as a document, with one JSON object per line as output.
  --kind KIND    prose: English text; code: functions
  --lines N      lines at most, 1 to 10 (default: 1)
  --extractive   quote sentences or statements instead of writing lines
  --language ID  what the text is written in, as VS Code names it, such as markdown or python
  --json         a JSON object for a document too: summary, mode, score, salience (words with weights that sum to 1),
                 alignment (per line: text, mode, reason of a quote, sourceTokens, targetTokens, alignment, attention)

align: lines of "source ||| target", an existing translation, offline; with the packs of both directions where installed.
  --pharaoh      the links of each line as i-j, words of source and target counted from 0, sorted (default)
  --json         one JSON object per line: as translate --json, and links ([source, target] places), confidence (one
                 probability per target word), sourceSupport and targetSupport (the largest weight of each word)
  --pretokenized words are what spaces separate, and a line is one sentence
  --reverse-pack DIR  the pack for the way back, in place of the installed one

lint: existing translations in files, offline: .po, or one file of a pair (README.md finds README.zh.md, i18n/zh.json finds
i18n/en.json). The exit status is 0 without findings, 1 with findings, 2 for bad input.
  --format text|sarif  FILE:LINE:COLUMN: SEVERITY: MESSAGE [RULE] (default), or SARIF 2.1.0 for code scanners
  --from LANG, --to LANG  the languages (default: en and zh)
  --glossary FILE.tsv  terms and their translations: docs/glossary.md
  --rule NAME=off      leaves a rule out: untranslated, placeholders, numbers, tags, code-spans, addresses, terminology,
                       omission, addition, low-confidence; without the last three no pack is needed
  --pair RULE          how pairs are named, such as "docs/{path} <-> i18n/{target}/{path}"
  --reverse-pack DIR   as in align

All:
  --pack DIR     a model pack's folder, in place of the installed pack for the languages or the kind
  --packs DIR    where installed packs are looked for
  --beam N       hypotheses kept at each step, 1 to 16; 1 is greedy (default: the pack's)

  --help         this text
  --version      the version of AlignLens
`;

/** The one line that standard error gets. */
export function errorLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = error instanceof UsageError || error instanceof AlignLensError;
  return `alignlens: ${known ? '' : 'unexpected failure: '}${message.replaceAll(/\s*[\n\r]+\s*/gu, ' ')}\n`;
}
