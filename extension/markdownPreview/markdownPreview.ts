import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { BackgroundTranslations, type Wanted } from '../backgroundTranslations';
import * as config from '../config';
import { onDidChangeTranslations, type Context } from '../context';
import { Debounced } from '../debounced';
import { LruCache } from '../lruCache';
import { needsTranslation } from '../needsTranslation';
import { extendWithTranslations, type PageTranslations } from './translatedInline';

/** Translations come a few at a time, and the preview can only be loaded anew as a whole: soon with the first of them, then now and then. */
const firstRefresh = 400;
const refreshInterval = 2500;

/** The preview drops the wish to be loaded anew while it waits to follow an edit or a save: then it is told again. */
const renderingPatience = 800;
const renderingAttempts = 3;

/** Each key typed renders the page: what it lacks is asked for in the pause after. */
const typingPause = 300;

/** Pages whose texts are being translated; more than anyone looks at. */
const pagesAtOnce = 8;

interface WantedAt extends Wanted {
  readonly line: number;
}

/**
 * Translations in the editor's Markdown preview. The preview asks for a whole page at once and does not wait, so a page is
 * rendered with what is known, what is missing is translated, and the page is rendered again.
 */
export class MarkdownPreview {
  private readonly translations: BackgroundTranslations;
  private readonly needed = new LruCache<string, boolean>(4000);
  /** What each page that was rendered lacks. */
  private missing = new Map<vscode.TextDocument, readonly WantedAt[]>();
  private readonly ask = new Debounced(() => this.want(), typingPause);
  private refreshed = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private renderings = 0;
  private check: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly context: Context) {
    this.translations = new BackgroundTranslations(context);
    this.subscriptions = [
      this.translations.onDidLearn(() => this.refreshSoon()),
      context.preview.onDidChange(() => void this.restart()),
      onDidChangeTranslations(context, () => {
        this.translations.forget();
        this.needed.clear();
        void this.restart();
      }),
      vscode.window.tabGroups.onDidChangeTabs(() => {
        if (this.missing.size > 0 && !isPreviewOpen()) this.stop();
      }),
    ];
  }

  extendMarkdownIt(md: MarkdownIt): MarkdownIt {
    return extendWithTranslations(md, (environment) => this.page(environment));
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.check);
    for (const disposable of [...this.subscriptions, this.ask, this.translations]) disposable.dispose();
  }

  /** What one rendering of a page shows; what it lacks is asked for when the rendering is over. */
  private page(environment: unknown): PageTranslations | undefined {
    const document = documentOf(environment);
    if (!document) return undefined;
    this.renderings++;
    const display = this.context.preview.in(document);
    if (display === 'off') {
      this.missing.delete(document);
      return undefined;
    }
    const lacking: WantedAt[] = [];
    // Filled while the page is rendered. The page rendered last is the one looked at, and the last of the map.
    this.missing.delete(document);
    this.missing.set(document, lacking);
    this.ask.run();
    return {
      display,
      language: config.targetLanguage(document),
      translationOf: (segment, line) => {
        const wanted = { document, text: segment.text, line };
        const translation = this.translations.recall(wanted);
        if (translation === undefined && this.isNeeded(document, segment)) lacking.push(wanted);
        return translation === segment.text ? undefined : translation;
      },
    };
  }

  /** Rendering looks at every text of the page, with every key typed. */
  private isNeeded(document: vscode.TextDocument, segment: Parameters<typeof needsTranslation>[0]): boolean {
    const key = `${document.languageId}\n${document.uri.toString()}\n${segment.text}`;
    const known = this.needed.get(key);
    if (known !== undefined) return known;
    const needed = needsTranslation(segment, document);
    this.needed.set(key, needed);
    return needed;
  }

  private want(): void {
    for (const oldest of this.missing.keys()) {
      if (this.missing.size <= pagesAtOnce) break;
      this.missing.delete(oldest);
    }
    const pages = [...this.missing].reverse();
    this.translations.want(pages.flatMap(([document, lacking]) => nearestFirst(document, lacking)));
  }

  private refreshSoon(): void {
    this.timer ??= setTimeout(() => void this.renderAgain(), Math.max(firstRefresh, this.refreshed + refreshInterval - performance.now()));
  }

  private async restart(): Promise<void> {
    this.stop();
    await this.renderAgain();
  }

  private stop(): void {
    this.missing.clear();
    this.translations.want([]);
  }

  private async renderAgain(attempt = 1): Promise<void> {
    clearTimeout(this.timer);
    clearTimeout(this.check);
    this.timer = undefined;
    this.refreshed = performance.now();
    if (!isPreviewOpen()) return;
    const { renderings } = this;
    this.check = setTimeout(() => {
      if (this.renderings === renderings && attempt < renderingAttempts) void this.renderAgain(attempt + 1);
    }, renderingPatience);
    try {
      await vscode.commands.executeCommand('markdown.preview.refresh');
    } catch {
      // Without the editor's Markdown extension there is no preview either.
    }
  }
}

/** The document that the preview renders; texts that are rendered for other ends have none. */
function documentOf(environment: unknown): vscode.TextDocument | undefined {
  if (typeof environment !== 'object' || environment === null) return undefined;
  const { currentDocument } = environment as { currentDocument?: unknown };
  if (!(currentDocument instanceof vscode.Uri)) return undefined;
  const uri = currentDocument.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/** The preview follows its editor: what stands there is read first. */
function nearestFirst(document: vscode.TextDocument, lacking: readonly WantedAt[]): WantedAt[] {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const top = editor?.visibleRanges[0]?.start.line ?? 0;
  // What lies above is looked at last.
  const rank = ({ line }: WantedAt): number => (line >= top ? line - top : 1e6 + top - line);
  return [...lacking].sort((a, b) => rank(a) - rank(b));
}

function isPreviewOpen(): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => (input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom) && input.viewType.includes('markdown'));
}
