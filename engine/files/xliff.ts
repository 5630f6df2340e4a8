import { phrase } from '../protocol/phrase';
import { FormatError } from '../bilingual/unit';
import type { Span } from '../protocol/result';
import { literalPattern } from '../text/literalPattern';
import { applyEdits, type Draft, type DraftInput, type FileEdit, type FileUnit, type KeptPart } from './draft';
import { decodeXml, descendants, escapeXml, parseXml, type XmlElement } from './xml';

/** A source without a translation. */
interface Slot {
  readonly unit: FileUnit;
  readonly source: XmlElement;
  readonly target: XmlElement | undefined;
  /** 2.0: what the state is said of. */
  readonly segment: XmlElement;
}

/** States of a target that is not to be used yet. */
const openStates = ['new', 'needs-translation', 'initial'];

/** Fills the targets of an XLIFF 1.2 or 2.x file. Throws FormatError. */
export function draftXliff({ source: file, targetLanguage }: DraftInput): Draft {
  const { root, second } = readRoot(file);
  const segments = [...descendants(root)].filter(({ name }) => name === (second ? 'segment' : 'trans-unit')).filter(isTranslatable);
  const slots = segments.flatMap((segment) => openSlot(file, segment));
  return {
    units: slots.map(({ unit }) => unit),
    translated: segments.length - slots.length,
    write: (translations) => {
      const refused: number[] = [];
      const edits = slots.flatMap((slot, index): FileEdit[] => {
        const translation = translations[index];
        if (translation === undefined) return [];
        const content = contentOf(slot.unit, translation);
        if (isWellFormed(content)) return targetEdits(file, slot, content, second);
        refused.push(index);
        return [];
      });
      return { text: applyEdits(file, [...languageEdits(root, second, targetLanguage), ...edits]), refused };
    },
  };
}

/** The languages that the file names. */
export function xliffLanguages(file: string): { readonly source: string | undefined; readonly target: string | undefined } {
  const { root, second } = readRoot(file);
  const holder = second ? root : root.children.find(({ name }) => name === 'file');
  const language = (name: string): string | undefined => holder?.attributes.get(name)?.value.split(/[-_]/u)[0]?.toLowerCase();
  return { source: language(second ? 'srcLang' : 'source-language'), target: language(second ? 'trgLang' : 'target-language') };
}

function readRoot(file: string): { readonly root: XmlElement; readonly second: boolean } {
  const root = parseXml(file);
  if (root.name !== 'xliff') throw new FormatError(phrase('this is not XLIFF: its root is <{0}>', root.name), root.start);
  return { root, second: root.attributes.get('version')?.value.startsWith('2') === true };
}

function isTranslatable(element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const translate = at.attributes.get('translate')?.value;
    if (translate !== undefined) return translate !== 'no';
  }
  return true;
}

function openSlot(file: string, segment: XmlElement): Slot[] {
  const source = segment.children.find(({ name }) => name === 'source');
  const target = segment.children.find(({ name }) => name === 'target');
  if (!source) return [];
  const state = target?.attributes.get('state')?.value ?? segment.attributes.get('state')?.value;
  const filled = target !== undefined && file.slice(target.content.start, target.content.end).trim() !== '';
  const open = !filled || (state !== undefined && openStates.includes(state));
  if (!open) return [];
  const holder = segment.name === 'segment' ? segment.parent : segment;
  const context = holder?.attributes.get('resname')?.value ?? holder?.attributes.get('id')?.value;
  const { text, kept } = readContent(file, source);
  if (text.trim() === '') return [];
  return [{
    unit: { source: text, span: source.content, ...(context === undefined ? {} : { context }), flags: [], syntax: 'plain', kept },
    source,
    target,
    segment,
  }];
}

/** Elements whose content is code. */
const opaque = ['ph', 'bpt', 'ept', 'it', 'x', 'bx', 'ex', 'sc', 'ec', 'sm', 'em', 'cp'];

/** The text of a source with its tags, which pass through. */
function readContent(file: string, source: XmlElement): { readonly text: string; readonly kept: KeptPart[] } {
  const kept: KeptPart[] = [];
  let text = '';
  let offset = source.content.start;
  const addText = (end: number): void => {
    text += decodeXml(file.slice(offset, end));
    offset = end;
  };
  const addTag = ({ start, end }: Span): void => {
    addText(start);
    const raw = file.slice(start, end);
    kept.push({ start: text.length, end: text.length + raw.length, text: raw });
    text += raw;
    offset = end;
  };
  const visit = (element: XmlElement): void => {
    if (element.selfClosing || opaque.includes(element.name)) {
      addTag(element);
      return;
    }
    addTag({ start: element.start, end: element.content.start });
    element.children.forEach(visit);
    addTag({ start: element.content.end, end: element.end });
  };
  source.children.forEach(visit);
  addText(source.content.end);
  return { text, kept };
}

/** The translation as XML: its tags stay tags, each as often as the source has it, and the rest is text. */
function contentOf({ kept }: FileUnit, translation: string): string {
  const left = new Map<string, number>();
  for (const { text } of kept) left.set(text, (left.get(text) ?? 0) + 1);
  if (left.size === 0) return escapeXml(translation);
  const longestFirst = [...left.keys()].sort((a, b) => b.length - a.length).map(literalPattern);
  let content = '';
  let offset = 0;
  for (const { 0: tag, index } of translation.matchAll(new RegExp(longestFirst.join('|'), 'gu'))) {
    const count = left.get(tag)!;
    if (count === 0) continue;
    left.set(tag, count - 1);
    content += escapeXml(translation.slice(offset, index)) + tag;
    offset = index + tag.length;
  }
  return content + escapeXml(translation.slice(offset));
}

/** Tags may have changed places, but each must still close what is open. */
function isWellFormed(content: string): boolean {
  try {
    parseXml(`<target>${content}</target>`);
    return true;
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

function targetEdits(file: string, { source, target, segment }: Slot, content: string, second: boolean): FileEdit[] {
  const prefix = /^<(\w+:)?/u.exec(file.slice(source.start))?.[1] ?? '';
  const stateEdit = second ? attributeEdit(segment, 'state', 'translated') : undefined;
  const state = second ? '' : ' state="needs-review-translation"';
  const whole = `<${prefix}target${state}>${content}</${prefix}target>`;
  if (!target) {
    const lead = /\r?\n[ \t]*$/u.exec(file.slice(0, source.start))?.[0] ?? '';
    return [{ start: source.end, end: source.end, text: lead + whole }, ...(stateEdit ? [stateEdit] : [])];
  }
  if (target.selfClosing) return [{ start: target.start, end: target.end, text: whole }, ...(stateEdit ? [stateEdit] : [])];
  return [{ ...target.content, text: content }, stateEdit ?? attributeEdit(target, 'state', 'needs-review-translation')];
}

function languageEdits(root: XmlElement, second: boolean, language: string): FileEdit[] {
  const name = second ? 'trgLang' : 'target-language';
  const holders = second ? [root] : root.children.filter((child) => child.name === 'file');
  return holders.filter(({ attributes }) => !attributes.has(name)).map((holder) => attributeEdit(holder, name, language));
}

function attributeEdit({ attributes, attributesEnd }: XmlElement, name: string, value: string): FileEdit {
  const known = attributes.get(name);
  return known ? { start: known.start, end: known.end, text: value } : { start: attributesEnd, end: attributesEnd, text: ` ${name}="${value}"` };
}
