/** Reads what stands before a brace. */
import type { Span } from '../../protocol/result';
import type { Form, Grammar, Scope } from './grammars';
import type { Head } from './head';

/** Where a head stands. */
export interface Place {
  readonly scope: Scope;
  /** The brackets are part of a statement that goes on behind them. */
  readonly isPart: boolean;
  /** Name of the class around it. */
  readonly typeName: string | undefined;
}

/** A function up to its body. */
export interface Declaration {
  readonly start: number;
  readonly nameSpan: Span;
}

// `Base()` or the members of a constructor: no part of its name.
const initialisers = /(?<=\(\)\s*(?:noexcept(?:\(\))?\s*|try\s*)?):(?!:)[^]*$/u;
const label = /^(?:[^]*[^:])?\b(?:public|private|protected|signals)\s*(?:slots\s*)?:(?!:)/u;
// Pairs of angle brackets, three deep: were any two taken for a pair, many would take exponential time.
const qualifiers =
  /(?:[\p{L}_$][\p{L}\p{N}_$]*\s*(?:<[^<>;]*(?:<[^<>;]*(?:<[^<>;]*>[^<>;]*)*>[^<>;]*)*>\s*)?::\s*)+$/u;
// A macro on lines of its own.
const macro = /^[^]*\)[ \t]*\r?\n/u;
const noType =
  /(?:^|[^\p{L}\p{N}_$])(?:return|new|else|throw|case|goto|await|yield|delete|in|is|as|do|class|record|struct|interface|enum|union)$/u;
const typeEnd = /[\p{L}\p{N}_$>\]*&"?)]$/u;

