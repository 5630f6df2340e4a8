/** What the decoder could have written instead: another subword at a step, another hypothesis of the beam. */
import type { Alternative, Explanation, ScoredHypothesis } from '../../engine/protocol/explanation';
import { isPresent, presentText, subwordLabel } from '../explanation';
import { t } from '../l10n';
import { formatShare } from '../numbers';
import { diffText, type DiffPart } from '../textDiff';
import { element, type VirtualElement, type VirtualNode } from './element';
import { bar } from './explanationBars';

/** The most probable subwords of a step, and the written one where it is none of them. */
export function alternatives({ steps }: Explanation, index: number): VirtualElement {
  const step = steps[index];
  const written: Alternative[] = step && !step.alternatives.some(({ id }) => id === step.id) ? [step] : [];
  const entries = [...(step?.alternatives ?? []), ...written].map((alternative) => {
    const isWritten = alternative.id === step?.id;
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'alternative',
          'data-alternative': alternative.id,
          ...(isWritten ? { 'aria-current': 'true' } : { title: t('Write this one, and translate the rest anew') }),
        },
        element('span', { class: 'piece' }, subwordLabel(alternative.text)),
        bar(alternative.probability),
        element('span', { class: 'number' }, formatShare(alternative.probability)),
        element('span', { class: 'mark' }, isWritten ? t('✓ written') : ''),
      ),
    );
  });
  return element(
    'section',
    { 'aria-labelledby': 'alternatives-title' },
    element('h3', { id: 'alternatives-title' }, t('Alternatives')),
    element('p', { class: 'hint' }, t('What else could stand here. Choose one, and the rest is translated anew.')),
    element('ol', { class: 'choices' }, ...entries),
  );
}

export function hypotheses(explanation: Explanation): VirtualElement {
  const present = presentText(explanation);
  const entries = explanation.hypotheses.map((hypothesis, index) => hypothesisEntry(explanation, hypothesis, index, present));
  return element(
    'section',
    { 'aria-labelledby': 'hypotheses-title' },
    element('h3', { id: 'hypotheses-title' }, t('Hypotheses of the beam')),
    element('p', { class: 'hint' }, t('The mean probability of their subwords; what differs from the present translation is underlined.')),
    element('ol', { class: 'choices' }, ...entries),
  );
}

function hypothesisEntry(explanation: Explanation, hypothesis: ScoredHypothesis, index: number, present: string): VirtualElement {
  const isCurrent = isPresent(explanation, hypothesis);
  const text = isCurrent ? [hypothesis.text] : diffText(present, hypothesis.text).map(diffPart);
  return element(
    'li',
    {},
    element(
      'button',
      {
        type: 'button',
        class: 'hypothesis',
        'data-hypothesis': index,
        ...(isCurrent ? { 'aria-current': 'true' } : { title: t('Take this translation') }),
      },
      element('span', { class: 'number' }, formatShare(Math.exp(hypothesis.score))),
      element('span', { class: 'piece' }, ...text, ...(isCurrent ? [element('span', { class: 'mark' }, ` ${t('✓ present')}`)] : [])),
    ),
  );
}

function diffPart({ kind, text }: DiffPart): VirtualNode {
  switch (kind) {
    case 'same':
      return text;
    case 'new':
      return element('ins', {}, text);
    case 'gone':
      return element('del', {}, text);
  }
}
