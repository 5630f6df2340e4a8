import type { Span } from '../protocol/result';

export type InlineKind = 'code' | 'url' | 'email' | 'tag' | 'placeholder' | 'link' | 'entity' | 'math';

/** A part of a text that translations copy. */
export interface Inline extends Span {
  readonly kind: InlineKind;
  /** At the span; of an ICU argument with branches or a style only `{name}`. */
  readonly text: string;
  /** Equal for those that may stand for one another: `{ name }` and `{name}`. */
  readonly key: string;
}

/** Earlier kinds win where two begin at the same place. What may be long has a limit, so that a long text without an end of it takes no square of time. */
const patterns: readonly (readonly [InlineKind, string])[] = [
  ['code', '(?<!`)(?<ticks>`+)(?!`)[^]{0,400}?[^`]\\k<ticks>(?!`)'],
  ['math', '\\$(?:(?![{(\\s])[^$\\n]{0,200}[\\\\^_{=][^$\\n]{0,200}(?<!\\s)\\$(?![{(A-Za-z])|[A-Za-z0-9]{1,3}\\$)'],
  ['url', '(?:https?|ftp|file|ssh|git|wss?)://[^\\s<>"\'`\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]*[A-Za-z0-9/_#=&-]'],
  ['url', '(?:%[0-9A-Fa-f]{2}){2,}'],
  ['email', '[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+'],
  ['tag', '</?[A-Za-z][A-Za-z0-9_:.-]*(?:\\s[^<>]*)?/?>'],
  ['link', '(?<=\\])\\([^()\\s]*\\)'],
  ['entity', '&(?:[A-Za-z]+|#[0-9]+);'],
  // Python, Ruby, Qt, Windows; then printf, where a letter may follow only the commonest conversions (`%dpx`).
  ['placeholder', '%\\([A-Za-z_][\\w.]*\\)[#0+-]*\\d*(?:\\.\\d+)?[sdifrxuge]|%\\{\\w+\\}|%[A-Za-z_]{3,}%'],
  ['placeholder', "%(?:\\d+\\$)?[#0+'-]*(?:\\d+|\\*)?(?:\\.(?:\\d+|\\*))?(?:hh?|ll?|[qjztL]|I64)?(?:[dsiuf](?<!\\d%[dsiuf])|[diouxXfFgGeEaAcsSpn@qv](?![A-Za-z]))"],
  ['placeholder', '%L?\\d{1,2}(?!\\d|\\.\\d)'],
  ['placeholder', '\\$\\{[^{}]*\\}|\\{\\{[^{}]*\\}\\}|\\$\\([A-Za-z_]\\w*\\)|#\\{\\w+\\}|\\{[^{}\\s]{0,60}\\}|\\{ ?[\\w.]+ ?\\}|\\$[A-Za-z_]\\w*'],
];

const pattern = new RegExp(patterns.map(([, source], index) => `(?<k${index}>${source})`).join('|'), 'gu');
/** An argument of ICU MessageFormat with its branches or style. */
const icuHead = /^\{\s*([A-Za-z0-9_]+)\s*,\s*(plural|select|selectordinal|number|date|time)\s*([,}])/u;

/** What a text holds that translations copy, in order; only the placeholders in an ICU argument's branches lie in others. */
export function inlinesOf(text: string): Inline[] {
  return inlinesIn(text, deepestBranch);
}

/** Branches in one another that are looked into: people cannot read three. */
const deepestBranch = 8;

function inlinesIn(text: string, deepest: number): Inline[] {
  const found: Inline[] = [];
  const next = new RegExp(pattern.source, pattern.flags);
  let offset = 0;
  for (const icu of icuArguments(text, deepest)) {
    // What reaches into the argument is not what it looked like.
    found.push(...scan(text, next, offset, icu.start), ...icu.inlines);
    offset = icu.end;
  }
  return [...found, ...scan(text, next, offset, text.length)];
}

