import type { PackInfo, Summary } from '../../engine/protocol/result';
import type { SummarizedPart } from '../../extension/summaryContent';
import { selectionSubjects } from '../../extension/summarySubjects';

export const prosePack: PackInfo = { id: 'sum-prose', version: '0.1.0', task: 'summarize', sourceLanguage: 'en', targetLanguage: 'en', location: 'memory:' };

const text = 'Open the file.';

/** Written by the model from "Open the file.", with all but the stop salient. */
export const summary: Summary = {
  source: text,
  lines: [
    {
      text: 'Opens *files*.',
      mode: 'abstractive',
      source: { start: 0, end: 14 },
      sourceTokens: [
        { text: 'Open', start: 0, end: 4 },
        { text: 'file', start: 9, end: 13 },
      ],
      targetTokens: [{ text: 'Opens', start: 0, end: 5 }],
      alignment: new Float32Array([0.75, 0.25]),
      attention: new Float32Array([0.5, 0.5]),
      score: -0.5,
    },
  ],
  salience: [
    { start: 0, end: 4, weight: 0.2 },
    { start: 5, end: 8, weight: 0.005 },
    { start: 9, end: 13, weight: 0.79 },
    { start: 13, end: 14, weight: 0.005 },
  ],
};

export const quoted: Summary = {
  ...summary,
  lines: summary.lines.map((line) => ({ ...line, text, mode: 'extractive', reason: 'low-confidence', score: 0 })),
};

/** The sentence in a document, with the summary given. */
export function partOf(document: string, given: Summary = summary): SummarizedPart {
  const start = document.indexOf(text);
  const [subject] = selectionSubjects(document, [{ start, end: start + text.length }], 'markdown').subjects;
  return { subject: subject!, summary: given };
}
