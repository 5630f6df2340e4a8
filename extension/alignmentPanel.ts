import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import { viewMessage, type PanelContent, type PanelMessage, type ViewMessage } from '../engine/protocol/panelProtocol';
import type { PackInfo, Translation } from '../engine/protocol/result';
import type { Log } from './log';
import { documentSpan, panelContent, type SentenceOrigin } from './panelContent';
import { createNonce, panelHtml } from './panelHtml';
import type { Passage } from './passages';
import { report } from './report';
import { rangeOf, shortName } from './request';

/** What one call of `show` shows. */
export interface PanelSubject {
  readonly document: vscode.TextDocument;
  /** The document's version when the passages were read. */
  readonly version: number;
  readonly pack: PackInfo;
  readonly passages: readonly Passage[];
  /** One per passage. */
  readonly translations: readonly Translation[];
}

interface Shown {
  readonly content: PanelContent;
  readonly origins: readonly SentenceOrigin[];
  readonly uri: vscode.Uri;
  readonly version: number;
}

/** The one alignment view: opened on first use, reused after that. */
export class AlignmentPanel {
  private panel: vscode.WebviewPanel | undefined;
  private shown: Shown | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {}

  show({ document, version, pack, passages, translations }: PanelSubject): void {
    const { content, origins } = panelContent(shortName(document), pack, passages, translations);
    if (content.sentences.length === 0) {
      throw new AlignLensError('empty-input', 'There are no words to align. Select text with words in it.');
    }
    this.shown = { content, origins, uri: document.uri, version };
    if (this.panel) {
      this.panel.reveal(undefined, true);
      this.post();
    } else {
      // The page asks for its content once it listens.
      this.panel = this.create();
    }
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private create(): vscode.WebviewPanel {
    const dist = vscode.Uri.joinPath(this.extensionUri, 'dist');
    const panel = vscode.window.createWebviewPanel(
      'alignlens.alignment',
      'Alignment',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [dist] },
    );
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'docs/images/icon.svg');
    const { webview } = panel;
    const resource = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
    webview.onDidReceiveMessage((message: unknown) => {
      this.receive(message).catch((error: unknown) => report(this.log, error));
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    webview.html = panelHtml({
      scriptUri: resource('webview.js'),
      styleUri: resource('webview.css'),
      cspSource: webview.cspSource,
      nonce: createNonce(),
    });
    return panel;
  }

  private post(): void {
    if (!this.shown) return;
    void this.panel?.webview.postMessage({ kind: 'showTranslation', content: this.shown.content } satisfies PanelMessage);
  }

  private async receive(raw: unknown): Promise<void> {
    const message = viewMessage(raw, 'message from the alignment view');
    switch (message.kind) {
      case 'ready':
        this.post();
        return;
      case 'revealSpan':
        await this.reveal(message);
        return;
      case 'copyTranslation':
        await vscode.env.clipboard.writeText(this.shown?.content.sentences[message.sentence]?.target ?? '');
    }
  }

  private async reveal({ sentence, start, end }: Extract<ViewMessage, { kind: 'revealSpan' }>): Promise<void> {
    const origin = this.shown?.origins[sentence];
    if (!this.shown || !origin) return;
    const document = await vscode.workspace.openTextDocument(this.shown.uri);
    if (document.version !== this.shown.version) {
      throw new AlignLensError(
        'text-changed',
        `${shortName(document)} changed since it was aligned. Run "AlignLens: Show Alignment" again to follow its words.`,
      );
    }
    const selection = rangeOf(document, documentSpan(origin, { start, end }));
    const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
    await vscode.window.showTextDocument(document, {
      selection,
      preserveFocus: true,
      viewColumn: editor?.viewColumn ?? vscode.ViewColumn.One,
    });
  }
}
