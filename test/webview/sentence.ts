import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import type { Token } from '../../engine/protocol/result';

/** A sentence of four source and three target words whose weights are easy to check by eye. */
export const sentence: PanelSentence = {
  source: 'Close the file.',
  target: '关闭文件。',
  sourceTokens: tokens('Close the file.', ['Close', 'the', 'file', '.']),
  targetTokens: tokens('关闭文件。', ['关闭', '文件', '。']),
  alignment: new Float32Array([0.9, 0.08, 0.02, 0, 0.01, 0.29, 0.7, 0, 0, 0, 0.1, 0.9]),
  attention: new Float32Array([0.25, 0.25, 0.25, 0.25, 0, 0, 0.5, 0.5, 1, 0, 0, 0]),
  links: [{ source: 0, target: 0 }, { source: 2, target: 1 }, { source: 3, target: 2 }],
  confidence: new Float32Array([0.8, 0.5, 0.95]),
  score: Math.log(0.5),
};

/** Every character ten pixels wide: layouts do not depend on fonts. */
export function measure(text: string): number {
  return text.length * 10;
}

function tokens(text: string, words: readonly string[]): Token[] {
  let from = 0;
  return words.map((word) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return { text: word, start, end: from };
  });
}
