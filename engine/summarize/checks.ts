import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import { isWhiteSpace } from '../text/normalise';

/** UTF-16 code units; a page of 5,000 words has 35,000. */
export const longestText = 200_000;
/** Share of control characters from which on a text is none. */
const mostControl = 0.1;

/** Why a text cannot be summarized: `empty-input`, `input-too-long` or `not-text`; undefined when it can be. */
export function problemOf(text: string): AlignLensError | undefined {
  if (text.length > longestText) {
    return new AlignLensError(
      'input-too-long',
      phrase('The text has {0} characters; at most {1} are summarized at once. Summarize a part of it.', text.length, longestText),
    );
  }
  if (/^\s*$/u.test(text)) {
    return new AlignLensError('empty-input', 'There is nothing to summarize: the text is empty. Give a text with words in it.');
  }
  if (isBinary(text)) {
    return new AlignLensError('not-text', 'This is no text: it holds bytes that are no characters. Choose a text file in UTF-8.');
  }
  return undefined;
}

function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  let control = 0;
  for (const { 0: character } of text.matchAll(/[\x01-\x1f\x7f-\x9f\ufffd]/gu)) if (!isWhiteSpace(character)) control++;
  return control > mostControl * text.length;
}
