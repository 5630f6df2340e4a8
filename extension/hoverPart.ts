import * as vscode from 'vscode';
import { hoverMarkdown, linkedCommands, type HoverContent, type HoverNote } from './hoverMarkdown';

/** What one feature has to show at a place, and the text that it is about. */
export interface HoverPart {
  readonly content: HoverContent;
  readonly range: vscode.Range;
  /** Says what the part is about, for where there are several. */
  readonly heading: HoverNote;
}

/** Shows what is known so far of an answer that takes its time. */
export function pendingContent(partial: string, notice: string): HoverContent {
  return { text: partial, notes: [{ icon: 'loading~spin', text: notice }], sentences: [], links: [] };
}

export function toMarkdownString(content: HoverContent): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(hoverMarkdown(content, isLightTheme(), vscode.l10n.t('Alignment')), true);
  markdown.isTrusted = { enabledCommands: linkedCommands(content) };
  return markdown;
}

function isLightTheme(): boolean {
  const theme = vscode.window.activeColorTheme.kind;
  return theme === vscode.ColorThemeKind.Light || theme === vscode.ColorThemeKind.HighContrastLight;
}
