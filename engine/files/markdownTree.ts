/** The structure of a Markdown document as CommonMark reads it: what a translation must leave as it is. */
import MarkdownIt from 'markdown-it';
import { frontMatterEnd } from '../text/markdown';

/** A token of the document's block structure. */
export interface TreeNode {
  /** Everything about it but the words. */
  readonly signature: string;
  /** Lines of the file, from 0, half-open; of a node that holds text. */
  readonly lines: { readonly start: number; readonly end: number } | undefined;
  /** Whether it is prose, or HTML with prose in it. */
  readonly prose: boolean;
}

type Token = ReturnType<MarkdownIt['parse']>[number];

// Made with the first page: it compiles many patterns.
let parser: MarkdownIt | undefined;
/** HTML whose content is not for readers. */
const code = /<(?:pre|script|style|textarea|svg|math|template)\b|^\s*<!/iu;

export function markdownTree(text: string): TreeNode[] {
  const front = frontMatterEnd(text);
  const skipped = text.slice(0, front).split('\n').length - 1;
  const nodes: TreeNode[] = [{ signature: text.slice(0, front), lines: undefined, prose: false }];
  let row: Token | undefined;
  parser ??= new MarkdownIt({ html: true });
  for (const token of parser.parse(text.slice(front), {})) {
    if (token.type === 'tr_open') row = token;
    // A cell knows no lines of its own.
    const map = token.map ?? (token.type === 'inline' ? row?.map : undefined) ?? undefined;
    const leaf = token.type === 'inline' || token.type === 'html_block' || token.type === 'fence' || token.type === 'code_block';
    nodes.push({
      signature: signatureOf(token),
      lines: leaf && map ? { start: map[0] + skipped, end: map[1] + skipped } : undefined,
      prose: token.type === 'inline' || (token.type === 'html_block' && !code.test(token.content)),
    });
  }
  return nodes;
}

function signatureOf(token: Token): string {
  switch (token.type) {
    case 'inline':
      return `inline ${inlineSignature(token.children ?? [])}`;
    case 'html_block':
      return code.test(token.content) ? `html ${token.content}` : `html ${(token.content.match(/<[^>]*>/gu) ?? []).join('')}`;
    case 'fence':
    case 'code_block':
      return `${token.type} ${token.markup} ${token.info} ${token.content}`;
    default:
      return `${token.type} ${token.tag} ${token.markup} ${token.info} ${attributesOf(token)}`;
  }
}

/** The inline nodes with what they lie in. Words change their order in a translation, so the order does not count. */
function inlineSignature(tokens: readonly Token[]): string {
  const path: string[] = [];
  const found: string[] = [];
  for (const token of tokens) {
    if (token.nesting < 0) {
      path.pop();
      continue;
    }
    if (token.type === 'text' || token.type === 'softbreak') continue;
    // An entity or an escaped character is text, written otherwise.
    if (token.type === 'text_special') continue;
    const own = `${token.type} ${attributesOf(token)} ${token.type === 'text' ? '' : token.content}`;
    found.push([...path, own].join(' > '));
    if (token.nesting > 0) path.push(own);
  }
  return found.sort().join('\n');
}

function attributesOf({ attrs }: Token): string {
  return JSON.stringify(attrs ?? []);
}
