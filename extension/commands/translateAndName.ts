import * as vscode from 'vscode';
import { detectLanguage } from '../../engine/language/detect';
import { AlignLensError } from '../../engine/protocol/errors';
import type { RequestOptions } from '../../engine/protocol/rpc';
import { identifier, identifierStyles, shortened, usualStyle, wordsOfName } from '../../engine/text/identifiers';
import * as config from '../config';
import { packSettings, type Context } from '../context';
import { noPackError } from '../direction';
import { changeInOneStep } from '../edit';
import { activeEditor, requireWritable, spanOf } from '../request';
import { textChangedError } from '../writing/requestedProse';

/** How much of the document around says how names are written there. */
const surroundings = 4000;

interface Candidate extends vscode.QuickPickItem {
  /** One for each selection. */
  readonly names: readonly string[];
}

/** Replaces what is selected, or the word at each cursor, by an English name for it, in a style that the user chooses. */
export function translateAndName(context: Context): () => Promise<void> {
  return async () => {
    const editor = activeEditor();
    const { document } = editor;
    requireWritable(document);
    const { version } = document;
    const ranges = editor.selections.map((selection) => (selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection));
    const named = ranges.filter((range) => range !== undefined && document.getText(range).trim() !== '') as vscode.Range[];
    if (named.length === 0) {
      throw new AlignLensError('empty-input', 'There is nothing to name here. Select the words that the name is to say.');
    }
    const texts = named.map((range) => document.getText(range).trim());
    const title = vscode.l10n.t('AlignLens: finding a name');
    const phrases = await context.work.run({ doing: 'Translating', title, units: 'sentences' }, (options) =>
      inEnglish(context, document, texts, options),
    );
    const chosen = await vscode.window.showQuickPick(candidates(document, named[0]!, phrases), {
      title: vscode.l10n.t('Translate and Name'),
      placeHolder: texts.join(', '),
      matchOnDescription: true,
    });
    if (!chosen) return;
    if (document.isClosed || document.version !== version) throw textChangedError(document);
    const changes = named.map((range, index) => ({ range, text: chosen.names[index]! }));
    await changeInOneStep(editor, changes, textChangedError(document));
  };
}

/** What is in English already stays. Throws `language-pair`. */
async function inEnglish(context: Context, document: vscode.TextDocument, texts: readonly string[], options: RequestOptions): Promise<string[]> {
  const foreign = texts.filter((text) => /[^\0-\u007f]/u.test(text));
  if (foreign.length === 0) return [...texts];
  const language = detectLanguage(foreign.join('\n')) ?? config.bilingualLanguages(document).target;
  const pack = await context.packs.between(language, 'en', document);
  if (!pack) throw noPackError(language, 'en', await context.packs.translators(document));
  const translations = await context.translator.translate(await packSettings(context, document, pack), foreign, options);
  return texts.map((text) => translations[foreign.indexOf(text)]?.target ?? text);
}

/** Throws `empty-input` when a translation holds no word that a name can have. */
function candidates(document: vscode.TextDocument, range: vscode.Range, phrases: readonly string[]): Candidate[] {
  const words = phrases.map(wordsOfName);
  if (words.some((own) => own.length === 0)) {
    throw new AlignLensError('empty-input', 'No English name was found for the selection. Select other words.');
  }
  const text = document.getText();
  const { start, end } = spanOf(document, range);
  const usual = usualStyle(text.slice(Math.max(0, start - surroundings), end + surroundings), document.languageId);
  const styles = [usual, ...identifierStyles.filter((style) => style !== usual)];
  const short = words.map(shortened);
  const found = [words, short].flatMap((variant) =>
    styles.map((style): Candidate => {
      const names = variant.map((own) => identifier(own, style));
      return { label: names.join(', '), description: style, names };
    }),
  );
  // A single word looks the same in several styles.
  return found.filter(({ label }, index) => found.findIndex((other) => other.label === label) === index);
}
