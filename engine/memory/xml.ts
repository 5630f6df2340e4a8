/**
 * The marks and texts of an XML document, one after another. A reader of its own because imported memories are large (it goes
 * through them without building a tree, and can be left and taken up again) and come from anywhere: it knows no entities
 * but those of XML itself, so no document can make it expand or fetch anything. It does not check well-formedness beyond
 * what it needs to find the marks.
 */
import { phrase, PhrasedError, type Phrase } from '../protocol/phrase';

export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** What does not look like XML, with where. */
export class XmlError extends PhrasedError {
  override readonly name = 'XmlError';

  constructor(
    sentence: string | Phrase,
    /** From 1. */
    readonly line: number,
  ) {
    super(sentence);
  }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const attribute = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const tag = /<(\/?)([^\s/<>"'=!?]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/uy;

/** Throws XmlError where a mark does not end. */
export function* readXml(text: string): Generator<XmlEvent> {
  let offset = 0;
  const end = (of: string, from: number): number => {
    const found = text.indexOf(of, from);
    if (found < 0) throw errorAt(text, offset, phrase('{0}… has no end', text.slice(offset, offset + 20)));
    return found + of.length;
  };
  while (offset < text.length) {
    const open = text.indexOf('<', offset);
    const next = open < 0 ? text.length : open;
    if (next > offset) yield { kind: 'text', text: decoded(text.slice(offset, next)) };
    offset = next;
    if (offset === text.length) return;
    if (text.startsWith('<!--', offset)) offset = end('-->', offset + 4);
    else if (text.startsWith('<?', offset)) offset = end('?>', offset + 2);
    else if (text.startsWith('<![CDATA[', offset)) {
      const after = end(']]>', offset + 9);
      yield { kind: 'text', text: text.slice(offset + 9, after - 3) };
      offset = after;
    } else if (text.startsWith('<!', offset)) offset = declarationEnd(text, offset);
    else {
      tag.lastIndex = offset;
      const [whole, slash, name, rest] = tag.exec(text) ?? [];
      if (whole === undefined || name === undefined) throw errorAt(text, offset, phrase('“{0}” is no tag', text.slice(offset, offset + 20)));
      if (slash === '/') yield { kind: 'close', name };
      else yield { kind: 'open', name, attributes: attributesOf(rest ?? ''), empty: /\/\s*$/u.test(rest ?? '') };
      offset += whole.length;
    }
  }
}

/** A document type may hold declarations in brackets. */
function declarationEnd(text: string, start: number): number {
  const match = /[^[\]>]*(?:\[[^\]]*\]\s*)?>/uy;
  match.lastIndex = start;
  if (!match.test(text)) throw errorAt(text, start, phrase('the document type has no end'));
  return match.lastIndex;
}

function attributesOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(attribute)].map(([, name, double, single]) => [name!, decoded(double ?? single ?? '')]));
}

/** Entities that the document declares itself stay as they are written. */
function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

/** For element content and attribute values. Characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[<>&"]/gu, (character) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[character]!);
}

function errorAt(text: string, offset: number, sentence: Phrase): XmlError {
  return new XmlError(sentence, text.slice(0, offset).split('\n').length);
}
