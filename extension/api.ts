import type MarkdownIt from 'markdown-it';

/** What `activate` returns to the editor and to other extensions. */
export interface AlignLensApi {
  /** Called by the editor's Markdown extension, which renders the preview. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}
