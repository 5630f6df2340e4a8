/** Which words of a summary come from which words of its source. No DOM. */
import type { SummaryEntry } from '../engine/protocol/panelProtocol';
import { describeWord, formatWeight, partnersOf, tokensOf, type Evidence } from './evidence';
import { t } from './l10n';

/** A word of a summary's line, or a word of the entry's source. */
export type SummaryWord =
  | { readonly side: 'summary'; readonly line: number; readonly index: number }
  /** `index` counts in `SummaryEntry.salience`. */
  | { readonly side: 'source'; readonly index: number };

/** A word on the other side with the weight that joins it, between 0 and 1, to the word asked about. */
export interface SummaryPartner {
  readonly word: SummaryWord;
  readonly weight: number;
}

/** The words joined to `word`, strongest first, without those too weak to see. */
export function summaryPartners(entry: SummaryEntry, evidence: Evidence, word: SummaryWord): SummaryPartner[] {
  if (word.side === 'summary') {
    const line = entry.lines[word.line];
    if (!line) return [];
    return partnersOf(line, evidence, { side: 'target', index: word.index }).flatMap(({ index, weight }) => {
      const at = wordAt(entry, line.sourceTokens[index]!.start);
      return at === undefined ? [] : [{ word: { side: 'source', index: at }, weight }];
    });
  }
  const { start, end } = entry.salience[word.index]!;
  return entry.lines
    .flatMap((line, lineIndex) => {
      const token = line.sourceTokens.findIndex((candidate) => candidate.start >= start && candidate.start < end);
      if (token < 0) return [];
      return partnersOf(line, evidence, { side: 'source', index: token }).map(
        ({ index, weight }): SummaryPartner => ({ word: { side: 'summary', line: lineIndex, index }, weight }),
      );
    })
    .sort((a, b) => b.weight - a.weight);
}

/** For the line under the text and for screen readers: `Opens: Open 75 %`, `Open: salience 20 %; Opens 75 %`. */
export function describeSummaryWord(source: string, entry: SummaryEntry, evidence: Evidence, word: SummaryWord): string {
  if (word.side === 'summary') {
    const line = entry.lines[word.line];
    return line ? describeWord(line, evidence, { side: 'target', index: word.index }) : '';
  }
  const { start, end, weight } = entry.salience[word.index]!;
  const partners = summaryPartners(entry, evidence, word).map((partner) => `${wordText(entry, partner.word)} ${formatWeight(partner.weight)}`);
  return [t('{0}: salience {1}', source.slice(start, end), formatSalience(weight)), ...(partners.length > 0 ? [partners.join(', ')] : [])].join('; ');
}

/** Index in `SummaryEntry.salience` of the word that holds the offset. */
function wordAt({ salience }: SummaryEntry, offset: number): number | undefined {
  let low = 0;
  let high = salience.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (salience[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = salience[low];
  return found !== undefined && found.start <= offset ? low : undefined;
}

function wordText(entry: SummaryEntry, word: SummaryWord): string {
  const line = word.side === 'summary' ? entry.lines[word.line] : undefined;
  return line ? (tokensOf(line, 'target')[word.index]?.text ?? '') : '';
}

/** A word of a long text has a small share: more digits for less. */
function formatSalience(weight: number): string {
  const percent = weight * 100;
  return percent >= 1 ? formatWeight(weight) : percent < 0.01 ? t('under 0.01 %') : `${percent.toPrecision(1)} %`;
}
