import { phrase } from '../../engine/protocol/phrase';
import type { Context } from '../context';
import { documentFunctions } from '../documentFunctions';
import { activeEditor, shortName } from '../request';
import { requireWords, show, summarize } from '../summarize';
import { fileSubjects } from '../summarySubjects';

/** Outlines the file: a line for each function of a program, or for each section of a text. */
export function summarizeFile(context: Context): () => Promise<void> {
  return async () => {
    const { document } = activeEditor();
    const functions = await documentFunctions(document);
    const list = fileSubjects(document.getText(), document.languageId, functions);
    show(context, await summarize(context, document, requireWords(list, phrase('{0} holds no words to summarize.', shortName(document)))));
  };
}
