/** The page for a state. */
import { t } from '../l10n';
import type { ViewState } from '../state';
import type { VirtualElement } from './element';
import { notice } from './notice';
import { summaryPage } from './summaryPage';
import { translationPage } from './translationPage';

export function page(state: ViewState): VirtualElement {
  switch (state.shown?.kind) {
    case 'showTranslation':
      return translationPage(state.shown.content, state);
    case 'showSummary':
      return summaryPage(state.shown.content, state);
    case undefined:
      return notice(t('Nothing to show yet.'));
  }
}
