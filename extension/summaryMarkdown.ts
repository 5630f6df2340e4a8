/** The text of a summary's hover. Pure. */
import type { Say } from '../engine/protocol/phrase';
import { escapeLine } from './hoverMarkdown';
import { quotedNote } from './quotedNote';
import type { SummarizedPart } from './summaryContent';

export interface SummaryLink {
  readonly icon: string;
  readonly label: string;
  readonly target: string;
}

/** The lines (several as bullets) with their translations, an honest note when any is a quotation, and the links. */
export function summaryMarkdown({ summary, translations = [] }: Pick<SummarizedPart, 'summary' | 'translations'>, links: readonly SummaryLink[], say: Say): string {
  const lines = summary.lines.map(({ text, mode }, index) => {
    const translation = translations[index];
    const own = mode === 'extractive' ? `$(quote) ${escapeLine(text)}` : escapeLine(text);
    const both = translation === undefined ? own : `${own}  \n${escapeLine(translation)}`;
    return summary.lines.length > 1 ? `- ${both.replaceAll('\n', '\n  ')}` : both;
  });
  return [lines.join('\n'), ...notes(summary, say), links.map(linkMarkdown).join(' · ')].filter((part) => part !== '').join('\n\n');
}

/** A note for each reason once. */
function notes(summary: SummarizedPart['summary'], say: Say): string[] {
  const quoted = summary.lines.filter(({ mode }) => mode === 'extractive');
  return [...new Set(quoted.map(({ reason }) => `$(quote) *${escapeLine(say(quotedNote(reason)))}*`))];
}

function linkMarkdown({ icon, label, target }: SummaryLink): string {
  return `[$(${icon}) ${label}](${target})`;
}
