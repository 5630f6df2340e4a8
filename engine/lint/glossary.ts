/** A term of the source with the translations that are right for it; one of them must be there. */
export interface GlossaryTerm {
  readonly source: string;
  readonly targets: readonly string[];
}

/**
 * Reads tab-separated lines: a term, then one or more translations. Empty lines and lines that begin with `#` are
 * left out. Throws RangeError naming the first line without a translation.
 */
export function parseGlossary(text: string): GlossaryTerm[] {
  return text.replace(/^\uFEFF/u, '').split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [source = '', ...targets] = line.split('\t').map((field) => field.trim()).filter((field) => field !== '');
    if (targets.length === 0) throw new RangeError(`line ${index + 1} has no translation behind a tab`);
    return [{ source, targets }];
  });
}
