/** How one text differs from another, in words or, where words are not spaced, characters. No DOM. */

export interface DiffPart {
  /** `same` in both, `new` here only, `gone`: in the other only. */
  readonly kind: 'same' | 'new' | 'gone';
  readonly text: string;
}

/** Tables beyond this many cells take too long for a list on a page: the middle then counts as changed. */
const cellLimit = 1_000_000;

const unit = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{M}'’_-]+|\s+|./gsu;

/** The parts of `text`, with what `other` has in addition; the `same` and `new` parts together are `text`. */
export function diffText(other: string, text: string): DiffPart[] {
  const before: string[] = other.match(unit) ?? [];
  const after: string[] = text.match(unit) ?? [];
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const middle = diffUnits(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return joined([
    ...after.slice(0, head).map(same),
    ...middle,
    ...after.slice(after.length - tail).map(same),
  ]);
}

/** By the longest common subsequence. */
function diffUnits(before: readonly string[], after: readonly string[]): DiffPart[] {
  const parts: DiffPart[] = [];
  const lengths = commonLengths(before, after);
  const width = after.length + 1;
  let [b, a] = [0, 0];
  while (b < before.length || a < after.length) {
    if (b < before.length && a < after.length && lengths && before[b] === after[a]) {
      parts.push(same(after[a]!));
      b++;
      a++;
    } else if (a < after.length && (b === before.length || (lengths?.[b * width + a + 1] ?? 0) >= (lengths?.[(b + 1) * width + a] ?? 0))) {
      parts.push({ kind: 'new', text: after[a++]! });
    } else {
      parts.push({ kind: 'gone', text: before[b++]! });
    }
  }
  return parts;
}

/** `[before.length + 1, after.length + 1]`: units that the rests from there on have in common; undefined when it is too much. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array | undefined {
  const width = after.length + 1;
  if ((before.length + 1) * width > cellLimit) return undefined;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      const here = b * width + a;
      lengths[here] =
        before[b] === after[a] ? lengths[here + width + 1]! + 1 : Math.max(lengths[here + width]!, lengths[here + 1]!);
    }
  }
  return lengths;
}

/** Neighbours of one kind become one part; what replaces something is `new` alone. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const merged: { kind: DiffPart['kind']; text: string }[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else merged.push({ ...part });
  }
  return merged.filter(
    ({ kind }, index) => kind !== 'gone' || (merged[index - 1]?.kind !== 'new' && merged[index + 1]?.kind !== 'new'),
  );
}

function same(text: string): DiffPart {
  return { kind: 'same', text };
}
