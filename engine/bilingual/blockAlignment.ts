import type { Block } from './markdownBlocks';

/** Blocks that belong together: indices into both documents, one of them perhaps empty. */
export interface Bead {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Costs in units of "as unlikely as": tuned by hand on translated documentation, not critical. */
const skipCost = 1.6;
const mergeCost = 0.7;
const otherKind = 2.5;
const otherLevel = 1;
const otherCode = 1.5;
/** The most that the lengths add. */
const mostLengthCost = 2;
/** The most that names and numbers in common take off, and what having none in common adds. */
const sharedBonus = 1;
const nothingShared = 0.4;

/** Moves of the alignment: blocks taken of the source and of the target. */
const moves = [[1, 1], [1, 0], [0, 1], [2, 1], [1, 2]] as const;

/**
 * Aligns the blocks of two documents: the monotone path of least cost over kinds, lengths and what translations leave
 * as it is (code, numbers, Latin names). Takes time and memory in proportion to the product of the counts.
 */
export function alignBlocks(source: readonly Block[], target: readonly Block[]): Bead[] {
  const sources = source.map(featuresOf);
  const targets = target.map(featuresOf);
  const total = (blocks: readonly Features[]): number => blocks.reduce((sum, { length }) => sum + length, 0) || 1;
  // How long translations are in these languages, the documents themselves say.
  const ratio = total(targets) / total(sources);
  const width = target.length + 1;
  const costs = new Float64Array((source.length + 1) * width).fill(Infinity);
  const taken = new Uint8Array(costs.length);
  costs[0] = 0;
  for (let i = 0; i <= source.length; i++) {
    for (let j = 0; j <= target.length; j++) {
      moves.forEach(([down, right], move) => {
        if (i < down || j < right) return;
        const before = costs[(i - down) * width + j - right]!;
        if (before === Infinity) return;
        const cost = before + moveCost(sources.slice(i - down, i), targets.slice(j - right, j), ratio);
        if (cost >= costs[i * width + j]!) return;
        costs[i * width + j] = cost;
        taken[i * width + j] = move;
      });
    }
  }
  return trace(taken, source.length, target.length);
}

function trace(taken: Uint8Array, rows: number, columns: number): Bead[] {
  const beads: Bead[] = [];
  for (let i = rows, j = columns; i > 0 || j > 0; ) {
    const [down, right] = moves[taken[i * (columns + 1) + j]!]!;
    beads.push({ source: indices(i - down, i), target: indices(j - right, j) });
    i -= down;
    j -= right;
  }
  return beads.reverse();
}

function indices(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

interface Features extends Pick<Block, 'kind' | 'level' | 'text'> {
  /** Characters, ideographs counted as what they are. */
  readonly length: number;
  /** Numbers, code and Latin words that translations tend to leave. */
  readonly names: ReadonlySet<string>;
}

function featuresOf({ kind, level, text }: Block): Features {
  const names = text.match(/`[^`]+`|https?:\/\/[^\s)]+|\d+(?:\.\d+)*|[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*/gu) ?? [];
  return { kind, level, text, length: text.length, names: new Set(names) };
}

function moveCost(sources: readonly Features[], targets: readonly Features[], ratio: number): number {
  if (sources.length === 0 || targets.length === 0) return skipCost;
  const merged = sources.length + targets.length > 2;
  // Only running prose is split and joined by translators.
  if (merged && [...sources, ...targets].some(({ kind }) => kind !== 'paragraph' && kind !== 'quote')) return Infinity;
  const [first, second] = [sources[0]!, targets[0]!];
  let cost = merged ? mergeCost : 0;
  if (first.kind !== second.kind) cost += otherKind;
  else if (first.level !== second.level) cost += otherLevel;
  if (first.kind === 'code' && second.kind === 'code') return cost + (first.text.trim() === second.text.trim() ? -sharedBonus : otherCode);
  return cost + lengthCost(lengthOf(sources) * ratio, lengthOf(targets)) + namesCost(sources, targets);
}

function lengthOf(blocks: readonly Features[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}

/** Short blocks vary more: some characters are added to both. */
function lengthCost(expected: number, length: number): number {
  return Math.min(Math.abs(Math.log((length + 6) / (expected + 6))) * 1.2, mostLengthCost);
}

function namesCost(sources: readonly Features[], targets: readonly Features[]): number {
  const own = new Set(sources.flatMap(({ names }) => [...names]));
  const other = new Set(targets.flatMap(({ names }) => [...names]));
  if (own.size === 0 && other.size === 0) return 0;
  const shared = [...own].filter((name) => other.has(name)).length;
  if (shared === 0) return nothingShared;
  return (-sharedBonus * shared) / Math.max(own.size, other.size);
}
