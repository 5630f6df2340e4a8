/** How a language writes the comment that documents a function. */
export interface DocStyle {
  /** `star`: a block with a star before each line; `lines`: a marker before each line; `docstring`: a string in the body. */
  readonly form: 'star' | 'lines' | 'docstring';
  /** What the comment, or each of its lines, begins with. */
  readonly marker: string;
  /** The text begins with the function's name, as in Go. */
  readonly named: boolean;
  /** Whether a comment right above a function documents it. */
  readonly documents: RegExp;
}

function style(form: DocStyle['form'], marker: string, documents: RegExp, named = false): DocStyle {
  return { form, marker, named, documents };
}

const star = style('star', '/**', /^\/\*\*(?!\/)/u);
// In C any comment documents what is below it.
const c = style('star', '/**', /^\/[*/]/u);
const slashes = style('lines', '///', /^(?:\/\/\/|\/\*\*(?!\/))/u);
const hash = style('lines', '#', /^#(?!!)/u);

/** By VS Code language id. */
const styles: Readonly<Record<string, DocStyle>> = {
  ...named(star, 'javascript javascriptreact typescript typescriptreact java php kotlin scala'),
  ...named(c, 'c cpp cuda-cpp'),
  ...named(slashes, 'rust csharp swift fsharp dart'),
  ...named(hash, 'ruby shellscript'),
  go: style('lines', '//', /^\/[*/](?!go:)/u, true),
  lua: style('lines', '---', /^--/u),
  python: style('docstring', '"""', /^/u),
};

function named(entry: DocStyle, ids: string): Record<string, DocStyle> {
  return Object.fromEntries(ids.split(' ').map((id) => [id, entry]));
}

/** The style of a language, or undefined where none is known. */
export function docStyle(languageId: string): DocStyle | undefined {
  return Object.hasOwn(styles, languageId) ? styles[languageId] : undefined;
}
