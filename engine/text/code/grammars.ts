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
/** What brackets follow that are no parameters. A language's own words only: `lock` and `on` are names in most. */
function notReserved(words: string): string {
  return `(?!(?:${words.replaceAll(' ', '|')})(?![\\p{L}\\p{N}_$]))`;
}

/** The last place where the declaration can begin: before it may stand statements that no mark ended. */
function form(source: string, scopes?: readonly Scope[]): Form {
  const head = new RegExp(`^([^]*)(?<![\\p{L}\\p{N}_$#])(?:${source})$`, 'du');
  return scopes ? { head, scopes } : { head };
}

function braced(source: string, scopes?: readonly Scope[]): Form {
  return { ...form(source, scopes), braced: true };
}

function modifiers(words: string): RegExp {
  const annotation = '@[\\p{L}\\p{N}_$.:]+(?:\\(\\))?\\s*|#\\[\\]\\s+';
  return new RegExp(`(?:${annotation}|\\*\\s*|(?<![\\p{L}\\p{N}_$])(?:${words.replaceAll(' ', '|')})(?:\\(\\)\\s*|\\s+))*$`, 'u');
}

const arrow = `(?:async\\s*)?(?:${generics}\\(\\)${type}|${id}\\s*)=>\\s*`;
const anonymous = `(?:async\\s+)?function\\s*\\*?\\s*(?:${id})?\\s*${generics}\\(\\)${type}`;
const functionValue = `(?:${anonymous}|${arrow})`;

// Members may have the names of most statements.
const scriptWords = 'if for while switch function super new';
// `U extends Base<T>` looks like a name with generics, too.
const noConstraint = '(?<!(?:[=<,|&]|(?<![\\p{L}\\p{N}_$])(?:extends|keyof|typeof))\\s*)';
const script = (): Grammar => ({
  forms: [
    form(`(?:const|let|var)\\s+(?<name>${id})\\s*(?::(?:[^=;]|=>)*)?=\\s*${functionValue}`),
    form(`(?<![:|&<>,]\\s*|(?<![\\p{L}\\p{N}_$.])type\\s+|\\.)(?:${id}\\.)*(?<name>#?${id})\\s*[?!]?(?::(?:[^=;]|=>)*)?=\\s*${functionValue}`),
    form(`(?<=^\\s*,\\s*|(?<![\\p{L}\\p{N}_$.])(?:const|let|var)\\s[^;]*,\\s*)(?<name>${id})\\s*=\\s*${functionValue}`, ['top', 'body']),
    form(`(?<name>${id}|(?<!")"+)\\s*:\\s*${functionValue}`, ['value']),
    form(`(?<![\\p{L}\\p{N}_$\\])]\\s*)(?<name>\\[\\])\\s*(?::(?:[^=;]|=>)*)?=\\s*${functionValue}`, ['type']),
    braced(`function(?:\\s*\\*\\s*|\\s+)(?<name>${id})\\s*${generics}\\(\\)${type}`),
    braced(`${noConstraint}(?<name>${notReserved(scriptWords)}#?${id}|(?<!")"+|\\[\\])\\s*\\??${generics}\\(\\)${type}`, ['type', 'value']),
  ],
  modifiers: modifiers('export default declare async public private protected static abstract override readonly accessor get set'),
  expression: '=>',
  shapes: true,
});

// Every part can match in one way only, else a long head would take exponential time.
const cTrail =
  '(?:\\s*(?:(?<![\\p{L}\\p{N}_$])(?:const|volatile|noexcept(?:\\(\\))?|override|final|mutable|throw\\(\\)|try|(?:__|_?[A-Z])[A-Z_a-z0-9]*(?:\\(\\))?)(?![\\p{L}\\p{N}_$])|&))*(?:\\s*(?:->|requires(?![\\p{L}\\p{N}_$]))[^;]*)?\\s*';
const cWords =
  'if for while switch catch return do else throw new sizeof typeof noexcept decltype alignas requires operator __attribute__ __declspec';
const cNames = `(?<![)~]\\s*)(?<name>(?<!operator\\s[^(;]*)${notReserved(cWords)}(?:~\\s*)?${id}|operator\\s*(?:\\(\\)|\\[\\]|[^\\s\\p{L}\\p{N}_()]+|[^(;]+))\\s*(?:<[^;()]*>)?\\s*\\(\\)`;
const c = (): Grammar => ({
  forms: [form(cNames + cTrail, ['top', 'type'])],
  modifiers: /$/u,
  typed: 'c',
});

