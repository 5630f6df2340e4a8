/** The menu of exports: a button, and a list that `exportPresenter.ts` opens and closes. */
import { element, type VirtualElement } from './element';

export const exportFormats = ['markdown', 'svg', 'png', 'tsv', 'pharaoh', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What of the translation an export holds. */
export const exportScopes = ['sentence', 'all'] as const;
export type ExportScope = (typeof exportScopes)[number];

const labels: Record<ExportFormat, string> = {
  markdown: 'Copy as Markdown table',
  svg: 'Save matrix as SVG…',
  png: 'Save matrix as PNG…',
  tsv: 'Save matrix as TSV…',
  pharaoh: 'Save links as Pharaoh i-j…',
  json: 'Save everything as JSON…',
};

/** Formats that hold more than one sentence. */
const collections: readonly ExportFormat[] = ['tsv', 'pharaoh', 'json'];

export function exportMenu(sentences: number): VirtualElement {
  const groups =
    sentences > 1
      ? [group('sentence', 'This sentence', exportFormats), group('all', `All ${sentences} sentences`, collections)]
      : items('sentence', exportFormats);
  return element(
    'div',
    { class: 'export', id: 'export' },
    element(
      'button',
      { type: 'button', id: 'export-button', class: 'menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': 'export-menu' },
      'Export',
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
      labels[format],
    ),
  );
}
