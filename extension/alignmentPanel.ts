import * as vscode from 'vscode';
import { viewMessage, type ContentMessage, type PanelMessage, type ViewMessage } from '../engine/protocol/panelProtocol';
import type { Log } from './log';
import { createNonce, panelHtml } from './panelHtml';
import { report } from './report';

/** Sends a message to the page; it goes nowhere once something else is in the panel. */
export type Post = (message: PanelMessage) => void;

/** Something to show in the panel. */
export interface PanelView {
  /** Title of the panel's tab. */
  readonly title: string;
  /** What fills the page now: asked for again whenever the page is made anew. */
  readonly message: ContentMessage;
  /** What the view asks for. Rejects with `AlignLensError`. */
  receive(message: ViewMessage, post: Post): Promise<void>;
  /** Starts what goes on unasked; it is disposed of when something else comes into the panel, or the panel is closed. */
  attach?(post: Post): vscode.Disposable;
}

/** The one panel beside the editor, for alignments and summaries: opened on first use, reused after that. */
export class AlignmentPanel {
  private panel: vscode.WebviewPanel | undefined;
  private shown: PanelView | undefined;
  private attached: vscode.Disposable | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {}

  show(view: PanelView): void {
    this.detach();
    this.shown = view;
    if (this.panel) {
      this.panel.title = view.title;
      this.panel.reveal(undefined, true);
      this.post();
    } else {
      // The page asks for its content once it listens.
      this.panel = this.create(view.title);
    }
    this.attached = view.attach?.(this.postFrom(view));
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
      this.detach();
    });
    webview.html = panelHtml({
      scriptUri: resource('webview.js'),
      styleUri: resource('webview.css'),
      nonce: createNonce(),
      language: vscode.env.language,
      title,
      ...(vscode.l10n.bundle ? { messages: vscode.l10n.bundle } : {}),
    });
    return panel;
  }

  private post(): void {
    if (this.shown) this.postFrom(this.shown)(this.shown.message);
  }

  private postFrom(view: PanelView): Post {
    return (message) => {
      if (this.shown === view) void this.panel?.webview.postMessage(message);
    };
  }

  private detach(): void {
    this.attached?.dispose();
    this.attached = undefined;
  }

  private async receive(raw: unknown): Promise<void> {
    const message = viewMessage(raw, 'message from the panel');
    if (message.kind === 'ready') this.post();
    else await this.shown?.receive(message, this.postFrom(this.shown));
  }
}