const managedTrail = '(?:\\s*(?:throws\\s[^;=]*|where\\s[^;=]*|async\\*?|sync\\*))?\\s*';
function managed(words: string, expression: boolean, scopes: readonly Scope[]): Grammar {
  const name = `${noConstraint}(?<!~)(?<name>${notReserved(words)}~?${id}|operator\\s*[^\\s(]+)\\s*${generics}\\(\\)`;
  return {
    forms: [
      form(`${name}${managedTrail}(?:=>\\s*)?`, scopes),
      ...(expression ? [form(`(?<=\\bget\\s+)(?<name>${id})\\s*(?:async\\*?\\s*)?(?:=>\\s*)?`, ['top', 'type'])] : []),
    ],
    modifiers: /$/u,
    typed: 'managed',
    ...(expression ? { expression: '=>' } : {}),
  };
}

const go = (): Grammar => ({
  forms: [
    form(`func(?:\\s*\\(\\)\\s*|\\s+)(?<name>${notReserved('func')}${id})\\s*(?:\\[\\]\\s*)?\\(\\)[^;\\n]*`),
    form(`(?<name>${id})\\s*(?::?=|:|[^;:=\\n]+=)\\s*func\\s*\\(\\)[^;=\\n]*`),
  ],
  modifiers: /$/u,
});

const rust = (): Grammar => ({
  forms: [form(`fn\\s+(?<name>${id})\\s*${generics}\\(\\)[^;]*`)],
  modifiers: modifiers('pub default const async unsafe extern "C" "+'),
});

const php = (): Grammar => ({
  forms: [
    form(`function\\s+&?\\s*(?<name>${id})\\s*\\(\\)${type}`),
    form(`(?<name>\\$[\\p{L}_][\\p{L}\\p{N}_]*)\\s*=\\s*(?:static\\s+)?function\\s*&?\\s*\\(\\)(?:\\s*use\\s*\\(\\))?${type}`),
  ],
  modifiers: modifiers('abstract final public protected private static readonly'),
});

const swift = (): Grammar => ({
  forms: [
    form(`func\\s+(?<name>\`?${id}\`?|[^\\s\\p{L}\\p{N}_(]+)\\s*${generics}\\(\\)${result}`),
    form(`(?<name>init)[?!]?\\s*${generics}\\(\\)${result}`, ['type']),
    form('(?<name>deinit)\\s*', ['type']),
  ],
  modifiers: modifiers(
    'public private fileprivate internal open package static class final override mutating nonmutating required convenience nonisolated async indirect prefix postfix infix',
  ),
});

const kotlin = (): Grammar => ({
  forms: [
    form(`fun\\s+(?:<[^;]*>\\s*)?(?:[\\p{L}\\p{N}_.<>?,* ]+\\.)?(?<name>${id}|\`[^\`]+\`)\\s*\\(\\)${result}(?:=\\s*)?`),
    form('(?<name>constructor)\\s*\\(\\)(?:\\s*:\\s*(?:this|super)\\(\\))?\\s*', ['type']),
  ],
  modifiers: modifiers(
    'public private protected internal open abstract final override suspend inline infix operator tailrec external actual expect',
  ),
  expression: '=',
});

const scala = (): Grammar => ({
  forms: [form(`def\\s+(?<name>${id}|[^\\s\\p{L}\\p{N}_([:=]+)\\s*(?:\\[\\])?\\s*(?:\\(\\)\\s*)*(?::${result})?(?:=\\s*)?`)],
  modifiers: modifiers('private protected final override implicit inline lazy abstract open transparent infix'),
  expression: '=',
});

/** By VS Code language id. Compiling their patterns takes a moment: only those who meet the language pay. */
const grammars: Readonly<Record<string, () => Grammar>> = {
  ...named(script, 'javascript javascriptreact typescript typescriptreact'),
  ...named(c, 'c cpp cuda-cpp'),
  java: () => managed('if for while switch catch return do else try throw new super this synchronized', false, ['type', 'top']),
  csharp: () => managed(
    'if for while switch catch return do else try throw new base this typeof await yield sizeof lock using fixed foreach when',
    true,
    ['type', 'top', 'body'],
  ),
  dart: () => managed('if for while switch catch return do else try throw new super await yield assert on when', true, ['type', 'top', 'body']),
  go,
  rust,
  php,
  swift,
  kotlin,
  scala,
};

const made = new Map<() => Grammar, Grammar>();

function named(grammar: () => Grammar, ids: string): Record<string, () => Grammar> {
  return Object.fromEntries(ids.split(' ').map((languageId) => [languageId, grammar]));
}

/** The grammar of a language that puts bodies in braces, or undefined for others. */
export function braceGrammar(languageId: string): Grammar | undefined {
  const make = Object.hasOwn(grammars, languageId) ? grammars[languageId] : undefined;
  if (!make) return undefined;
  const grammar = made.get(make) ?? make();
  made.set(make, grammar);
  return grammar;
}
