/** The matrix as a Markdown table, for the clipboard. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import { formatWeight, visibleWeight, type Evidence } from '../evidence';
import { rowsOf } from './rows';

/** Whatever could begin markup, an entity or the next cell. */
const markup = /[\\`*_{}[\]<>|~&$#!]/gu;

/** White space and what ends a line somewhere; a cell is one line. */
const breaks = /[\s\p{Cc}]+/gu;

/** A column per source word, a row per target word; weights in per cent, those too weak to see left out. */
export function matrixMarkdown(sentence: PanelSentence, evidence: Evidence): string {
  const rows = rowsOf(sentence[evidence], sentence.sourceTokens.length);
  const lines = [
    ['', ...sentence.sourceTokens.map(({ text }) => cell(text))],
    ['---', ...sentence.sourceTokens.map(() => '--:')],
    ...sentence.targetTokens.map(({ text }, index) => [cell(text), ...(rows[index] ?? []).map(weightCell)]),
  ];
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('');
}

function weightCell(weight: number): string {
  return weight < visibleWeight ? '' : formatWeight(weight);
}

function cell(word: string): string {
  return word.replace(breaks, ' ').trim().replace(markup, '\\$&');
}
