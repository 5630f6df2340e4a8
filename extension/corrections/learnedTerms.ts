/** What the words of corrections do for other texts. Pure. */
import type { Direction, MemoryUnit } from '../../engine/memory';
import type { Term } from '../../engine/protocol/term';

/** Words with one meaning only: where corrections disagree, none of them speaks for other texts. */
export function learnedTerms(units: Iterable<MemoryUnit>, { sourceLanguage, targetLanguage }: Direction): Term[] {
  const targets = new Map<string, Set<string>>();
  for (const unit of units) {
    if (unit.sourceLanguage !== sourceLanguage || unit.targetLanguage !== targetLanguage) continue;
    for (const { source, target } of unit.words ?? []) {
      const known = targets.get(source) ?? new Set();
      targets.set(source, known.add(target));
    }
  }
  return [...targets].flatMap(([source, [target, ...others]]) =>
    target === undefined || others.length > 0 ? [] : [{ source, target, required: false }],
  );
}
