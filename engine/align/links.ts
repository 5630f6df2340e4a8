import type { Link } from '../protocol/result';

/**
 * The links of a matrix of weights: pairs of words that carry at least `threshold`, in the order of the target.
 *
 * @param weights `[rows, columns]`, row-major: target words by source words
 */
export function linksOf(weights: Float32Array, columns: number, threshold: number): Link[] {
  const links: Link[] = [];
  weights.forEach((weight, cell) => {
    if (weight >= threshold) links.push({ source: cell % columns, target: Math.floor(cell / columns) });
  });
  return links;
}

/** The best choice on dev for one direction and for both (docs/alignment.md). */
export const linkThreshold = 0.4;
