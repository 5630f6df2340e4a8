/** What the braces or brackets around a declaration hold: `value` is an object, `group` stands for `(…)` and `[…]`. */
export type Scope = 'top' | 'type' | 'body' | 'value' | 'group';

/** A declaration up to its body, as a pattern over a `Head`; the group `name` is its name. */
export interface Form {
  readonly head: RegExp;
  /** Where it can stand; everywhere when left out. */
  readonly scopes?: readonly Scope[];
  /** An expression cannot be its body: what looks like one is a part of its result type. */
  readonly braced?: boolean;
}

/** How a language that puts bodies in braces declares functions. */
export interface Grammar {
  /** Tried in order. */
  readonly forms: readonly Form[];
  /** What may stand before a declaration and is part of it. */
  readonly modifiers: RegExp;
  /** What comes before a body that is an expression. */
  readonly expression?: '=>' | '=';
  /** Types can be written as the shape of an object, in braces. */
  readonly shapes?: boolean;
  /** No keyword says that it is a function: what stands before the name decides. */
  readonly typed?: 'c' | 'managed';
}

const id = '[\\p{L}_$][\\p{L}\\p{N}_$]*';
const generics = '(?:<[^;]*>)?\\s*';
/** A result type; `=>` is part of types, `=` is not. */
const type = '(?:\\s*:(?:[^;=]|=>)*)?\\s*';
/** Results and constraints that begin a line; any other new line begins something new. */
const result = '(?:[^;=\\n]|\\n(?=\\s*(?:where\\b|->|throws\\b|async\\b|:|=|$))|(?<=\\bwhere\\b[^;=]*)\\n)*';
/** Never names of functions where a type and a name make one. */
const reserved = [
  'if for while switch catch return function func fn with do else try throw new super import typeof await yield case',
  'sizeof synchronized lock using fixed foreach when noexcept decltype alignas requires on __attribute__ __declspec',
];
const notReserved = `(?!(?:${reserved.join(' ').replaceAll(' ', '|')})(?![\\p{L}\\p{N}_$]))`;

/** The last place where the declaration can begin: before it may stand statements that no mark ended. */
function form(source: string, scopes?: readonly Scope[]): Form {
  const head = new RegExp(`^([^]*)(?<![\\p{L}\\p{N}_$#])(?:${source})$`, 'du');
  return scopes ? { head, scopes } : { head };
}

function braced(source: string, scopes?: readonly Scope[]): Form {
  return { ...form(source, scopes), braced: true };
}

function modifiers(words: string): RegExp {
  const annotation = '@[\\p{L}\\p{N}_$.:]+(?:\\(\\))?\\s*|#?\\[\\]\\s+';
  return new RegExp(`(?:${annotation}|\\*\\s*|(?<![\\p{L}\\p{N}_$])(?:${words.replaceAll(' ', '|')})(?:\\(\\)\\s*|\\s+))*$`, 'u');
}

const arrow = `(?:async\\s*)?(?:${generics}\\(\\)${type}|${id}\\s*)=>\\s*`;
const anonymous = `(?:async\\s+)?function\\s*\\*?\\s*(?:${id})?\\s*${generics}\\(\\)${type}`;
const functionValue = `(?:${anonymous}|${arrow})`;

const script: Grammar = {
  forms: [
    form(`(?:const|let|var)\\s+(?<name>${id})\\s*(?::(?:[^=;]|=>)*)?=\\s*${functionValue}`),
    form(`(?<![:|&<>,]\\s*|(?<![\\p{L}\\p{N}_$.])type\\s+|\\.)(?:${id}\\.)*(?<name>#?${id})\\s*[?!]?(?::(?:[^=;]|=>)*)?=\\s*${functionValue}`),
    form(`(?<name>${id}|(?<!")"+)\\s*:\\s*${functionValue}`, ['value']),
    braced(`function\\s*\\*?\\s*(?<name>${id})\\s*${generics}\\(\\)${type}`),
    braced(`(?<name>${notReserved}#?${id}|(?<!")"+|\\[\\])\\s*\\??${generics}\\(\\)${type}`, ['type', 'value']),
  ],
  modifiers: modifiers('export default declare async public private protected static abstract override readonly accessor get set'),
  expression: '=>',
  shapes: true,
};

const cTrail =
  '(?:\\s*(?:const|volatile|noexcept(?:\\(\\))?|override|final|mutable|throw\\(\\)|&&?|->[^;]*|requires[^;]*|try|__attribute__\\(\\)|(?:__|[A-Z])[A-Z_a-z0-9]*(?:\\(\\))?))*\\s*';
