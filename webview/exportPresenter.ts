/** The menu of exports at work: opens and closes, follows keys, and sends what was chosen. */
import type { ExportExtension, PanelContent, PanelSentence } from '../engine/protocol/panelProtocol';
import type { Evidence } from './evidence';
import { alignmentJson } from './export/json';
import { matrixMarkdown } from './export/markdown';
import { pharaoh } from './export/pharaoh';
import { toPng } from './export/png';
import { matrixSvg, type Picture } from './export/svg';
import { pictureStyle } from './export/theme';
import { matrixTsv } from './export/tsv';
import { t } from './l10n';
import { nextItem } from './menuKeys';
import type { PresenterContext } from './presenter';
import { exportFormats, type ExportFormat } from './view/exportMenu';

export class ExportPresenter {
  /** Ends the listener that an open menu has. */
  private opened: AbortController | undefined;

  /** `selected` is the index of the sentence that is drawn. */
  constructor(
    private readonly content: PanelContent,
    private readonly selected: number,
    private readonly evidence: Evidence,
    private readonly send: PresenterContext['send'],
  ) {}

  /** Whether the click was for the menu. */
  press(target: Element): boolean {
    const item = target.closest<HTMLElement>('[data-export]');
    const format = exportFormats.find((known) => known === item?.dataset['export']);
    if (format) {
      this.close();
      this.button()?.focus();
      void this.export(format, item?.dataset['scope'] === 'all');
      return true;
    }
    const ours = target.closest('#export-button') !== null;
    if (ours && !this.opened) this.open('first');
    else this.close();
    return ours;
  }

  /** Whether the key was for the menu. */
  key(event: KeyboardEvent): boolean {
    if (!(event.target instanceof Element) || !event.target.closest('#export')) return false;
    if (!this.opened) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return true;
      event.preventDefault();
      this.open(event.key === 'ArrowDown' ? 'first' : 'last');
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      // From the button, Tab goes on to what follows the closed menu.
      this.button()?.focus();
      this.close();
      if (event.key === 'Escape') event.preventDefault();
    } else {
      this.move(event);
    }
    return true;
  }

  private move(event: KeyboardEvent): void {
    const items = this.items();
    const labels = items.map(({ textContent }) => textContent);
    const next = nextItem(labels, items.findIndex((item) => item === document.activeElement), event);
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  }

  private open(focus: 'first' | 'last'): void {
    const menu = document.getElementById('export-menu');
    if (!menu) return;
    menu.hidden = false;
    this.button()?.setAttribute('aria-expanded', 'true');
    this.items().at(focus === 'first' ? 0 : -1)?.focus();
    const opened = new AbortController();
    this.opened = opened;
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (!(relatedTarget instanceof Node && menu.parentElement?.contains(relatedTarget))) this.close();
    };
    menu.parentElement?.addEventListener('focusout', leave, { signal: opened.signal });
  }

  close(): void {
    if (!this.opened) return;
    this.opened.abort();
    this.opened = undefined;
    this.button()?.setAttribute('aria-expanded', 'false');
    const menu = document.getElementById('export-menu');
    if (menu) menu.hidden = true;
  }

  private async export(format: ExportFormat, all: boolean): Promise<void> {
    const sentence = this.content.sentences[this.selected];
    if (!sentence) return;
    const sentences = all ? this.content.sentences : [sentence];
    switch (format) {
      case 'markdown':
        this.send({ kind: 'copyText', text: matrixMarkdown(sentence, this.evidence) });
        break;
      case 'json':
        this.save('json', alignmentJson(this.content, sentences));
        break;
      case 'pharaoh':
        this.save('txt', pharaoh(sentences));
        break;
      case 'tsv':
        this.save('tsv', matrixTsv(sentences, this.evidence));
        break;
      case 'svg':
        this.save('svg', this.picture(sentence).svg);
        break;
      case 'png':
        await this.savePng(this.picture(sentence));
    }
  }

  private async savePng(picture: Picture): Promise<void> {
    try {
      this.save('png', await toPng(picture));
    } catch {
      const readout = document.getElementById('readout');
      if (readout) readout.textContent = t('The matrix could not be drawn as PNG. Save it as SVG instead.');
    }
  }

  private save(extension: ExportExtension, content: string | Uint8Array): void {
    this.send({ kind: 'saveExport', extension, content: typeof content === 'string' ? new TextEncoder().encode(content) : content });
  }

  private picture(sentence: PanelSentence): Picture {
    const { sourceLanguage, targetLanguage, pack } = this.content;
    const caption = `${sourceLanguage} → ${targetLanguage} · ${this.evidence === 'alignment' ? t('alignment in %') : t('attention in %')} · ${pack}`;
    return matrixSvg(sentence, { evidence: this.evidence, caption, ...pictureStyle(document.body) });
  }

  private button(): HTMLElement | null {
    return document.getElementById('export-button');
  }

  private items(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>('#export-menu [role="menuitem"]')];
  }
}
