import type { ExtractReason } from '../engine/protocol/result';

const reasons: Readonly<Record<ExtractReason, string>> = {
  requested: 'as alignlens.summary.mode asks',
  'low-confidence': 'because the model was not sure enough of words of its own',
  unsupported: 'because the model\'s own words named something that the text does not',
  unreadable: 'because the text is not of the language that the model reads',
};

/** What a quotation says of itself: "Quoted …". */
export function quotedNote(reason: ExtractReason | undefined): string {
  return reason === undefined ? 'Quoted from the text.' : `Quoted from the text, ${reasons[reason]}.`;
}
