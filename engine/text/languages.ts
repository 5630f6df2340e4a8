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
  /** Line markers count only at the start of a line or behind white space (`#` in a URL or `$#`). */
  readonly spacedMarker: boolean;
  /** A multi-line string that stands alone on its lines documents the code. */
  readonly docstrings: boolean;
}

const cBlock = [['/*', '*/']] as const;
const plainQuotes = ['"', "'"];

function syntax(parts: Partial<CommentSyntax>): CommentSyntax {
  return { line: [], block: [], quotes: plainQuotes, multilineQuotes: [], spacedMarker: false, docstrings: false, ...parts };
}

const cLike = syntax({ line: ['//'], block: cBlock });
const script = syntax({ line: ['//'], block: cBlock, multilineQuotes: ['`'] });
const hash = syntax({ line: ['#'], spacedMarker: true });
const markup = syntax({ block: [['<!--', '-->']], quotes: [] });
const lisp = syntax({ line: [';'], quotes: ['"'], spacedMarker: true });
const percent = syntax({ line: ['%'], quotes: ['"'] });

/** By VS Code language id. */
const languages: Readonly<Record<string, CommentSyntax>> = {
  ...named(cLike, 'c cpp csharp cuda-cpp d dart fsharp glsl groovy hlsl java jsonc json5 kotlin objective-c objective-cpp'),
  ...named(cLike, 'proto proto3 scala scss less shaderlab solidity swift verilog systemverilog wgsl zig'),
  ...named(script, 'javascript javascriptreact typescript typescriptreact go'),
  // A single quote in Rust is a lifetime more often than a character.
  rust: syntax({ line: ['//'], block: cBlock, quotes: ['"'] }),
  css: syntax({ block: cBlock }),
  php: syntax({ line: ['//', '#'], block: cBlock }),
  ...named(hash, 'shellscript ruby perl perl6 r yaml dockercompose toml dockerfile makefile elixir cmake dotenv ignore gitignore'),
  ...named(hash, 'properties git-commit git-rebase nim crystal awk tcl graphql'),
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
