/**
 * The main job through the editor's own interface, inside an extension host: the same file runs in VS Code for the
 * Web and in desktop VS Code. `run` is what both call.
 */
import * as vscode from 'vscode';

interface Case {
  readonly name: string;
  run(): Promise<void>;
}

const comment = 'Skip the items that are no longer available.';
const deadline = 60_000;

const cases: readonly Case[] = [
  {
    name: 'the extension is active and its commands are registered',
    run: async () => {
      await until(async () => (await vscode.commands.getCommands(true)).includes('alignlens.translateSelection'), 'no command');
    },
  },
  {
    name: 'a translation replaces the selection and one undo brings it back',
    run: async () => {
      const { document, original } = await selectComment();
      await vscode.commands.executeCommand('alignlens.translateSelection');
      check(!document.getText().includes(comment), 'the comment is still there');
      check(/\/\/ \p{Script=Han}/u.test(document.getText()), 'the translation is not where the comment was');
      await vscode.commands.executeCommand('undo');
      check(document.getText() === original, 'one undo did not restore the document');
    },
  },
  {
    name: 'the hover has a translation, a picture and a link',
    run: async () => {
      const { document, position } = await selectComment();
      const text = await hoverText(document.uri, position);
      check(/\p{Script=Han}/u.test(text), `no translation in the hover: ${text}`);
      check(text.includes('data:image/svg+xml;base64,'), 'no picture in the hover');
      check(text.includes('command:alignlens.showAlignment?'), 'no link in the hover');
    },
  },
  {
    name: 'Show Alignment opens the view',
    run: async () => {
      await selectComment();
      await vscode.commands.executeCommand('alignlens.showAlignment');
      await tabLabelled('Alignment');
    },
  },
  {
    name: 'Summarize Function opens the view and leaves the document as it is',
    run: async () => {
      const { document, original } = await selectComment();
      await vscode.commands.executeCommand('alignlens.summarizeFunction');
      await tabLabelled('Summary');
      check(document.getText() === original, 'the document changed');
    },
  },
  {
    name: 'the tool for chat agents aligns a translation',
    run: async () => {
      const input = { source: 'Close the file before you open the window.', target: '打开窗口之前关闭文件。' };
      const { content } = await vscode.lm.invokeTool('alignlens_align', { input, toolInvocationToken: undefined });
      const report = content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
      for (const pair of ['文件 = file', '窗口 = window']) check(report.includes(pair), `no "${pair}" in: ${report}`);
    },
  },
  {
    name: 'an empty selection changes nothing',
    run: async () => {
      const { document, original, editor } = await selectComment();
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await vscode.commands.executeCommand('alignlens.translateSelection');
      check(document.getText() === original, 'the document changed');
    },
  },
];

/** Runs all cases; throws, with every failure named, when any failed. */
export async function run(): Promise<void> {
  const failures: string[] = [];
  for (const tested of cases) {
    try {
      await tested.run();
      console.log(`ok: ${tested.name}`);
    } catch (error) {
      failures.push(tested.name);
      console.log(`FAILED: ${tested.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  console.log(`in ${hostKind()}: ${cases.length - failures.length} passed, ${failures.length} failed`);
  if (failures.length > 0) throw new Error(`failed: ${failures.join('; ')}`);
}

/** In a browser's worker VS Code provides a process of its own, which is of no version of Node. */
function hostKind(): 'node' | 'web' {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node === undefined ? 'web' : 'node';
}

async function selectComment(): Promise<{
  document: vscode.TextDocument;
  editor: vscode.TextEditor;
  original: string;
  position: vscode.Position;
}> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'billing.ts'));
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const original = document.getText();
  const start = original.indexOf(comment);
  check(start >= 0, 'the sample lacks its comment');
  const position = document.positionAt(start);
  editor.selection = new vscode.Selection(position, document.positionAt(start + comment.length));
  return { document, editor, original, position };
}

/** A first hover may say that it is still at work. */
async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  let text = '';
  await until(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    return text.includes('alignlens.showAlignment');
  }, 'the hover never came');
  return text;
}

async function tabLabelled(label: string): Promise<void> {
  const labels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map((tab) => tab.label));
  // The list of tabs reaches the extension host a little after the view opens.
  await until(() => Promise.resolve(labels().includes(label)), `no tab "${label}"`);
}

async function until(condition: () => Promise<boolean>, failure: string): Promise<void> {
  const end = Date.now() + deadline;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(failure);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function check(condition: boolean, failure: string): void {
  if (!condition) throw new Error(failure);
}
