import type { SentenceTranslation, Translation } from '../../engine/protocol/result';
import { sentence } from '../webview/sentence';

const { sourceTokens, targetTokens, alignment, attention, links, confidence, score } = sentence;

/** The sample sentence as the second sentence of a text. */
export const secondSentence: SentenceTranslation = {
  source: { start: 6, end: 21 },
  target: { start: 3, end: 8 },
  sourceTokens: sourceTokens.map(({ text, start, end }) => ({ text, start: start + 6, end: end + 6 })),
  targetTokens: targetTokens.map(({ text, start, end }) => ({ text, start: start + 3, end: end + 3 })),
  alignment,
  attention,
  links,
  confidence,
  subwords: [40, 41, 42],
  score,
};

export const translation: Translation = {
  source: 'Stop. Close the file.',
  target: '停止。关闭文件。',
  sentences: [
    {
      source: { start: 0, end: 5 },
      target: { start: 0, end: 3 },
      sourceTokens: [{ text: 'Stop', start: 0, end: 4 }],
      targetTokens: [{ text: '停止', start: 0, end: 2 }],
      alignment: new Float32Array([1]),
      attention: new Float32Array([1]),
      links: [{ source: 0, target: 0 }],
      confidence: new Float32Array([0.5]),
      subwords: [43],
      score,
    },
    secondSentence,
  ],
  score,
};
