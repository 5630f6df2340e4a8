/** A summary on the page: shows which source words a word of it came from, and the other way round. */
import type { SummaryContent, SummaryEntry } from '../engine/protocol/panelProtocol';
import { salienceLevel } from '../engine/protocol/salienceLevel';
import type { Presenter, PresenterContext } from './presenter';
import { scrollWithin } from './scroll';
import type { ViewState } from './state';
import { describeSummaryWord, summaryPartners, type SummaryWord } from './summaryEvidence';
import { summaryWordSelector } from './view/summaryPage';

export class SummaryPresenter implements Presenter {
  private pointedAt: Element | undefined;
  private partners: Element[] = [];

  constructor(
    private readonly content: SummaryContent,
    private readonly state: ViewState,
    private readonly context: PresenterContext,
  ) {}

  draw(): void {
    // The page is text: it flows to any width by itself.
  }

  point(target: Element | undefined): void {
    const element = target && wordElement(target);
    if (element === this.pointedAt) return;
    this.unmark();
    const place = element && placeOf(element);
    const entry = place && this.content.entries[place.entry];
    const readout = document.getElementById('readout');
    if (readout) readout.textContent = entry ? describeSummaryWord(this.content.source, entry, this.state.evidence, place.word) : '';
    if (!element || !entry) return;
    this.pointedAt = element;
    element.classList.add('active');
    // The source of the other entries is not on the page.
    if (place.entry === this.state.selected) this.markPartners(entry, place.word);
  }

  press(target: Element): void {
    const { entry, action } = target.closest('button')?.dataset ?? {};
    const word = wordElement(target);
    if (action === 'copySummary' || action === 'insertDocComment') {
      this.context.send({ kind: action, entry: Number(entry) });
    } else if (word) {
      this.pressWord(word);
    } else if (entry !== undefined) {
      this.context.select(Number(entry));
      document.querySelector<HTMLElement>('[aria-current] .heading')?.focus();
    }
  }

  key(event: KeyboardEvent): void {
    const element = event.target instanceof Element ? wordElement(event.target) : undefined;
    if (!element) return;
    if (event.key === 'Enter' || event.key === ' ') this.pressWord(element);
    else if (event.key === 'Escape') this.point(undefined);
    else if (!moveFocus(element, event.key)) return;
    event.preventDefault();
  }

  private markPartners(entry: SummaryEntry, word: SummaryWord): void {
    const partners = summaryPartners(entry, this.state.evidence, word);
    const strongest = partners[0]?.weight ?? 0;
    document.querySelector('main')?.classList.add('highlighting');
    for (const { word: partner, weight } of partners) {
      const level = salienceLevel(weight, strongest);
      const element = document.querySelector(summaryWordSelector(this.state.selected, partner));
      if (level === undefined || !element) continue;
      element.classList.add('partner', `partner-${level}`);
      this.partners.push(element);
    }
    if (word.side === 'summary') scrollWithin(this.partners[0]?.closest('.source-text'), this.partners[0]);
  }

  private unmark(): void {
    document.querySelector('main')?.classList.remove('highlighting');
    this.pointedAt?.classList.remove('active');
    this.pointedAt = undefined;
    for (const { classList } of this.partners) classList.remove(...[...classList].filter((name) => name.startsWith('partner')));
    this.partners = [];
  }

  /** A source word is shown in the editor; a word of the summary leads to the source word that explains it best. */
  private pressWord(element: HTMLElement): void {
    const { entry: index, word } = placeOf(element);
    const entry = this.content.entries[index];
    if (!entry) return;
    const source = word.side === 'source' ? word : summaryPartners(entry, this.state.evidence, word)[0]?.word;
    const span = source && entry.salience[source.index];
    if (span) this.context.send({ kind: 'revealSource', entry: index, start: span.start, end: span.end });
    if (index === this.state.selected) return;
    this.context.select(index);
    document.querySelector<HTMLElement>(summaryWordSelector(index, word))?.focus();
  }
}

function wordElement(target: Element): HTMLElement | undefined {
  return target.closest<HTMLElement>('[data-side]') ?? undefined;
}

function placeOf({ dataset }: HTMLElement): { readonly entry: number; readonly word: SummaryWord } {
  const index = Number(dataset['index']);
  return {
    entry: Number(dataset['entry']),
    word: dataset['side'] === 'source' ? { side: 'source', index } : { side: 'summary', line: Number(dataset['line']), index },
  };
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** Along the words of the entry's lines, or of its source. */
function moveFocus(element: HTMLElement, key: string): boolean {
  const step = steps[key];
  if (step === undefined) return false;
  const { side = '', entry = '' } = element.dataset;
  const words = [...document.querySelectorAll<HTMLElement>(`[data-side="${side}"][data-entry="${entry}"]`)];
  words[Math.min(Math.max(words.indexOf(element) + step, 0), words.length - 1)]?.focus();
  return true;
}
