/** The matrix as a table of tab-separated values, for spreadsheets and statistics. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import type { Evidence } from '../evidence';
import { rowsOf } from './rows';

/** Digits behind the point: as many as a Float32 between 0 and 1 surely holds. */
const digits = 6;

/** A spreadsheet reads a cell that begins so as a formula; the wide forms too, in East Asian settings. */
const formula = /^'*\s*[=+\-@＝＋－＠]/u;

/**
 * A header of the source words, then a row per target word: the word and its weights. Tables of several sentences stand one
 * below the other with an empty line between them.
 */
export function matrixTsv(sentences: readonly PanelSentence[], evidence: Evidence): string {
  return sentences.map((sentence) => tableOf(sentence, evidence)).join('\n');
}

function tableOf(sentence: PanelSentence, evidence: Evidence): string {
  const rows = rowsOf(sentence[evidence], sentence.sourceTokens.length);
  const lines = [
    ['', ...sentence.sourceTokens.map(({ text }) => cell(text))],
    ...sentence.targetTokens.map(({ text }, index) => [cell(text), ...(rows[index] ?? []).map((weight) => weight.toFixed(digits))]),
  ];
  return lines.map((line) => `${line.join('\t')}\n`).join('');
}

/**
 * A word that may hold anything. What a spreadsheet would calculate gets an apostrophe in front; where a cell's text is
 * still a formula behind its first apostrophe, that apostrophe is ours. Quotes stand around what would break the table.
 */
function cell(word: string): string {
  const harmless = formula.test(word) ? `'${word}` : word;
  return /["\t\r\n\v\f\u0085\u2028\u2029]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
