import { phrase } from '../../engine/protocol/phrase';
import type { Context } from '../context';
import { functionAround } from '../documentFunctions';
import { placeOrCursor } from '../request';
import { requireWords, show, summarize } from '../summarize';
import { functionSubject } from '../summarySubjects';

/** Summarizes the function at the cursor, or at the place that the link of a hover or lens names. */
export function summarizeFunction(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const { document, offset } = await placeOrCursor(place);
    const found = await functionAround(document, offset);
    const subjects = found ? [functionSubject(document.getText(), found)] : [];
    const list = requireWords(
      { kind: 'code', languageId: document.languageId, subjects },
      phrase('There is no function at the cursor. Put the cursor into a function, or select code and run "AlignLens: Summarize Selection".'),
    );
    show(context, await summarize(context, document, list));
  };
}
