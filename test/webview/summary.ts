import type { SummaryContent, SummaryEntry, SummaryPanelLine } from '../../engine/protocol/panelProtocol';

const source = 'Open the file.\n\nx <- 1';

const written: SummaryPanelLine = {
  text: 'Opens files.',
  sourceTokens: [
    { text: 'Open', start: 0, end: 4 },
    { text: 'file', start: 9, end: 13 },
  ],
  targetTokens: [
    { text: 'Opens', start: 0, end: 5 },
    { text: 'files', start: 6, end: 11 },
    { text: '.', start: 11, end: 12 },
  ],
  alignment: new Float32Array([0.75, 0.25, 0.02, 0.98, 0.5, 0.5]),
  attention: new Float32Array([0.25, 0.75, 0.5, 0.5, 1, 0]),
  score: Math.log(0.5),
};

const quoted: SummaryPanelLine = {
  text: 'x <- 1',
  note: 'Quoted from the text, because.',
  translation: '设 x 为 1',
  sourceTokens: [{ text: 'x', start: 16, end: 17 }],
  targetTokens: [{ text: 'x', start: 0, end: 1 }],
  alignment: new Float32Array([1]),
  attention: new Float32Array([1]),
  score: 0,
};

/** Two parts whose weights are easy to check by eye: one that the model wrote of, one quoted and translated. */
export const content: SummaryContent = {
  title: 'guide.md',
  pack: 'sum-prose 0.1.0',
  kind: 'prose',
  source,
  entries: [
    {
      heading: 'Files',
      documentable: false,
      source: { start: 0, end: 14 },
      lines: [written],
      salience: [
        { start: 0, end: 4, weight: 0.2 },
        { start: 5, end: 8, weight: 0.005 },
        { start: 9, end: 13, weight: 0.79 },
        { start: 13, end: 14, weight: 0.005 },
      ],
    },
    { heading: '', documentable: true, source: { start: 16, end: 22 }, lines: [quoted], salience: [{ start: 16, end: 17, weight: 1 }] },
  ],
};

export const [first, second] = content.entries as [SummaryEntry, SummaryEntry];
