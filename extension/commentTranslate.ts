/** AlignLens as a source of the extension Comment Translate: the interfaces are those of its package `comment-translate-manager`. */
import * as vscode from 'vscode';
import { detectLanguage } from '../engine/language/detect';
import { primaryLanguage } from '../engine/language/tag';
import * as config from './config';
import type { GivenText } from './givenText';
import { anything, record, string, type Validator } from '../engine/protocol/validate';
import { commandLink } from './hoverMarkdown';
import { named, translateTexts, type TextServices } from './textRequests';
import { inLines, lineGroups } from './wrappedLines';

/** Tags such as `zh-CN`, or `auto`. */
export interface ITranslateOptions {
  readonly from?: string;
  readonly to?: string;
}

export interface ITranslate {
  translate(content: string, options: ITranslateOptions): Promise<string>;
  /** Markdown for a trusted hover. */
  link(content: string, options: ITranslateOptions): string;
  isSupported?: (language: string) => boolean;
  /** Longer texts come in parts, cut between lines. */
  maxLen: number;
}

/** Takes the class of a source, which is made without arguments, under an id of package.json's `translates`. */
export type ITranslateRegistry = (id: string, source: new () => ITranslate) => void;

/** The id in package.json's `translates`. */
const sourceId = 'alignlens';

/** An address that is longer may be cut off. */
const longestLink = 4000;

const optionsOf: Validator<ITranslateOptions> = (value, path) => {
  const { from, to } = record(anything)(value ?? {}, path);
  return { ...(typeof from === 'string' ? { from } : {}), ...(typeof to === 'string' ? { to } : {}) };
};

/** Registers the source; Comment Translate waits for it. */
export async function registerCommentTranslateSource(context: TextServices, registry: ITranslateRegistry): Promise<void> {
  // Without its packs the source is there all the same: what is wrong with them is said when it translates.
  const packs = await context.packs.translators(undefined).catch(() => []);
  const languages = new Set(packs.flatMap(({ sourceLanguage, targetLanguage }) => [sourceLanguage, targetLanguage]));
  registry(
    sourceId,
    class implements ITranslate {
      readonly maxLen = config.maxSelectionLength(undefined);
      readonly translate = async (content: unknown, options: unknown): Promise<string> =>
        translateLines(context, string(content, 'content'), optionsOf(options, 'options'));
      readonly link = (content: unknown, options: unknown): string => alignmentLink(string(content, 'content'), optionsOf(options, 'options'));
      readonly isSupported = (language: unknown): boolean =>
        language === 'auto' || languages.size === 0 || languages.has(primaryLanguage(string(language, 'language')));
    },
  );
}

/**
 * The translation in as many lines as the content has. What is in the target language already stays.
 *
 * @throws AlignLensError like `translateTexts`
 */
async function translateLines(context: TextServices, content: string, { from, to }: ITranslateOptions): Promise<string> {
  const lines = content.split('\n');
  const target = named(to) ?? config.targetLanguage(undefined);
  const groups = lineGroups(lines).filter(({ text }) => detectLanguage(text) !== target);
  if (groups.length === 0) return content;
  const { translations } = await translateTexts(context, groups.map(({ text }) => text), { from, to: target }, {});
  for (const [index, { first, last }] of groups.entries()) {
    const indent = /^\s*/u.exec(lines[first]!)?.[0] ?? '';
    const translated = inLines(translations[index]!.target, last - first + 1);
    lines.splice(first, translated.length, ...translated.map((line) => (line === '' ? '' : indent + line)));
  }
  return lines.join('\n');
}

function alignmentLink(content: string, { from, to }: ITranslateOptions): string {
  if (content.trim() === '') return '';
  const [source, target] = [named(from), named(to)];
  const given: GivenText = { text: content, ...(source === undefined ? {} : { from: source }), ...(target === undefined ? {} : { to: target }) };
  const address = commandLink('alignlens.showAlignment', given);
  return address.length > longestLink ? '' : `[AlignLens](${address} "${vscode.l10n.t('Show alignment').replaceAll('"', "'")}")`;
}
