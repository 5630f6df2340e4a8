/** Sentences that more than one page says. */
import { t } from '../l10n';
import { element, type VirtualElement } from './element';

/** A page that only says something. */
export function notice(text: string): VirtualElement {
  return element('main', {}, element('h1', { class: 'visually-hidden' }, 'AlignLens'), element('p', { class: 'notice', role: 'status' }, text));
}

/** `score` is a mean log-probability; its exponential is the geometric mean of the chosen subwords' probabilities. */
export function confidence(score: number): string {
  return t('The model gave its words {0} % on average.', Math.round(Math.exp(score) * 100));
}
