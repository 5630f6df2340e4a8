/** Comments and strings of documents, found by the grammars of their languages and remembered. */
import type { Span } from '../../engine/protocol/result';
import type { Lexeme } from '../../engine/text';
import { commentSyntax } from '../../engine/text/languages';
import type { Literal } from '../../engine/text/literal';
import { LruCache } from '../lruCache';
import { inTurns, turns } from '../turns';
import { Grammars, type GrammarSource } from './grammars';
import { commentRegions, lexemesOf, literals, taggedTexts } from './regions';
import { TokenizedText, type TokenizedLine } from './tokenizedText';

export interface FoundInText {
  readonly comments: readonly Lexeme[];
  readonly strings: readonly Literal[];
  /** Texts between tags. */
  readonly texts: readonly Span[];
}

const nothing: FoundInText = { comments: [], strings: [], texts: [] };

/** A document, as far as it matters here. */
export interface TextSource {
  readonly key: string;
  readonly languageId: string;
  readonly text: string;
}

/** Longer texts are generated: nobody reads their comments. In UTF-16 code units. */
const longestText = 1_000_000;
/** Documents whose tokens are kept. */
const rememberedDocuments = 12;
/** Their grammars call things comments that are none, or call no prose a comment. */
const proseScopes = /^(?:text\.(?!html|xml|pug|tex)|text\.html\.(?:markdown|asciidoc)|source\.(?:rst|diff))/u;

interface Remembered {
  readonly languageId: string;
  readonly lines: TokenizedText;
  /** The update under way; the next one waits for it. */
  work: Promise<unknown>;
  text: string | undefined;
  found: FoundInText;
}

export class GrammarLexemes {
  private readonly grammars: Grammars;
  private readonly remembered = new LruCache<string, Remembered>(rememberedDocuments);
  private readonly reported = new Set<string>();

  /** @param failed is told, once for each language, why a grammar cannot be used; its language is then read without */
  constructor(
    private readonly source: GrammarSource,
    private readonly failed: (languageId: string, error: unknown) => void,
  ) {
    this.grammars = new Grammars(source);
  }

  /** @returns undefined where no grammar can tell: the language has none, or the text is too long */
  async find({ key, languageId, text }: TextSource): Promise<FoundInText | undefined> {
    const scope = this.source.scopeOf(languageId);
    if (scope === undefined || text.length > longestText) return undefined;
    if (proseScopes.test(scope) && commentSyntax(languageId) === undefined) return undefined;
    const remembered = await this.remember(key, languageId);
    if (!remembered) return undefined;
    const work = remembered.work.then(() => update(remembered, text));
    remembered.work = work.catch(() => undefined);
    try {
      return await work;
    } catch (error) {
      this.report(languageId, error);
      return undefined;
    }
  }

  forget(key: string): void {
    this.remembered.delete(key);
  }

  private report(languageId: string, error: unknown): void {
    if (this.reported.has(languageId)) return;
    this.reported.add(languageId);
    this.failed(languageId, error);
  }

  private async remember(key: string, languageId: string): Promise<Remembered | undefined> {
    const known = this.remembered.get(key);
    if (known?.languageId === languageId) return known;
    try {
      const grammar = await this.grammars.for(languageId);
      if (!grammar) return undefined;
      const lines = new TokenizedText(grammar);
      const fresh: Remembered = { languageId, lines, work: Promise.resolve(), text: undefined, found: nothing };
      // Somebody else may have asked while the grammar was read.
      const other = this.remembered.get(key);
      if (other?.languageId === languageId) return other;
      this.remembered.set(key, fresh);
      return fresh;
    } catch (error) {
      this.report(languageId, error);
      return undefined;
    }
  }
}

async function update(remembered: Remembered, text: string): Promise<FoundInText> {
  if (remembered.text === text) return remembered.found;
  const lines = await remembered.lines.update(text, turns());
  const comments = await inTurns(lexemesOf(text, commentRegions(lines)));
  remembered.text = text;
  remembered.found = foundIn(text, lines, comments);
  return remembered.found;
}

/** Strings are looked for when somebody asks for them: most do not. */
function foundIn(text: string, lines: readonly TokenizedLine[], comments: readonly Lexeme[]): FoundInText {
  let strings: readonly Literal[] | undefined;
  let texts: readonly Span[] | undefined;
  return {
    comments,
    get strings() {
      return (strings ??= literals(lines));
    },
    get texts() {
      return (texts ??= taggedTexts(text, lines));
    },
  };
}
