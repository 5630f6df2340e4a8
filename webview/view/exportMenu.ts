/** The menu of exports: a button, and a list that `exportPresenter.ts` opens and closes. */
import { t } from '../l10n';
import { element, type VirtualElement } from './element';

export const exportFormats = ['markdown', 'svg', 'png', 'tsv', 'pharaoh', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What of the translation an export holds. */
export const exportScopes = ['sentence', 'all'] as const;
export type ExportScope = (typeof exportScopes)[number];

function labelOf(format: ExportFormat): string {
  switch (format) {
    case 'markdown':
      return t('Copy as Markdown table');
    case 'svg':
      return t('Save matrix as SVG…');
    case 'png':
      return t('Save matrix as PNG…');
    case 'tsv':
      return t('Save matrix as TSV…');
    case 'pharaoh':
      return t('Save links as Pharaoh i-j…');
    case 'json':
      return t('Save everything as JSON…');
  }
}

/** Formats that hold more than one sentence. */
const collections: readonly ExportFormat[] = ['tsv', 'pharaoh', 'json'];

export function exportMenu(sentences: number): VirtualElement {
  const groups =
    sentences > 1
      ? [group('sentence', t('This sentence'), exportFormats), group('all', t('All {0} sentences', sentences), collections)]
      : items('sentence', exportFormats);
  return element(
    'div',
    { class: 'export', id: 'export' },
    element(
      'button',
      { type: 'button', id: 'export-button', class: 'menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': 'export-menu' },
      t('Export'),
    ),
    element('div', { id: 'export-menu', class: 'menu', role: 'menu', 'aria-labelledby': 'export-button', hidden: '' }, ...groups),
  );
}

function group(scope: ExportScope, label: string, formats: readonly ExportFormat[]): VirtualElement {
  return element(
    'div',
    { class: 'menu-group', role: 'group', 'aria-label': label },
    element('div', { class: 'menu-heading', 'aria-hidden': 'true' }, label),
    ...items(scope, formats),
  );
}

function items(scope: ExportScope, formats: readonly ExportFormat[]): VirtualElement[] {
  return formats.map((format) =>
    element(
      'button',
      { type: 'button', class: 'menu-item', role: 'menuitem', tabindex: -1, 'data-export': format, 'data-scope': scope },
      labelOf(format),
    ),
  );
}
