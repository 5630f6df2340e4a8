/** Comments, strings and text between tags, from the marks of its lines. Pure. */
import type { Span } from '../../engine/protocol/result';
import type { Lexeme } from '../../engine/text';
import { commentSyntax } from '../../engine/text/languages';
import { lexemes } from '../../engine/text/lexemes';
import type { Literal } from '../../engine/text/literal';
import type { Mark } from './lineMarks';
import type { TokenizedLine } from './tokenizedText';

/** A comment or string over all its lines; offsets are in the text. */
export interface Region {
  readonly scope: string;
  readonly start: number;
  readonly end: number;
  readonly inTag: boolean;
}

/** How block comments begin, and how such a one ends; `$1` stands for what the group matched. */
const blocks: readonly (readonly [open: RegExp, close: string])[] = [
  [/^\/\*/u, '*/'], [/^<!--/u, '-->'], [/^<%--/u, '--%>'], [/^@\*/u, '*@'], [/^\{\{!--/u, '--}}'], [/^\{\{!/u, '}}'],
  [/^\{-/u, '-}'], [/^\(\*/u, '*)'], [/^#=/u, '=#'], [/^<#/u, '#>'], [/^###/u, '###'], [/^#\|/u, '|#'], [/^%\{/u, '%}'],
  [/^--\[(=*)\[/u, ']$1]'], [/^=begin\b/u, '=end'], [/^=[a-z]\w*/u, '=cut'], [/^[a-zA-Z]{0,2}("""|'''|"|')/u, '$1'],
];
// `///`, `##!` and `;;` are longer forms of the same marker.
const lineMarker = /^(?:\/\/+!?|#+!?|--+|;+|%+!?|::+|@?rem\b|dnl\b|\.\.|['"!*])/iu;

/** Where comments are, in order; docstrings among them. */
export function commentRegions(lines: readonly TokenizedLine[]): Region[] {
  return regionsOf(lines, ({ marks, commentGoesOn }) => ({ marks: marks.comments, goesOn: commentGoesOn }));
}

/** The comments of regions in order, one after the other as each is asked for. */
export function* lexemesOf(text: string, regions: readonly Region[]): Generator<Lexeme> {
  for (const region of regions) yield* region.scope.startsWith('string') ? docstring(text, region) : comments(text, region);
}

/** The strings of a text in order, without docstrings. */
export function literals(lines: readonly TokenizedLine[]): Literal[] {
  const regions = regionsOf(lines, ({ marks, stringGoesOn }) => ({ marks: marks.strings, goesOn: stringGoesOn }));
  return regions.map(({ start, end, scope, inTag }) => ({ start, end, form: inTag ? 'attribute' : formOf(scope) }));
}

/** The strings that the engine's own lexer finds, for languages without a grammar. */
export function foundByLexer(text: string, languageId: string): { readonly strings: Literal[]; readonly texts: Span[] } {
  const syntax = commentSyntax(languageId);
  const found = syntax ? [...lexemes(text, syntax)].filter(({ kind }) => kind === 'string') : [];
  return { strings: found.map(({ start, end }) => ({ start, end, form: 'quoted' })), texts: [] };
}

function formOf(scope: string): Literal['form'] {
  if (!scope.includes('.unquoted')) return 'quoted';
  return scope.includes('.plain') ? 'plain' : 'block';
}

/** What stands between tags, over as many lines as it goes on. */
export function taggedTexts(text: string, lines: readonly TokenizedLine[]): Span[] {
  const found: Span[] = [];
  for (const { marks, offset } of lines) {
    for (const mark of marks.texts) {
      const last = found.at(-1);
      const start = offset + mark.start;
      const goesOn = last !== undefined && mark.start === 0 && /^\r?\n$/u.test(text.slice(last.end, start));
      if (goesOn) found[found.length - 1] = { start: last.start, end: offset + mark.end };
      else found.push({ start, end: offset + mark.end });
    }
  }
  return found.filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end)));
}

function regionsOf(
  lines: readonly TokenizedLine[],
  pick: (line: TokenizedLine) => { readonly marks: readonly Mark[]; readonly goesOn: boolean },
): Region[] {
  const regions: Region[] = [];
  for (const line of lines) {
    const { marks, goesOn } = pick(line);
    marks.forEach(({ start, end, scope, inTag }, index) => {
      const last = regions.at(-1);
      if (index === 0 && goesOn && last) regions[regions.length - 1] = { ...last, end: line.offset + end };
      else regions.push({ scope, inTag, start: line.offset + start, end: line.offset + end });
    });
  }
  return regions;
}

/** A region is one comment, or several without anything between them. */
function comments(text: string, region: Region): Lexeme[] {
  const { scope } = region;
  // Some grammars count the white space around a comment as part of it.
  const own = text.slice(region.start, region.end).trim();
  const start = text.indexOf(own, region.start);
  const end = start + own.length;
  // A shebang is no prose: a comment without content.
  if (start === 0 && own.startsWith('#!')) return [{ start, end, open: end, close: 0, kind: 'line', marker: '#!' }];
  const block = /\.line\b/u.test(scope) ? undefined : blockAt(text, start, end);
  if (!block) {
    // Documentation may begin behind other remarks.
    const pod = /\.line\b/u.test(scope) ? -1 : own.search(/^=[a-z]/mu);
    if (pod <= 0) return lineComments(text, start, end, scope);
    return [...lineComments(text, start, start + pod, scope), ...comments(text, { ...region, start: start + pod, end })];
  }
  const closer = closingAt(text, start + block.open, end, block.closer);
  const stop = closer === undefined ? end : closer + block.closer.length;
  const first: Lexeme = { start, end: stop, open: block.open, close: stop - (closer ?? stop), kind: 'block', marker: own.slice(0, block.open) };
  const next = stop + (/^\s*/u.exec(text.slice(stop, end))?.[0].length ?? 0);
  return next < end ? [first, ...comments(text, { ...region, start: next, end })] : [first];
}

function blockAt(text: string, start: number, end: number): { readonly open: number; readonly closer: string } | undefined {
  const head = text.slice(start, Math.min(end, start + 40));
  for (const [opening, closing] of blocks) {
    const match = opening.exec(head);
    if (match) return { open: match[0].length, closer: closing.replace('$1', match[1] ?? '') };
  }
  return undefined;
}

/** Where the comment is closed: at its last marker, unless another comment begins right behind an earlier one. */
function closingAt(text: string, from: number, end: number, closer: string): number | undefined {
  let found: number | undefined;
  for (let at = text.indexOf(closer, from); at >= 0 && at + closer.length <= end; at = text.indexOf(closer, at + closer.length)) {
    found = at;
    const next = at + closer.length + (/^\s*/u.exec(text.slice(at + closer.length, end))?.[0].length ?? 0);
    if (next < end && blockAt(text, next, end)) return at;
  }
  return found;
}

/**
 * A line comment; some grammars make one region of those that follow one another. Lines without a marker are none: the
 * grammar has lost its way, or they are data behind the program.
 */
function lineComments(text: string, start: number, end: number, scope: string): Lexeme[] {
  const found: Lexeme[] = [];
  // Elsewhere the markers may stand outside of what the grammar calls the comment.
  const marked = /\.(?:line|documentation)\b/u.test(scope);
  let offset = start;
  for (const line of text.slice(start, end).split('\n')) {
    const lead = /^\s*/u.exec(line)![0].length;
    const own = line.slice(lead).trimEnd();
    const from = offset + lead;
    const marker = lineMarker.exec(own)?.[0] ?? '';
    const others = found.length > 0 && !marker.startsWith(found[0]!.marker.charAt(0));
    if (own !== '' && !(marked && (marker === '' || others))) found.push({ start: from, end: from + own.length, open: marker.length, close: 0, kind: 'line', marker });
    offset += line.length + 1;
  }
  return found;
}

/** A string that stands alone documents the code; one that something is done with is a string. */
function docstring(text: string, { start, end }: Region): Lexeme[] {
  const block = blockAt(text, start, end);
  if (!block || !/^[ \t]*(?:#.*)?$/mu.test(firstLine(text, end)) || end - start < block.open + block.closer.length) return [];
  const close = text.startsWith(block.closer, end - block.closer.length) ? block.closer.length : 0;
  return [{ start, end, open: block.open, close, kind: 'block', marker: text.slice(start, start + block.open) }];
}

function firstLine(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}
