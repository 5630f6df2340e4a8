/**
 * Whether an error comes from the page around a view of an extension that VS Code brings along, such as the Markdown preview: its
 * frame may be gone when the focus comes. Nothing of ours runs there.
 */
export function isOfBuiltInView(stack: string | undefined): boolean {
  const frames = stack?.split('\n').filter((line) => /^\s*at /u.test(line)) ?? [];
  return frames.length > 0 && frames.every((frame) => /\/webview\/browser\/pre\/index\.html\?[^\s]*&extensionId=vscode\./u.test(frame));
}
