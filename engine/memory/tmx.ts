/** Translation memories in TMX 1.4, the format that translation programs exchange (LISA OSCAR, 2005). Pure. */
import { phrase, PhrasedError } from '../protocol/phrase';
import type { MemoryUnit } from './unit';
import { escapeXml, readXml, XmlError, type XmlEvent } from './xml';

/** What is no TMX, with a sentence that says where and why. */
export class TmxError extends PhrasedError {
  override readonly name = 'TmxError';
}

/** One translation unit per memory unit. */
export function writeTmx(units: readonly MemoryUnit[], version: string): string {
  const languages = new Set(units.map(({ sourceLanguage }) => sourceLanguage));
  const [only, ...others] = languages;
  const source = only !== undefined && others.length === 0 ? only : '*all*';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    `<header creationtool="AlignLens" creationtoolversion="${escapeXml(version)}" segtype="paragraph" o-tmf="AlignLens" adminlang="en" srclang="${escapeXml(source)}" datatype="plaintext"/>`,
    '<body>',
    ...units.map(unitElement),
    '</body>',
    '</tmx>',
    '',
  ].join('\n');
}

function unitElement({ source, target, sourceLanguage, targetLanguage, changed }: MemoryUnit): string {
  const variant = (language: string, text: string): string => `<tuv xml:lang="${escapeXml(language)}"><seg>${escapeXml(text)}</seg></tuv>`;
  return `<tu srclang="${escapeXml(sourceLanguage)}" changedate="${tmxDate(changed)}">${variant(sourceLanguage, source)}${variant(targetLanguage, target)}</tu>`;
}

export interface ReadTmxOptions {
  /** Awaited now and then in a long document: the caller may let others have their turn, or throw to stop. */
  readonly pause?: () => Promise<void>;
}

/** Marks between two pauses: about a millisecond's work. */
const eventsAtOnce = 2000;

/** Of units that do not say when they were changed: what the user corrected is newer. */
const unknownTime = 0;

/**
 * The units of a document: of each `tu`, the variant in its source language with every other one. Languages lose what
 * follows the first part (`en-US` is `en`); inline codes lose what they stand for, which is no text.
 *
 * @throws TmxError
 */
export async function readTmx(text: string, { pause }: ReadTmxOptions = {}): Promise<MemoryUnit[]> {
  const reader = new TmxReader();
  try {
    let count = 0;
    for (const event of readXml(text)) {
      reader.take(event);
      if (++count % eventsAtOnce === 0) await pause?.();
    }
  } catch (error) {
    if (error instanceof XmlError) throw new TmxError(phrase('line {0}: {1}', error.line, error.phrase));
    throw error;
  }
  if (!reader.isTmx) throw new TmxError(phrase('there is no <tmx> element'));
  return reader.units;
}

/** Elements in a segment whose content is a code of another format; what `sub` holds in one is text again, but of another flow. */
const codes = new Set(['bpt', 'ept', 'it', 'ph', 'ut', 'sub']);

interface Variant {
  readonly language: string;
  text: string | undefined;
}

class TmxReader {
  readonly units: MemoryUnit[] = [];
  isTmx = false;
  private defaultSource = '*all*';
  private unitSource: string | undefined;
  private changed = 0;
  private variants: Variant[] = [];
  private inSegment = false;
  private codeDepth = 0;

  take(event: XmlEvent): void {
    if (event.kind === 'text') this.text(event.text);
    else if (event.kind === 'close') this.close(event.name);
    else {
      this.open(event.name, event.attributes);
      if (event.empty) this.close(event.name);
    }
  }

  private text(text: string): void {
    const variant = this.variants.at(-1);
    if (this.inSegment && this.codeDepth === 0 && variant) variant.text = (variant.text ?? '') + text;
  }

  private open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'tmx') this.isTmx = true;
    else if (name === 'header') this.defaultSource = attributes.get('srclang') ?? this.defaultSource;
    else if (name === 'tu') {
      this.variants = [];
      this.unitSource = attributes.get('srclang');
      this.changed = dateOf(attributes.get('changedate') ?? attributes.get('creationdate')) ?? unknownTime;
      // Versions before 1.4 wrote `lang`.
    } else if (name === 'tuv') this.variants.push({ language: primary(attributes.get('xml:lang') ?? attributes.get('lang') ?? ''), text: undefined });
    else if (name === 'seg') this.inSegment = true;
    else if (codes.has(name)) this.codeDepth++;
  }

  private close(name: string): void {
    if (name === 'seg') this.inSegment = false;
    else if (codes.has(name)) this.codeDepth = Math.max(0, this.codeDepth - 1);
    else if (name === 'tu') this.finish();
  }

  private finish(): void {
    const language = primary(this.unitSource ?? this.defaultSource);
    const present = this.variants.filter(({ text }) => text !== undefined && text.trim() !== '');
    const source = present.find((variant) => variant.language === language) ?? present[0];
    for (const target of present) {
      if (!source || target.language === source.language || target.language === '') continue;
      this.units.push({
        source: source.text!.trim(),
        target: target.text!.trim(),
        sourceLanguage: source.language,
        targetLanguage: target.language,
        changed: this.changed,
      });
    }
  }
}

/** `en` of `EN-US` and `en_GB`; packs know no more. */
function primary(language: string): string {
  return language.split(/[-_]/u)[0]!.toLowerCase();
}

/** `20261126T012237Z` */
function tmxDate(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/gu, '');
}

function dateOf(text: string | undefined): number | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(text ?? '') ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
