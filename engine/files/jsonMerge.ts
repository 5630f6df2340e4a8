import type { Node } from 'jsonc-parser';
import { parseJson } from '../bilingual/json';
import { applyEdits, type FileEdit } from './draft';

/**
 * Adds to a JSON file the strings that only another one has, with the objects around them, each behind the key it
 * follows there; everything else of the file stays as it is.
 *
 * @param wanted whether the string at a path such as `/menu/open` is to be added
 */
export function mergeJson(from: string, into: string, wanted: (path: string) => boolean): string {
  const source = parseJson(from, 'source');
  const target = parseJson(into, 'target');
  if (!source || !target) return from;
  const merger = new Merger(from, into, wanted);
  merger.merge(source, target, '');
  return applyEdits(into, merger.edits);
}

/** A property, or an element of an array. */
interface Member {
  readonly name: string;
  /** From key to value. */
  readonly whole: Node;
  readonly value: Node;
}

class Merger {
  readonly edits: FileEdit[] = [];

  constructor(
    private readonly from: string,
    private readonly into: string,
    private readonly wanted: (path: string) => boolean,
  ) {}

  merge(source: Node, target: Node, path: string): void {
    if (source.type === 'string' && target.type === 'string') {
      // An empty string waits for its translation.
      if (this.wanted(path)) this.edits.push({ start: target.offset, end: target.offset + target.length, text: this.slice(source) });
      return;
    }
    if (source.type !== target.type) return;
    const there = members(target);
    let previous: Member | undefined;
    for (const member of members(source)) {
      const own = there.find(({ name }) => name === member.name);
      const ownPath = `${path}/${member.name}`;
      if (own) {
        this.merge(member.value, own.value, ownPath);
        previous = own;
      } else if (this.holdsWanted(member.value, ownPath)) {
        this.insert(member, previous, there[0], target);
      }
    }
  }

  private holdsWanted(node: Node, path: string): boolean {
    if (node.type === 'string') return this.wanted(path);
    return members(node).some(({ name, value }) => this.holdsWanted(value, `${path}/${name}`));
  }

  private insert(member: Member, previous: Member | undefined, first: Member | undefined, target: Node): void {
    const gap = first ? leadOf(this.into, first.whole) : this.emptyLead(target);
    const text = this.indented(member.whole, gap);
    const opening = target.offset + 1;
    if (previous) {
      const at = previous.whole.offset + previous.whole.length;
      this.edits.push({ start: at, end: at, text: `,${gap === '' ? ' ' : gap}${text}` });
    } else if (first) {
      this.edits.push({ start: opening, end: opening, text: `${gap}${text},` });
    } else {
      // The members that follow are written behind this one, before the closing bracket.
      const known = this.edits.findIndex((edit) => edit.start === opening);
      const before = known < 0 ? '' : `${this.edits.splice(known, 1)[0]!.text.trimEnd()},`;
      const closing = leadOf(this.into, target).replace(/^\r?\n?/u, gap === '' ? '' : '\n');
      this.edits.push({ start: opening, end: target.offset + target.length - 1, text: `${before}${gap}${text}${gap === '' ? '' : closing}` });
    }
  }

  /** What stands before a member of an object that has none yet. */
  private emptyLead(target: Node): string {
    const outer = leadOf(this.into, target);
    const indent = /^[ \t]+(?=")/mu.exec(this.into)?.[0] ?? '  ';
    return `\n${outer.replace(/^\r?\n/u, '')}${indent}`;
  }

  private slice({ offset, length }: Node): string {
    return this.from.slice(offset, offset + length);
  }

  private indented(node: Node, gap: string): string {
    const own = leadOf(this.from, node).replace(/^\r?\n/u, '');
    const other = gap.replace(/^\r?\n/u, '');
    return this.slice(node).replaceAll(new RegExp(`\n${own}`, 'gu'), `\n${other}`);
  }
}

/** The line break and indentation before a node's line; empty where something else stands before it in its line. */
function leadOf(file: string, { offset }: Node): string {
  return /\r?\n[ \t]*$/u.exec(file.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
}

function members(node: Node): Member[] {
  return (node.children ?? []).flatMap((child, index): Member[] => {
    if (node.type === 'array') return [{ name: String(index), whole: child, value: child }];
    const [key, value] = child.children ?? [];
    return key && value ? [{ name: String(key.value), whole: child, value }] : [];
  });
}
