import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { phrase } from '../protocol/phrase';
import { addEscaped, StringBuilder, type Escape, type MappedString } from './mappedString';
import { FormatError, missingFlag, type Unit } from './unit';

/**
 * Pairs the strings of two JSON files (comments and trailing commas allowed) by their key paths, in the order of the
 * source. A string of the source that the target lacks comes with the flag `missing`. Throws FormatError.
 */
export function readJsonPair(sourceFile: string, targetFile: string): Unit[] {
  const sources = stringsOf(parseJson(sourceFile, 'source'));
  const targetRoot = parseJson(targetFile, 'target');
  const targets = stringsOf(targetRoot);
  // Keys are added before the closing brace.
  const last = targetRoot ? targetRoot.offset + targetRoot.length - 1 : 0;
  return [...sources].map(([path, node]) => {
    const found = targets.get(path);
    const source = readString(sourceFile, node);
    const target: MappedString = found ? readString(targetFile, found) : { text: '', span: { start: last, end: last }, toFile: () => last };
    return {
      source: source.text,
      target: target.text,
      sourceSpan: source.span,
      targetSpan: target.span,
      toSourceFile: source.toFile,
      toTargetFile: target.toFile,
      writeTarget: escapeJson,
      flags: found ? [] : [missingFlag],
      context: path,
    };
  });
}

/** The text as a JSON string writes it, without the quotes. */
export function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Undefined for a file without content. Throws FormatError. */
export function parseJson(file: string, side: 'source' | 'target'): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(file, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first) throw new FormatError(phrase('not valid JSON ({0})', printParseErrorCode(first.error)), first.offset, side);
  return root;
}

/** Every string by its path, as `/menu/open` or `/steps/0`. */
function stringsOf(root: Node | undefined): Map<string, Node> {
  const found = new Map<string, Node>();
  const pending = root ? [{ node: root, path: '' }] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, path } = next;
    if (node.type === 'string') found.set(path, node);
    const children = (node.children ?? []).flatMap((child, index) => {
      if (node.type === 'array') return [{ node: child, path: `${path}/${index}` }];
      const [key, value] = child.children ?? [];
      return key && value ? [{ node: value, path: `${path}/${String(key.value)}` }] : [];
    });
    pending.push(...children.reverse());
  }
  return found;
}

function readString(file: string, { offset, length }: Node): MappedString {
  const builder = new StringBuilder();
  addEscaped(builder, file, { start: offset + 1, end: offset + length - 1 }, jsonEscapeAt);
  return builder.build();
}

const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\\': '\\', '"': '"', '/': '/' };

function jsonEscapeAt(file: string, offset: number): Escape | undefined {
  const unicode = /^u([0-9A-Fa-f]{4})/u.exec(file.slice(offset + 1, offset + 6));
  if (unicode) return { characters: String.fromCharCode(parseInt(unicode[1]!, 16)), length: 6 };
  const characters = simple[file[offset + 1] ?? ''];
  return characters === undefined ? undefined : { characters, length: 2 };
}
