import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import type { PackInfo, Translation } from '../engine/protocol/result';
import type { PanelView } from './alignmentPanel';
import { documentSpan, panelContent } from './panelContent';
import type { Passage } from './passages';
import { shortName } from './request';
import { revealSpan } from './reveal';

/** What one alignment shows. */
export interface AlignedPassages {
  readonly document: vscode.TextDocument;
  /** The document's version when the passages were read. */
  readonly version: number;
  readonly pack: PackInfo;
  readonly passages: readonly Passage[];
  /** One per passage. */
  readonly translations: readonly Translation[];
}

/** Translations in the panel. Throws `empty-input` when there are no words to align. */
export function translationView({ document, version, pack, passages, translations }: AlignedPassages): PanelView {
  const { content, origins } = panelContent(shortName(document), pack, passages, translations);
  if (content.sentences.length === 0) {
    throw new AlignLensError('empty-input', 'There are no words to align. Select text with words in it.');
  }
  return {
    title: 'Alignment',
    message: { kind: 'showTranslation', content },
    receive: async (message) => {
      if (message.kind === 'copyTranslation') {
        await vscode.env.clipboard.writeText(content.sentences[message.sentence]?.target ?? '');
      } else if (message.kind === 'revealSpan') {
        const origin = origins[message.sentence];
        if (origin) await revealSpan(document.uri, version, documentSpan(origin, message), 'Show Alignment');
      }
    },
  };
}
