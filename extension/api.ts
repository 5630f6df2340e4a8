/**
 * What `activate()` returns to other extensions: docs/api.md says how to use it and what stays as it is. This file stands
 * on its own, so that it can be copied into theirs.
 */

/** `vscode.extensions.getExtension<AlignLensApi>('alignlens.alignlens')?.activate()` */
export interface AlignLensApi {
  /** Counts changes that break users; members may be added without. */
  readonly apiVersion: 1;
  /** Translates a text; Markdown, code spans and identifiers stay. Rejects with an `AlignLensApiError`. */
  translate(text: string, options?: TranslateOptions): Promise<TranslatedText>;
  /** Summarizes English prose, or a function in a programming language. Rejects with an `AlignLensApiError`. */
  summarize(text: string, options?: SummarizeOptions): Promise<SummarizedText>;
  /** Finds which words of a translation belong to which words of its source. Rejects with an `AlignLensApiError`. */
  align(source: string, target: string, options?: TranslateOptions): Promise<AlignedTexts>;
  /** For the extension Comment Translate: registers AlignLens as one of its sources. */
  extendTranslate(registry: (id: string, source: new () => CommentTranslateSource) => void): Promise<void>;
}

export interface TranslateOptions {
  /** Such as `en` or `zh-CN`; undefined or `auto`: what the settings say, or else what the text is in. */
  readonly from?: string;
  /** Undefined or `auto`: what the settings say; then a text that is in that language already goes the other way. */
  readonly to?: string;
  readonly signal?: AbortSignal;
}

export interface SummarizeOptions {
  /** Undefined: `code` when `languageId` is that of a programming language. */
  readonly kind?: 'prose' | 'code';
  /** VS Code's id of the text's language, such as `markdown` or `python`; undefined: `plaintext`. */
  readonly languageId?: string;
  /** Lines at most, 1 to 10; undefined: what the settings say. */
  readonly lines?: number;
  readonly signal?: AbortSignal;
}

/** Half-open range of UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A source word and a target word that belong together, as ranges of the two whole texts. */
export interface WordLink {
  readonly source: TextSpan;
  readonly target: TextSpan;
  /** Share of the target word that the source word explains, 0 to 1. */
  readonly weight: number;
}

export interface AlignedTexts {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly links: readonly WordLink[];
}

export interface TranslatedText extends AlignedTexts {
  readonly text: string;
}

export interface SummarizedText {
  readonly lines: readonly {
    readonly text: string;
    /** Whether the line quotes the text instead of saying it in other words. */
    readonly quoted: boolean;
    /** The part of the text that the line stands for. */
    readonly source: TextSpan;
  }[];
}

/** `code` is one of those in docs/api.md; `message` says in a sentence what to do. */
export interface AlignLensApiError extends Error {
  readonly code: string;
}

/** As in the package `comment-translate-manager`. */
export interface CommentTranslateSource {
  translate(content: string, options: { readonly from?: string; readonly to?: string }): Promise<string>;
  link(content: string, options: { readonly from?: string; readonly to?: string }): string;
  isSupported?: (language: string) => boolean;
  maxLen: number;
}
