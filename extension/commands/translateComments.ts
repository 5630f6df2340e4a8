import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import * as config from '../config';
import { translationSettings, type Context } from '../context';
import { needsTranslation } from '../needsTranslation';
import { activeEditor, requireWritable, shortName } from '../request';
import { offerProposal } from '../writing/offerProposal';
import { translateTexts } from '../writing/translateTexts';
import { writtenSpan } from '../writing/writtenSpan';

/** Translates every comment (in a text: every paragraph) of the file in front, and shows the change before it is written. */
export function translateComments(context: Context): () => Promise<void> {
  return async () => {
    const { document } = activeEditor();
    requireWritable(document);
    const before = document.getText();
    const passages = (await context.prose.all(document)).filter((passage) => needsTranslation(passage, document));
    if (passages.length === 0) {
      const target = config.targetLanguage(document);
      throw new AlignLensError(
        'empty-input',
        phrase('{0} holds no comment that needs a translation into "{1}". Set alignlens.targetLanguage for another language.', shortName(document), target),
      );
    }
    const texts = passages.map(({ text }) => text);
    const title = vscode.l10n.t('AlignLens: translating the comments of {0}', shortName(document));
    const translations = await context.work.run({ doing: 'Translating', title, units: 'comments' }, async (options) =>
      translateTexts(context.translator, await translationSettings(context, document, texts, { asked: false }), texts, options),
    );
    const replacements = passages.map((passage, index) => ({ passage, text: translations[index] ?? passage.text }));
    const after = writtenSpan(before, { start: 0, end: before.length }, replacements);
    const summary = vscode.l10n.t('Translated comments of {0}: {1}. Write them into the file?', shortName(document), passages.length);
    const heading = vscode.l10n.t('{0}: comments translated', shortName(document));
    await offerProposal(context, { source: document.uri, target: document.uri, before, after, title: heading }, summary, undefined);
  };
}
