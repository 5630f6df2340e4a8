import type { MappedString } from './mappedString';
import { escapePo, readPoEntries, type PoEntry } from './poStrings';
import { singularFlag, type Unit } from './unit';

/** A gettext catalogue. */
export interface Catalogue {
  /** Without the header and obsolete messages, in the file's order; each plural form is a unit. */
  readonly units: readonly Unit[];
  /** `Language` of the header, as it is written there. */
  readonly language: string | undefined;
}

/** Reads a `.po` or `.pot` file; both texts of its units lie in it. Throws FormatError. */
export function readPo(file: string): Catalogue {
  const entries = readPoEntries(file);
  const header = entries.find(isHeader)?.translations.get(0)?.text ?? '';
  const language = /^Language:[ \t]*(\S+)/mu.exec(header)?.[1];
  return { units: entries.filter((entry) => !isHeader(entry)).flatMap(unitsOf), language };
}

/** The entry that describes the catalogue. */
export function isHeader({ id, context }: PoEntry): boolean {
  return id.text === '' && context === undefined;
}

function unitsOf({ context, id, plural, translations, flags }: PoEntry): Unit[] {
  return [...translations].map(([index, target]) => {
    // A language with one form says everything in it; of several, the first is for one thing (or for few numbers).
    const singular = plural !== undefined && index === 0 && translations.size > 1;
    const own = singular ? [...flags, singularFlag] : flags;
    return unitOf(plural === undefined || singular ? id : plural, target, own, context);
  });
}

function unitOf(source: MappedString, target: MappedString, flags: readonly string[], context?: MappedString): Unit {
  return {
    source: source.text,
    target: target.text,
    sourceSpan: source.span,
    targetSpan: target.span,
    toSourceFile: source.toFile,
    toTargetFile: target.toFile,
    writeTarget: escapePo,
    flags,
    ...(context === undefined ? {} : { context: context.text }),
  };
}