function scan(text: string, next: RegExp, from: number, to: number): Inline[] {
  const found: Inline[] = [];
  next.lastIndex = from;
  for (let match = next.exec(text); match && match.index < to; match = next.exec(text)) {
    const own = match;
    const kind = patterns[patterns.findIndex((_, index) => own.groups?.[`k${index}`] !== undefined)]![0];
    const end = own.index + own[0].length;
    if (end <= to) found.push({ start: own.index, end, kind, text: own[0], key: keyOf(kind, own[0]) });
  }
  return found;
}

/** The text with what translations copy blanked out, offsets kept. */
export function withoutInlines(text: string, inlines: readonly Inline[] = inlinesOf(text)): string {
  let blank = '';
  let offset = 0;
  for (const { start, end } of inlines) {
    if (end <= offset) continue;
    blank += text.slice(offset, start) + '\u0000'.repeat(end - start);
    offset = end;
  }
  return blank + text.slice(offset);
}

function keyOf(kind: InlineKind, text: string): string {
  switch (kind) {
    case 'code':
      return text.replace(/^`+\s*/u, '').replace(/\s*`+$/u, '');
    case 'tag':
      return text.replace(/^<(\/?[A-Za-z][\w:.-]*)[^]*$/u, '<$1>').replace(/\/>$/u, '>').toLowerCase();
    case 'placeholder':
      return text.replaceAll(/\s+/gu, '');
    case 'url':
      return urlKey(text);
    case 'email':
      return text.toLowerCase();
    case 'link':
    case 'entity':
    case 'math':
      return text;
  }
}

/** Without protocol, fragment and the parts that name a language: translations link to translated pages. */
function urlKey(url: string): string {
  return url
    .toLowerCase()
    .replace(/^[a-z]+:\/\/(?:www\.)?/u, '')
    .replace(/#.*$/u, '')
    .replace(/^(?:en|zh|cn|zh-cn|zh-hans)\./u, '')
    .split(/[/?&]/u)
    .filter((part) => part !== '' && !/^(?:en|zh|cn|(?:en|zh)[-_][a-z]{2,4}|(?:lang|locale|hl)=.*)$/u.test(part))
    .join('/');
}

interface IcuArgument extends Span {
  readonly inlines: readonly Inline[];
}

/** Every `{name, plural, …}` and the like: one placeholder for its name, and those in its branches. */
function icuArguments(text: string, deepest: number): IcuArgument[] {
  const found: IcuArgument[] = [];
  let closers: ReadonlyMap<number, number> | undefined;
  for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
    const head = icuHead.exec(text.slice(start, start + 120));
    if (!head) continue;
    closers ??= closingBraces(text);
    const end = closers.get(start);
    if (end === undefined) continue;
    // Its branches are prose, so that the name stands for it.
    const own: Inline = { start, end, kind: 'placeholder', text: `{${head[1]!}}`, key: `{${head[1]!}}` };
    // Languages have different numbers of branches: what stands in several counts once.
    const hasBranches = deepest > 0 && head[3] === ',' && /^(?:plural|select)/u.test(head[2]!);
    const inner = hasBranches ? branchInlines(text, { start: start + head[0].length, end: end - 1 }, closers, deepest - 1) : [];
    found.push({ start, end, inlines: [own, ...inner.filter(({ key }) => key !== own.key)] });
    start = end - 1;
  }
  return found;
}

function branchInlines(text: string, { start, end }: Span, closers: ReadonlyMap<number, number>, deepest: number): Inline[] {
  const byKey = new Map<string, Inline>();
  for (let at = text.indexOf('{', start); at >= 0 && at < end; ) {
    const close = closers.get(at) ?? end;
    for (const inline of inlinesIn(text.slice(at + 1, close - 1), deepest)) {
      if (!byKey.has(inline.key)) byKey.set(inline.key, { ...inline, start: inline.start + at + 1, end: inline.end + at + 1 });
    }
    at = text.indexOf('{', close);
  }
  return [...byKey.values()];
}

/** Of each brace that is closed: behind the one that closes it. */
function closingBraces(text: string): Map<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    if (text[offset] === '{') open.push(offset);
    else if (text[offset] === '}' && open.length > 0) closers.set(open.pop()!, offset + 1);
  }
  return closers;
}