const cNames = `(?<!\\)\\s*)(?<name>(?<!operator\\s+)${notReserved}(?:~\\s*)?${id}|operator\\s*(?:\\(\\)|\\[\\]|[^\\s\\p{L}\\p{N}_()]+|[^(;]+))\\s*(?:<[^;()]*>)?\\s*\\(\\)`;
const c: Grammar = {
  forms: [form(cNames + cTrail, ['top', 'type'])],
  modifiers: /$/u,
  typed: 'c',
};

const managedName = `(?<name>${notReserved}~?${id}|operator\\s*[^\\s(]+)\\s*${generics}\\(\\)`;
const managedTrail = '(?:\\s*(?:throws\\s[^;=]*|where\\s[^;=]*|async\\*?|sync\\*))?\\s*';
function managed(expression: boolean, scopes: readonly Scope[]): Grammar {
  return {
    forms: [
      form(`${managedName}${managedTrail}(?:=>\\s*)?`, scopes),
      ...(expression ? [form(`(?<=\\bget\\s+)(?<name>${id})\\s*(?:async\\*?\\s*)?(?:=>\\s*)?`, ['top', 'type'])] : []),
    ],
    modifiers: /$/u,
    typed: 'managed',
    ...(expression ? { expression: '=>' } : {}),
  };
}

const go: Grammar = {
  forms: [
    form(`func\\s*(?:\\(\\)\\s*)?(?<name>${notReserved}${id})\\s*(?:\\[\\]\\s*)?\\(\\)[^;\\n]*`),
    form(`(?<name>${id})\\s*(?::?=|:|[^;:=\\n]+=)\\s*func\\s*\\(\\)[^;=\\n]*`),
  ],
  modifiers: /$/u,
};

const rust: Grammar = {
  forms: [form(`fn\\s+(?<name>${id})\\s*${generics}\\(\\)[^;]*`)],
  modifiers: modifiers('pub default const async unsafe extern "C" "+'),
};

const php: Grammar = {
  forms: [
    form(`function\\s+&?\\s*(?<name>${id})\\s*\\(\\)${type}`),
    form(`(?<name>\\$[\\p{L}_][\\p{L}\\p{N}_]*)\\s*=\\s*(?:static\\s+)?function\\s*&?\\s*\\(\\)(?:\\s*use\\s*\\(\\))?${type}`),
  ],
  modifiers: modifiers('abstract final public protected private static readonly'),
};

const swift: Grammar = {
  forms: [
    form(`func\\s+(?<name>\`?${id}\`?|[^\\s\\p{L}\\p{N}_(]+)\\s*${generics}\\(\\)${result}`),
    form(`(?<name>init)[?!]?\\s*${generics}\\(\\)${result}`, ['type']),
    form('(?<name>deinit)\\s*', ['type']),
  ],
  modifiers: modifiers(
    'public private fileprivate internal open package static class final override mutating nonmutating required convenience nonisolated async indirect prefix postfix infix',
  ),
};

const kotlin: Grammar = {
  forms: [
    form(`fun\\s+(?:<[^;]*>\\s*)?(?:[\\p{L}\\p{N}_.<>?,* ]+\\.)?(?<name>${id}|\`[^\`]+\`)\\s*\\(\\)${result}(?:=\\s*)?`),
    form('(?<name>constructor)\\s*\\(\\)(?:\\s*:\\s*(?:this|super)\\(\\))?\\s*', ['type']),
  ],
  modifiers: modifiers(
    'public private protected internal open abstract final override suspend inline infix operator tailrec external actual expect',
  ),
  expression: '=',
};

const scala: Grammar = {
  forms: [form(`def\\s+(?<name>${id}|[^\\s\\p{L}\\p{N}_([:=]+)\\s*(?:\\[\\])?\\s*(?:\\(\\)\\s*)*(?::${result})?(?:=\\s*)?`)],
  modifiers: modifiers('private protected final override implicit inline lazy abstract open transparent infix'),
  expression: '=',
};

/** By VS Code language id. */
const grammars: Readonly<Record<string, Grammar>> = {
  ...named(script, 'javascript javascriptreact typescript typescriptreact'),
  ...named(c, 'c cpp cuda-cpp'),
  java: managed(false, ['type', 'top']),
  csharp: managed(true, ['type', 'top', 'body']),
  dart: managed(true, ['type', 'top', 'body']),
  go,
  rust,
  php,
  swift,
  kotlin,
  scala,
};

function named(grammar: Grammar, ids: string): Record<string, Grammar> {
  return Object.fromEntries(ids.split(' ').map((languageId) => [languageId, grammar]));
}

/** The grammar of a language that puts bodies in braces, or undefined for others. */
export function braceGrammar(languageId: string): Grammar | undefined {
  return Object.hasOwn(grammars, languageId) ? grammars[languageId] : undefined;
}
