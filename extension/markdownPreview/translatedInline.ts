/** Puts translations into a rendered Markdown page. Knows markdown-it and nothing of the editor. */
import type MarkdownIt from 'markdown-it';
import { findSegments, type Segment } from '../../engine/text';
import { LruCache } from '../lruCache';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** What a page is rendered with. */
export interface PageTranslations {
  readonly display: 'below' | 'instead';
  /** Code of the language of the translations. */
  readonly language: string;
  /** Undefined while it is not known, and for what needs none; hears of every text of the page, from its top. */
  translationOf(segment: Segment, line: number): string | undefined;
}

/** A page is rendered with every key typed: blocks that were read before, on a long page, are not read again. */
const rememberedBlocks = 4000;

/** What is shown of one block. */
interface ShownPassage {
  readonly display: PageTranslations['display'];
  readonly language: string;
  /** The original where it has become a tooltip. */
  readonly original: string;
  readonly translated: Token[];
}

/**
 * Makes pages show translations.
 *
 * Pages are changed as they are rendered, never as they are parsed: the editor's outline and links come from the same tokens.
 *
 * @param translationsFor what to show in the page that an environment stands for; undefined leaves it as it is
 */
export function extendWithTranslations(md: MarkdownIt, translationsFor: (environment: unknown) => PageTranslations | undefined): MarkdownIt {
  /** Targets of links such as `[text][name]`: the page is rendered in another environment than it was parsed in. */
  const references = new WeakMap<Token, unknown>();
  md.core.ruler.push('alignlens_references', ({ tokens, env }) => {
    for (const token of tokens) {
      if (token.type === 'inline') references.set(token, (env as { references?: unknown }).references);
    }
  });
  // By the list of tokens that is rendered: a block of another type would change how those around it are rendered.
  const passages = new WeakMap<Token[], ShownPassage>();
  const reader = new BlockReader(md);
  const { renderer } = md;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, environment) => {
    const page = translationsFor(environment);
    if (!page) return render(tokens, options, environment);
    const shown = tokens.map((token) => {
      const passage = shownPassage(reader, token, page, references.get(token));
      if (!passage) return token;
      // A heading's address is made of its children, which stay the original's.
      const children = [...(token.children ?? [])];
      passages.set(children, passage);
      return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { children });
    });
    return render(shown, options, environment);
  };
  const renderInline = renderer.renderInline.bind(renderer);
  renderer.renderInline = (tokens, options, environment) => {
    const passage = passages.get(tokens);
    const original = passage?.display === 'instead' ? '' : renderInline(tokens, options, environment);
    if (!passage) return original;
    const escape = md.utils.escapeHtml;
    const title = passage.display === 'instead' ? ` title="${escape(passage.original)}"` : '';
    const attributes = `class="alignlens-translation alignlens-${passage.display}" lang="${escape(passage.language)}" dir="auto"${title}`;
    return `${original}<span ${attributes}>${renderInline(passage.translated, options, environment)}</span>`;
  };
  return md;
}

function shownPassage(reader: BlockReader, token: Token, page: PageTranslations, references: unknown): ShownPassage | undefined {
  if (token.type !== 'inline' || !hasWords(token)) return undefined;
  const source = translatedSource(reader, token, page);
  if (source === undefined) return undefined;
  const parsed = reader.parse(source, references);
  return {
    display: page.display,
    language: page.language,
    original: plainText(token.children ?? []),
    // A picture twice says no more than once.
    translated: page.display === 'below' ? parsed.filter(({ type }) => type !== 'image') : parsed,
  };
}

/** The Markdown of a block with the translations of its segments, as far as they are known; undefined where none is. */
function translatedSource(reader: BlockReader, token: Token, page: PageTranslations): string | undefined {
  const { content } = token;
  const segments = reader.segments(content);
  const translations = segments.map((segment) => page.translationOf(segment, token.map?.[0] ?? 0));
  if (translations.every((translation) => translation === undefined)) return undefined;
  let source = '';
  let from = 0;
  segments.forEach(({ range }, index) => {
    const translation = translations[index];
    if (translation === undefined) return;
    source += content.slice(from, range.start) + translation;
    from = range.end;
  });
  return source + content.slice(from);
}

/** Reads the Markdown of blocks, with a memory. */
class BlockReader {
  private readonly segmentsOf = new LruCache<string, readonly Segment[]>(rememberedBlocks);
  private readonly tokensOf = new LruCache<string, Token[]>(rememberedBlocks);

  constructor(private readonly md: MarkdownIt) {}

  segments(content: string): readonly Segment[] {
    const known = this.segmentsOf.get(content);
    if (known) return known;
    // The box of a task is not part of what it says.
    const start = /^\[[ xX]\]\s+/u.exec(content)?.[0].length ?? 0;
    const segments = findSegments(content, 'markdown', { start, end: content.length });
    this.segmentsOf.set(content, segments);
    return segments;
  }

  parse(source: string, references: unknown): Token[] {
    const known = this.tokensOf.get(source);
    if (known) return known;
    const tokens = this.md.parseInline(source, { references })[0]?.children ?? [];
    // Links and pictures depend on the page, and change as they are rendered.
    if (!source.includes('[')) this.tokensOf.set(source, tokens);
    return tokens;
  }
}

/** Words outside code, pictures and HTML. */
function hasWords({ children }: Token): boolean {
  return (children ?? []).some(({ type, content }) => type === 'text' && /\p{L}/u.test(content));
}

function plainText(tokens: readonly Token[]): string {
  return tokens.map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : ['text', 'code_inline'].includes(type) ? content : '')).join('');
}
