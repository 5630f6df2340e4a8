/** The text of a summary's hover. Pure. */
import type { ExtractReason } from '../engine/protocol/result';
import { escapeMarkdown } from './hoverMarkdown';
import type { SummarizedPart } from './summaryContent';

export interface SummaryLink {
  readonly icon: string;
  readonly label: string;
  readonly target: string;
}

const reasons: Readonly<Record<ExtractReason, string>> = {
  requested: 'as alignlens.summary.mode asks',
  'low-confidence': 'because the model was not sure enough of words of its own',
  unsupported: 'because the model\'s own words named something that the text does not',
  unreadable: 'because the text is not of the language that the model reads',
};

/** The lines with their translations, an honest note when any is a quotation, and the links. */
export function summaryMarkdown({ summary, translations = [] }: Pick<SummarizedPart, 'summary' | 'translations'>, links: readonly SummaryLink[]): string {
  const lines = summary.lines.map(({ text, mode }, index) => {
    const translation = translations[index];
    const own = mode === 'extractive' ? `$(quote) ${escapeMarkdown(text)}` : escapeMarkdown(text);
    return translation === undefined ? own : `${own}  \n${escapeMarkdown(translation)}`;
  });
  return [...lines, ...notes(summary), links.map(linkMarkdown).join(' · ')].filter((part) => part !== '').join('\n\n');
}

/** What a quotation says of itself: "Quoted …". */
export function quotedNote(reason: ExtractReason | undefined): string {
  return reason === undefined ? 'Quoted from the text.' : `Quoted from the text, ${reasons[reason]}.`;
}

/** A note for each reason once. */
function notes(summary: SummarizedPart['summary']): string[] {
  const quoted = summary.lines.filter(({ mode }) => mode === 'extractive');
  return [...new Set(quoted.map(({ reason }) => `$(quote) *${escapeMarkdown(quotedNote(reason))}*`))];
}

function linkMarkdown({ icon, label, target }: SummaryLink): string {
  return `[$(${icon}) ${label}](${target})`;
}
