import { phrase, type Phrase } from '../engine/protocol/phrase';
import type { ExtractReason } from '../engine/protocol/result';

const notes: Readonly<Record<ExtractReason, Phrase>> = {
  requested: phrase('Quoted from the text, as alignlens.summary.mode asks.'),
  'low-confidence': phrase('Quoted from the text, because the model was not sure enough of words of its own.'),
  unsupported: phrase("Quoted from the text, because the model's own words named something that the text does not."),
  unreadable: phrase('Quoted from the text, because the text is not of the language that the model reads.'),
};

/** What a quotation says of itself. */
export function quotedNote(reason: ExtractReason | undefined): Phrase {
  return reason === undefined ? phrase('Quoted from the text.') : notes[reason];
}
