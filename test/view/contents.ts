/** Translations for the view's tests: made by rule, so that every number in them can be known. */
import type { PanelContent, PanelSentence } from '../../engine/protocol/panelProtocol';
import type { Link, Token } from '../../engine/protocol/result';

export interface Sentence {
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** What stands between the words: a blank by default. */
  readonly sourceGap?: string;
  readonly targetGap?: string;
  readonly confidence?: (target: number) => number;
  readonly score?: number;
}

/** Each target word mostly comes from the source word at the same share of the way; its neighbours explain the rest. */
export function sentenceOf({ source, target, sourceGap = ' ', targetGap = ' ', confidence = wave, score = Math.log(0.5) }: Sentence): PanelSentence {
  const [columns, rows] = [source.length, target.length];
  const alignment = new Float32Array(rows * columns);
  const attention = new Float32Array(rows * columns);
  const links: Link[] = [];
  for (let t = 0; t < rows; t += 1) {
    const centre = Math.min(columns - 1, Math.floor(((t + 0.5) * columns) / rows));
    spread(alignment, t * columns, columns, centre, [0.06, 0.82, 0.1]);
    spread(attention, t * columns, columns, centre, [0.25, 0.4, 0.3]);
    links.push({ source: centre, target: t });
  }
  return {
    source: source.join(sourceGap),
    target: target.join(targetGap),
    sourceTokens: tokens(source, sourceGap),
    targetTokens: tokens(target, targetGap),
    alignment,
    attention,
    links,
    confidence: Float32Array.from(target, (_, index) => confidence(index)),
    score,
  };
}

export function contentOf(sentences: readonly PanelSentence[], languages: readonly [source: string, target: string] = ['en', 'zh']): PanelContent {
  return { title: 'guide.md', sourceLanguage: languages[0], targetLanguage: languages[1], pack: 'en-zh 0.2.0', sentences, appliesTo: 'source' };
}

/** `count` words like `word12`. */
export function manyWords(count: number, stem = 'word'): string[] {
  return Array.from({ length: count }, (_, index) => `${stem}${index}`);
}

export const ordinary: readonly PanelSentence[] = [
  sentenceOf({
    source: ['Close', 'the', 'file', 'before', 'you', 'open', 'another', 'one', '.'],
    target: ['在', '打开', '另', '一个', '文件', '之前', '关闭', '该', '文件', '。'],
    targetGap: '',
    score: Math.log(0.62),
  }),
  sentenceOf({ source: ['The', 'cache', 'is', 'empty', '.'], target: ['缓存', '为', '空', '。'], targetGap: '', score: Math.log(0.81) }),
  sentenceOf({ source: ['Frobnicate', 'the', 'quux', '.'], target: ['弗罗', '布', '尼', '卡', '。'], targetGap: '', confidence: () => 0.09, score: Math.log(0.12) }),
];

/** From 0.05 to 0.95 and back. */
function wave(index: number): number {
  return 0.5 - 0.45 * Math.cos((index * Math.PI) / 4);
}

/** Shares of a row around its centre; what falls over an edge goes to the centre. */
function spread(weights: Float32Array, row: number, columns: number, centre: number, [before, at, after]: readonly [number, number, number]): void {
  weights[row + centre] = at + (centre === 0 ? before : 0) + (centre === columns - 1 ? after : 0);
  if (centre > 0) weights[row + centre - 1] = before;
  if (centre < columns - 1) weights[row + centre + 1] = after;
  // Rows sum to 1: the rest lies far away, too thin to see.
  const sum = weights.subarray(row, row + columns).reduce((total, weight) => total + weight, 0);
  for (let column = 0; column < columns; column += 1) weights[row + column]! += (1 - sum) / columns;
}

function tokens(words: readonly string[], gap: string): Token[] {
  let end = -gap.length;
  return words.map((text) => {
    const start = end + gap.length;
    end = start + text.length;
    return { text, start, end };
  });
}
