/** The page of a summary: its entries, and the selected one's source with every word as dark as it is salient. */
import type { SummaryContent, SummaryEntry, SummaryPanelLine } from '../../engine/protocol/panelProtocol';
import { salienceLevel } from '../../engine/protocol/salienceLevel';
import { t } from '../l10n';
import type { Choices, ViewState } from '../state';
import type { SummaryWord } from '../summaryEvidence';
import { element, type VirtualElement } from './element';
import { confidence, notice } from './notice';
import { withWords } from './runningText';
import { evidenceSwitch } from './switches';

function meaningOf(evidence: Choices['evidence']): string {
  return evidence === 'alignment'
    ? t('Alignment: which source word explains each word of the summary.')
    : t('Attention: where the model looked just before it chose each word.');
}

export function summaryPage(content: SummaryContent, state: ViewState): VirtualElement {
  const selected = content.entries[state.selected];
  if (selected === undefined) return notice(t('Nothing to show: the text has no words.'));
  return element(
    'main',
    { class: `summary ${content.kind}` },
    element(
      'header',
      {},
      element(
        'div',
        { class: 'title' },
        element('h1', { class: 'languages' }, content.title),
        element('span', { class: 'origin' }, `${t('Summary')} · ${content.pack}`),
      ),
      element('div', { class: 'switches' }, evidenceSwitch(state.evidence)),
    ),
    element(
      'div',
      { class: 'halves' },
      element('ol', { class: 'entries', 'aria-label': t('Summary') }, ...content.entries.map((entry, index) => entryItem(content, entry, index, state.selected))),
      sourceText(content, selected, state.selected),
    ),
    element('p', { id: 'readout', role: 'status', 'aria-live': 'polite' }),
    footer(state, selected),
  );
}

/** Finds a word's element on the page. */
export function summaryWordSelector(entry: number, word: SummaryWord): string {
  const line = word.side === 'summary' ? `[data-line="${word.line}"]` : '';
  return `[data-side="${word.side}"][data-entry="${entry}"]${line}[data-index="${word.index}"]`;
}

function entryItem(content: SummaryContent, entry: SummaryEntry, index: number, selected: number): VirtualElement {
  const heading = entry.heading || (content.entries.length > 1 ? t('Part {0}', index + 1) : '');
  return element(
    'li',
    { class: 'entry', ...(index === selected ? { 'aria-current': 'true' } : {}) },
    ...(heading === '' ? [] : [element('button', { type: 'button', class: 'heading', 'data-entry': index, title: t('Show the source') }, heading)]),
    ...entry.lines.flatMap((line, lineIndex) => lineText(line, index, lineIndex)),
    element(
      'p',
      { class: 'actions' },
      actionButton('copySummary', index, t('Copy')),
      ...(entry.documentable ? [actionButton('insertDocComment', index, t('Insert as doc comment'))] : []),
    ),
  );
}

function actionButton(action: 'copySummary' | 'insertDocComment', entry: number, label: string): VirtualElement {
  return element('button', { type: 'button', class: 'action', 'data-action': action, 'data-entry': entry }, label);
}

function lineText(line: SummaryPanelLine, entry: number, lineIndex: number): VirtualElement[] {
  const words = withWords(line.text, 0, line.targetTokens, (text, index) =>
    element('span', wordAttributes({ 'data-side': 'summary', 'data-entry': entry, 'data-line': lineIndex }, index, 'said', lineIndex === 0), text),
  );
  return [
    element('p', { class: line.note === undefined ? 'line' : 'line quoted' }, ...words),
    ...(line.translation === undefined ? [] : [element('p', { class: 'translated' }, line.translation)]),
    ...(line.note === undefined ? [] : [element('p', { class: 'note' }, line.note)]),
  ];
}

function sourceText(content: SummaryContent, { source, salience }: SummaryEntry, entry: number): VirtualElement {
  const greatest = salience.reduce((most, { weight }) => Math.max(most, weight), 0);
  const words = withWords(content.source.slice(source.start, source.end), source.start, salience, (text, index) => {
    const level = salienceLevel(salience[index]!.weight, greatest);
    const shade = level === undefined ? 'read' : `read salient-${level}`;
    return element('span', wordAttributes({ 'data-side': 'source', 'data-entry': entry }, index, shade, true), text);
  });
  return element(
    'section',
    { class: 'source', 'aria-label': t('Source') },
    element('p', { class: 'legend' }, t('The darker a word, the more the summary was drawn from it.')),
    element('p', { class: 'source-text' }, ...words),
  );
}

function wordAttributes(place: Record<string, string | number>, index: number, look: string, first: boolean): Record<string, string | number> {
  // One tab stop for an entry's words and one for its source; arrow keys go on from there.
  return { class: look, ...place, 'data-index': index, role: 'button', tabindex: first && index === 0 ? 0 : -1 };
}

function footer(state: ViewState, { lines }: SummaryEntry): VirtualElement {
  const written = lines.filter(({ note }) => note === undefined);
  const score = written.reduce((sum, line) => sum + line.score, 0) / written.length;
  return element(
    'footer',
    {},
    element('p', {}, meaningOf(state.evidence)),
    element('p', {}, `${written.length > 0 ? `${confidence(score)} ` : ''}${t('Select a word to find it in the editor.')}`),
  );
}