// In front of the shape of a type, in the languages that have such.
const typeMark = /(?:[:<&|]|(?<![\p{L}\p{N}_$])extends)$/u;
const alias = /(?<![\p{L}\p{N}_$.])type\s[^;]*=$/u;
const typeGoesOn = /(?:[:<|]|(?<![\p{L}\p{N}_$])(?:struct|interface))\s*$/u;
/** The branch of a condition: no type, unless the condition is one. */
const branch = /(?<!extends\s[^?]*)\?(?![.?:\s]*:)[^:]*:$/u;
const valueEnd =
  /(?:[=:(,?<|&[]|(?<![\p{L}\p{N}_$])(?:return|in|of|default|yield|throw|export|import|from|as|satisfies|struct|interface|enum|union))$/u;
const caseLabel = /(?<![\p{L}\p{N}_$])(?:case[^:]*|default|public|private|protected)\s*:$/u;
// The name may stand behind macros.
const typeHead =
  /(?<![\p{L}\p{N}_$.])(?:class|interface|enum|trait|impl|struct|object|extension|record|protocol|union|mixin|actor)(?![\p{L}\p{N}_$])\s*(?:<[^;{]*>)?\s*(?:(?:__[a-z]\w*|[A-Z_][A-Z_\d]+)(?:\(\))?\s+(?!(?:extends|implements|permits|with|on|where|for|final)(?![\p{L}\p{N}_$]))(?=[\p{L}_$]))*(?<name>[\p{L}_$][\p{L}\p{N}_$]*)?[^;]*$/u;
const enumConstant = /(?:^|,)\s*\p{Lu}[\p{L}\p{N}_$]*\s*(?:\(\))?$/u;
const anonymousType = /(?<![\p{L}\p{N}_$])new\s[\p{L}\p{N}_$.<>,?\s]*(?:\(\))?$/u;
const namespaceHead = /(?<![\p{L}\p{N}_$.])(?:(?:namespace|module|mod|package)(?![\p{L}\p{N}_$])[^;=()]*(?:\(\)\s*)?|extern\s*"+|global)$/u;

/** The function whose body, in braces or an expression, follows the head; or undefined. */
export function readDeclaration(head: Head, place: Place, grammar: Grammar, inBraces: boolean): Declaration | undefined {
  const shape = typeGoesOn.test(head.text) || (grammar.shapes === true && /&\s*$/u.test(head.text));
  if (inBraces && (shape || isMember(head.text.trimEnd(), grammar))) return undefined;
  for (const form of grammar.forms) {
    const mayStand = (inBraces || !form.braced) && (form.scopes?.includes(place.scope) ?? true);
    const found = mayStand ? match(head, form, place, grammar) : undefined;
    if (found) return found;
  }
  return undefined;
}

function match(head: Head, { head: pattern }: Form, place: Place, { modifiers, typed }: Grammar): Declaration | undefined {
  const { text } = head;
  const found = pattern.exec(typed ? text.replace(initialisers, '') : text);
  const name = found?.indices?.groups?.['name'];
  if (!found || !name) return undefined;
  const coreStart = found.indices![1]![1];
  const start = typed
    ? typedStart(text.slice(0, name[0]), text.slice(...name), place, typed)
    : modifiers.exec(text.slice(0, coreStart))!.index;
  if (start === undefined) return undefined;
  return {
    start: head.offsetOf(start),
    nameSpan: { start: head.offsetOf(name[0]), end: head.offsetOf(name[1] - 1) + 1 },
  };
}

/** Where a function without a keyword begins; undefined when what stands before its name makes it something else. */
function typedStart(head: string, name: string, { scope, typeName }: Place, typed: 'c' | 'managed'): number | undefined {
  const labelled = label.exec(head)?.[0].length ?? 0;
  const apart = typed === 'c' ? (macro.exec(head.slice(labelled))?.[0].length ?? 0) : 0;
  const from = labelled + apart + (/^\s*/u.exec(head.slice(labelled + apart))?.[0].length ?? 0);
  const own = head.slice(from);
  if (namespaceHead.test(head)) return undefined;
  const before = own.replace(typed === 'c' ? qualifiers : /(?<=[\p{L}\p{N}_$])\.\s*$/u, '').trimEnd();
  const isConstructor = scope === 'type' && name.replace(/^~\s*/u, '') === typeName;
  if (before === '') {
    const qualified = own.trimEnd() !== '';
    return isConstructor || (typed === 'c' && (qualified || scope === 'top')) ? from : undefined;
  }
  // `Name.of()` is a constructor only in its own class.
  if (own.trimEnd().endsWith('.') && before.split(/\s/u).at(-1) !== typeName) return undefined;
  const isType = !withoutGenerics(before).includes('=') && typeEnd.test(before) && !noType.test(before);
  return isType ? from : undefined;
}

function withoutGenerics(text: string): string {
  const shorter = text.replaceAll(/<[^<>]*>/gu, '');
  return shorter === text ? text : withoutGenerics(shorter);
}

/** What a brace opens that is no function's: a type's members, a namespace's, an object, statements. */
export function readPlace({ text }: Head, around: Scope, grammar: Grammar): Place {
  const own = text.trimEnd();
  if (isShape(own, around, grammar)) return { scope: 'type', isPart: true, typeName: undefined };
  if (isValue(own, around, grammar)) return { scope: 'value', isPart: true, typeName: undefined };
  if (namespaceHead.test(own)) return { scope: 'top', isPart: false, typeName: undefined };
  const type = typeHead.exec(withoutGenerics(own));
  if (type) return { scope: 'type', isPart: false, typeName: type.groups?.['name'] };
  const hasMembers = anonymousType.test(own) || (around === 'type' && enumConstant.test(own));
  return { scope: hasMembers ? 'type' : 'body', isPart: false, typeName: undefined };
}

function isShape(head: string, around: Scope, { shapes = false }: Grammar): boolean {
  const isMember = around === 'value' && head.endsWith(':');
  return shapes && !isMember && !caseLabel.test(head) && !branch.test(head) && (alias.test(head) || (typeMark.test(head) && !/(?:\|\||&&)$/u.test(head)));
}

function isValue(head: string, around: Scope, grammar: Grammar): boolean {
  if (head === '') return around === 'group';
  return isMember(head, grammar) || (valueEnd.test(head) && (around === 'value' || !caseLabel.test(head)));
}

/** A member of a C++ class that its constructor initialises with braces. */
function isMember(head: string, { typed }: Grammar): boolean {
  return typed === 'c' && /[\p{L}\p{N}_$>]$/u.test(initialisers.exec(head)?.[0] ?? '');
}
