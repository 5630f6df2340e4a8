import { AlignLensError } from '../../engine/protocol/errors';
import type { Context } from '../context';
import { summaryView } from '../summaryView';

/** Shows the last summary again, in case its view was closed or shows something else. */
export function showSummary({ lastSummary, panel }: Context): () => void {
  return () => {
    if (!lastSummary.shown) {
      throw new AlignLensError('empty-input', 'Nothing was summarized yet. Select text or code and run "AlignLens: Summarize Selection".');
    }
    panel.show(summaryView(lastSummary.shown));
  };
}
