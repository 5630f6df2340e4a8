/** How strongly a word of a summarized text is shaded, in the editor and in the panel. */

/** As many as package.json contributes colours for. */
export const levelCount = 6;

/** Words with less of the strongest word's weight stay plain: a text that is marked everywhere says nothing. */
const leastShare = 0.06;

/**
 * Level 0 (faint) to `levelCount - 1` of a word, or undefined for none. The square root spreads the many small weights:
 * a quarter of the greatest weight is half as strong.
 */
export function salienceLevel(weight: number, greatest: number): number | undefined {
  if (greatest <= 0 || weight < leastShare * greatest) return undefined;
  const faintest = Math.sqrt(leastShare);
  const strength = (Math.sqrt(weight / greatest) - faintest) / (1 - faintest);
  return Math.min(levelCount - 1, Math.floor(strength * levelCount));
}
