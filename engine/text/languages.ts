/** How a language marks its comments and strings. */
export interface CommentSyntax {
  /** Markers of comments that end with the line. */
  readonly line: readonly string[];
  /** Opening and closing markers of block comments. */
  readonly block: readonly (readonly [open: string, close: string])[];
  /** Quotes of strings that end with their line. */
  readonly quotes: readonly string[];
  /** Quotes of strings that may span lines. */
  readonly multilineQuotes: readonly string[];
  /**
   * Strings that may span lines and know no escapes: the opening marker as the source of a regular expression, and the
   * closing one, in which `$1` stands for what the first group matched.
   */
  readonly rawStrings: readonly (readonly [open: string, close: string])[];
  /** Literals of known form, as sources of regular expressions. */
  readonly characters: readonly string[];
  /** JavaScript's templates and regular expressions. */
  readonly script: boolean;
  /** Line markers count only at the start of a line or behind white space (`#` in a URL or `$#`). */
  readonly spacedMarker: boolean;
  /** A multi-line string that stands alone on its lines documents the code. */
  readonly docstrings: boolean;
}

const cBlock = [['/*', '*/']] as const;
const plainQuotes = ['"', "'"];

const defaults: CommentSyntax = {
  line: [],
  block: [],
  quotes: plainQuotes,
  multilineQuotes: [],
  rawStrings: [],
  characters: [],
  script: false,
  spacedMarker: false,
  docstrings: false,
};

function syntax(parts: Partial<CommentSyntax>): CommentSyntax {
  return { ...defaults, ...parts };
}

const cLike = syntax({ line: ['//'], block: cBlock });
const tripled = syntax({ ...cLike, multilineQuotes: ['"""'] });
const script = syntax({ ...cLike, script: true });
const hash = syntax({ line: ['#'], spacedMarker: true });
const markup = syntax({ block: [['<!--', '-->']], quotes: [] });
const lisp = syntax({ line: [';'], quotes: ['"'], spacedMarker: true });
const percent = syntax({ line: ['%'], quotes: ['"'] });

/** By VS Code language id. */
const languages: Readonly<Record<string, CommentSyntax>> = {
  ...named(cLike, 'd fsharp glsl groovy hlsl jsonc json5 objective-c objective-cpp'),
  ...named(cLike, 'proto proto3 scss less shaderlab solidity verilog systemverilog wgsl zig'),
  ...named(syntax({ ...cLike, rawStrings: [['\\bR"([^()\\\\\\s"]{0,16})\\(', ')$1"']] }), 'c cpp cuda-cpp'),
  ...named(tripled, 'java kotlin scala swift'),
  csharp: syntax({ ...tripled, rawStrings: [['@\\$?"', '"']] }),
  dart: syntax({ ...cLike, multilineQuotes: ['"""', "'''"] }),
  ...named(script, 'javascript javascriptreact typescript typescriptreact'),
  go: syntax({ ...cLike, rawStrings: [['`', '`']] }),
  rust: syntax({
    ...cLike,
    // A single quote is a lifetime unless a character and another quote follow; strings may span lines.
    quotes: [],
    characters: ["b?'(?:[^'\\\\\\n]|\\\\[^\\n]{1,9}?)'"],
    multilineQuotes: ['"'],
    rawStrings: [['\\bb?r(#*)"', '"$1']],
  }),
  css: syntax({ block: cBlock }),
  php: syntax({ line: ['//', '#'], block: cBlock }),
  ...named(hash, 'shellscript ruby perl perl6 r yaml dockercompose toml dockerfile makefile elixir cmake dotenv ignore gitignore'),
  ...named(hash, 'properties git-rebase nim crystal awk tcl graphql'),
  python: syntax({ line: ['#'], multilineQuotes: ['"""', "'''"], docstrings: true }),
  julia: syntax({ line: ['#'], block: [['#=', '=#']], quotes: ['"'], multilineQuotes: ['"""'], docstrings: true }),
  coffeescript: syntax({ line: ['#'], block: [['###', '###']], spacedMarker: true }),
  powershell: syntax({ line: ['#'], block: [['<#', '#>']], spacedMarker: true }),
  nix: syntax({ line: ['#'], block: cBlock, quotes: ['"'], multilineQuotes: ["''"] }),
  terraform: syntax({ line: ['#', '//'], block: cBlock, quotes: ['"'], spacedMarker: true }),
  sql: syntax({ line: ['--'], block: cBlock, multilineQuotes: ["'"], quotes: ['"'] }),
  lua: syntax({ line: ['--'], block: [['--[[', ']]']] }),
  haskell: syntax({ line: ['--'], block: [['{-', '-}']], quotes: ['"'] }),
  elm: syntax({ line: ['--'], block: [['{-', '-}']], quotes: ['"'] }),
  ...named(syntax({ line: ['--'], quotes: ['"'] }), 'ada vhdl'),
  ...named(lisp, 'lisp commonlisp clojure scheme racket elisp emacs-lisp asm'),
  // Other marks than these stand before what the tools write: places in the source, flags, messages of before.
  po: syntax({ line: ['# ', '#.'], quotes: ['"'] }),
  ini: syntax({ line: [';', '#'], quotes: [], spacedMarker: true }),
  ...named(percent, 'erlang matlab prolog'),
  ...named(syntax({ line: ['%'], quotes: [] }), 'latex tex bibtex'),
  ...named(syntax({ line: ["'"], quotes: ['"'] }), 'vb'),
  ...named(syntax({ line: ['::', 'REM ', 'rem '], quotes: [], spacedMarker: true }), 'bat'),
  ocaml: syntax({ block: [['(*', '*)']], quotes: ['"'] }),
  ...named(syntax({ line: ['//'], block: [['(*', '*)'], ['{', '}']], quotes: ["'"] }), 'pascal objectpascal'),
  ...named(markup, 'html xml xsl svg vue svelte astro handlebars'),
};

function named(entry: CommentSyntax, ids: string): Record<string, CommentSyntax> {
  return Object.fromEntries(ids.split(' ').map((id) => [id, entry]));
}

/** The comment syntax of a programming language, or undefined for prose. */
export function commentSyntax(languageId: string): CommentSyntax | undefined {
  return Object.hasOwn(languages, languageId) ? languages[languageId] : undefined;
}

export function isMarkdown(languageId: string): boolean {
  return ['markdown', 'mdx', 'quarto', 'rmd'].includes(languageId);
}
