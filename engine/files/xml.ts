import { phrase } from '../protocol/phrase';
import { FormatError } from '../bilingual/unit';
import type { Span } from '../protocol/result';

/** An element of an XML file, with the places of its parts. */
export interface XmlElement extends Span {
  /** Without the prefix of a namespace. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  /** Between its tags; empty and behind the tag where it closes itself. */
  readonly content: Span;
  readonly selfClosing: boolean;
  /** Where another attribute is written in the start tag. */
  readonly attributesEnd: number;
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
}

export interface XmlAttribute extends Span {
  /** Of the value between its quotes. */
  readonly value: string;
}

interface OpenElement extends Omit<XmlElement, 'end' | 'content' | 'children'> {
  end: number;
  content: { start: number; end: number };
  readonly children: OpenElement[];
  readonly rawName: string;
}

const markup = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>[]*(?:\[[^]*?\])?\s*>|<\/([^\s>]+)\s*>|<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gu;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;

/** Elements in one another at most: what reads them calls itself, and no file of texts has as many. */
const deepest = 200;

/** The root element. Throws FormatError for a file that is not well-formed. */
export function parseXml(file: string): XmlElement {
  const roots: OpenElement[] = [];
  const open: OpenElement[] = [];
  let offset = 0;
  for (const match of file.matchAll(markup)) {
    strayMarkup(file, offset, match.index);
    offset = match.index + match[0].length;
    const [, closing, name] = match;
    if (closing !== undefined) {
      const element = open.pop();
      if (element?.rawName !== closing) throw new FormatError(phrase('</{0}> closes nothing that is open', closing), match.index);
      element.content.end = match.index;
      element.end = offset;
    } else if (name !== undefined) {
      const element = startTag(match, open.at(-1));
      if (open.length >= deepest) throw new FormatError(phrase('<{0}> lies in more than {1} others', element.rawName, deepest), match.index);
      (open.at(-1)?.children ?? roots).push(element);
      if (!element.selfClosing) open.push(element);
    }
  }
  strayMarkup(file, offset, file.length);
  const unclosed = open.at(-1);
  if (unclosed) throw new FormatError(phrase('<{0}> is not closed', unclosed.rawName), unclosed.start);
  if (!roots[0]) throw new FormatError('this is not XML: there is no element', 0);
  return roots[0];
}

function startTag(match: RegExpExecArray, parent: OpenElement | undefined): OpenElement {
  const rawName = match[2]!;
  const from = match.index + 1 + rawName.length;
  const end = match.index + match[0].length;
  const attributes = new Map<string, XmlAttribute>();
  for (const found of match[3]!.matchAll(attribute)) {
    const value = found[2] ?? found[3] ?? '';
    const stop = from + found.index + found[0].length - 1;
    attributes.set(found[1]!, { value: decodeXml(value), start: stop - value.length, end: stop });
  }
  return {
    name: rawName.slice(rawName.indexOf(':') + 1),
    rawName,
    attributes,
    start: match.index,
    end,
    content: { start: end, end },
    selfClosing: match[4] === '/',
    attributesEnd: from + match[3]!.length,
    children: [],
    parent,
  };
}

function strayMarkup(file: string, start: number, end: number): void {
  const at = file.slice(start, end).indexOf('<');
  if (at >= 0) throw new FormatError('this is no tag that can be read', start + at);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of a file as it is meant. An entity that only a document type defines stays as it is. */
export function decodeXml(text: string): string {
  return text
    .replaceAll(/<!\[CDATA\[([^]*?)\]\]>|&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/gu, (whole, data?: string, hexadecimal?: string, decimal?: string, name?: string) => {
      if (data !== undefined) return data;
      if (hexadecimal !== undefined) return codePoint(parseInt(hexadecimal, 16), whole);
      if (decimal !== undefined) return codePoint(Number(decimal), whole);
      return entities[name ?? ''] ?? whole;
    });
}

function codePoint(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}
