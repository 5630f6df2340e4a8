import * as vscode from 'vscode';
import { viewMessage, type ContentMessage, type ViewMessage } from '../engine/protocol/panelProtocol';
import type { Log } from './log';
import { createNonce, panelHtml } from './panelHtml';
import { report } from './report';

/** Something to show in the panel. */
export interface PanelView {
  /** Title of the panel's tab. */
  readonly title: string;
  readonly message: ContentMessage;
  /** What the view asks for. Rejects with `AlignLensError`. */
  receive(message: ViewMessage): Promise<void>;
}

/** The one panel beside the editor, for alignments and summaries: opened on first use, reused after that. */
export class AlignmentPanel {
  private panel: vscode.WebviewPanel | undefined;
  private shown: PanelView | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {}

  show(view: PanelView): void {
    this.shown = view;
    if (this.panel) {
      this.panel.title = view.title;
      this.panel.reveal(undefined, true);
      this.post();
    } else {
      // The page asks for its content once it listens.
      this.panel = this.create(view.title);
    }
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private create(title: string): vscode.WebviewPanel {
    const dist = vscode.Uri.joinPath(this.extensionUri, 'dist');
    const panel = vscode.window.createWebviewPanel(
      'alignlens.alignment',
      title,
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
    if (this.shown) void this.panel?.webview.postMessage(this.shown.message);
  }

  private async receive(raw: unknown): Promise<void> {
    const message = viewMessage(raw, 'message from the panel');
    if (message.kind === 'ready') this.post();
    else await this.shown?.receive(message);
  }
}
