import type { SentenceTranslation, Token, Translation } from '../protocol/result';

/** What `translate --json` writes for a line; matrices are `[targetTokens][sourceTokens]`, rows sum to 1. */
export interface JsonLine {
  readonly source: string;
  readonly target: string;
  /** Mean log-probability per target subword. */
  readonly score: number;
  readonly sourceTokens: readonly Token[];
  readonly targetTokens: readonly Token[];
  readonly alignment: readonly (readonly number[])[];
  readonly attention: readonly (readonly number[])[];
}

/** The words of the whole line; a sentence's matrix is a block in the line's, zero outside. */
export function toJsonLine({ source, target, score, sentences }: Translation): JsonLine {
  const sourceTokens = sentences.flatMap((sentence) => sentence.sourceTokens).map(plainToken);
  const targetTokens = sentences.flatMap((sentence) => sentence.targetTokens).map(plainToken);
  const width = sourceTokens.length;
  return {
    source,
    target,
    score,
    sourceTokens,
    targetTokens,
    alignment: blockRows(sentences, width, ({ alignment }) => alignment),
    attention: blockRows(sentences, width, ({ attention }) => attention),
  };
}

function blockRows(
  sentences: readonly SentenceTranslation[],
  width: number,
  matrixOf: (sentence: SentenceTranslation) => Float32Array,
): number[][] {
  const rows: number[][] = [];
  let column = 0;
  for (const sentence of sentences) {
    const matrix = matrixOf(sentence);
    const own = sentence.sourceTokens.length;
    sentence.targetTokens.forEach((_, t) => {
      const row = new Array<number>(width).fill(0);
      row.splice(column, own, ...matrix.subarray(t * own, (t + 1) * own));
      rows.push(row);
    });
    column += own;
  }
  return rows;
}

/** Rows of a row-major matrix. */
export function matrixRows(matrix: Float32Array, columns: number): number[][] {
  return Array.from({ length: columns > 0 ? matrix.length / columns : 0 }, (_, row) => [
    ...matrix.subarray(row * columns, (row + 1) * columns),
  ]);
}

export function plainToken({ text, start, end }: Token): Token {
  return { text, start, end };
}
