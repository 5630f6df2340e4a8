/**
 * The main job of the installed extension through the editor's own interface, inside an extension host: the same file runs in
 * VS Code for the Web, in a server's host of Node and in desktop VS Code. `run` is what all call.
 */
import * as vscode from 'vscode';
import type { AlignLensApi, CommentTranslateSource } from '../../extension/api';
import { check, runCases, until, type Case } from './hostCases';
import { hoverText } from './hoverText';

const comment = 'Skip the items that are no longer available.';

const cases: readonly Case[] = [
  {
    name: 'what runs is the extension that was installed, in the host that was asked for',
    run: async () => {
      const { installed, sharedMemory } = expected();
      const extension = vscode.extensions.getExtension('alignlens.alignlens');
      await extension?.activate();
      const place = extension?.extensionUri.path ?? 'nowhere';
      check(place.endsWith(installed), `it runs from ${place}`);
      const there = vscode.extensions.all.filter(({ id }) => id.startsWith('alignlens.')).map(({ id }) => id);
      check(there.sort().join(' ') === 'alignlens.alignlens alignlens.suite', `extensions: ${there.join(' ')}`);
      check((typeof SharedArrayBuffer !== 'undefined') === sharedMemory, `shared memory is expected: ${sharedMemory}`);
      const { crossOriginIsolated } = globalThis as { crossOriginIsolated?: boolean };
      if (hostKind() === 'web') check(crossOriginIsolated === sharedMemory, `isolated: ${crossOriginIsolated}`);
    },
  },
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
      const text = await finishedHover(document.uri, position);
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
    name: 'the tools for chat agents align, translate and summarize',
    run: async () => {
      const report = await toolAnswer('alignlens_align', { source: 'Close the file before you open the window.', target: '打开窗口之前关闭文件。' });
      for (const pair of ['文件 = file', '窗口 = window']) check(report.includes(pair), `no "${pair}" in: ${report}`);
      const chinese = await toolAnswer('alignlens_translate', { text: 'Close the file.' });
      check(chinese.includes('文件'), `no translation: ${chinese}`);
      const english = await toolAnswer('alignlens_translate', { text: '关闭文件。', to: 'en' });
      check(/file/iu.test(english), `no translation: ${english}`);
      const code = 'def total(items):\n    return sum(item.price for item in items)\n';
      const summary = await toolAnswer('alignlens_summarize', { text: code, languageId: 'python' });
      check(/[a-z]{3}/iu.test(summary) && !summary.includes('\n'), `no line of a summary: ${summary}`);
    },
  },
  {
    name: 'a tool tells an agent what is wrong with its request',
    run: async () => {
      const wrong: readonly (readonly [input: object, told: RegExp])[] = [
        [{ text: '  ' }, /is empty/u],
        [{ text: 7 }, /input\.text must be a string/u],
        [{ text: 'Close the file.', to: 'tlh' }, /No pack translates/u],
      ];
      for (const [input, told] of wrong) await rejects(toolAnswer('alignlens_translate', input), told);
    },
  },
  {
    name: 'other extensions translate, summarize and align through the exported API',
    run: async () => {
      const api = await exportedApi();
      check((api.apiVersion as number) === 1, 'another version');
      const source = 'Close the file.';
      const translated = await api.translate(source, { to: 'zh-CN' });
      check(translated.sourceLanguage === 'en' && translated.targetLanguage === 'zh', 'wrong direction');
      const words = translated.links.map((link) => [source.slice(link.source.start, link.source.end), translated.text.slice(link.target.start, link.target.end)]);
      check(words.some(([from, to]) => from === 'file' && to === '文件'), `no link in ${JSON.stringify(words)}`);
      check(translated.links.every(({ weight }) => weight > 0 && weight <= 1), 'weights are no shares');
      const { lines } = await api.summarize('The cache keeps the results of the last calls. It is cleared when the settings change.');
      check(lines.length === 1 && lines[0]!.text !== '', 'no summary');
      const aligned = await api.align('关闭文件。', 'Close the file.');
      check(aligned.sourceLanguage === 'zh' && aligned.links.length > 0, 'no links');
      await rejects(api.translate(''), /is empty/u);
      await rejects(api.translate('file', JSON.parse('{ "into": "zh" }') as object), /options\.into must be absent/u);
      const aborted = AbortSignal.abort();
      await rejects(api.translate('Nobody waits for this sentence.', { signal: aborted }), /cancel/iu);
    },
  },
  {
    name: 'Comment Translate gets a source that keeps the lines',
    run: async () => {
      const source = await registeredSource();
      check(source.maxLen > 0 && source.isSupported?.('zh-CN') === true && !source.isSupported('tlh'), 'wrong limits');
      check((await source.translate('', { from: 'auto', to: 'zh-CN' })) === '', 'an empty text became something');
      const content = 'Close the file before you open the\nwindow of the other program.\n\n  Return the number of items.\n---\n关闭文件。';
      const lines = (await source.translate(content, { from: 'auto', to: 'zh-CN' })).split('\n');
      check(lines.length === 6 && lines[2] === '' && lines[4] === '---' && lines[5] === '关闭文件。', `other lines: ${JSON.stringify(lines)}`);
      for (const index of [0, 1, 3]) check(/\p{Script=Han}/u.test(lines[index]!), `line ${index} is not translated: ${JSON.stringify(lines)}`);
      check(lines[3]!.startsWith('  '), 'the indentation went');
    },
  },
  {
    name: 'its link opens the view for the text',
    run: async () => {
      const source = await registeredSource();
      const link = source.link('// Close the file (now).', { from: 'auto', to: 'zh-CN' });
      const [, command, argument] = /^\[AlignLens\]\(command:([\w.]+)\?([^\s()]+) "[^"]+"\)$/u.exec(link) ?? [];
      check(command === 'alignlens.showAlignment' && argument !== undefined, `no link: ${link}`);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand(command!, ...(JSON.parse(decodeURIComponent(argument!)) as unknown[]));
      await tabLabelled('Alignment');
      check(source.link(' ', {}) === '', 'a link for nothing');
    },
  },
  {
    name: 'Translate File compares, and writes what is accepted',
    run: async () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      const target = vscode.Uri.joinPath(folder!.uri, 'guide.zh.md');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      // Answered when its question is, which nobody does here.
      void vscode.commands.executeCommand('alignlens.translateFile', vscode.Uri.joinPath(folder!.uri, 'guide.md'));
      await until(isComparisonInFront, 'no comparison');
      await vscode.commands.executeCommand('alignlens.acceptTranslation');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      const headings = text.match(/^#+ \p{Script=Han}+$/gmu) ?? [];
      const kept = ['`billing.ts`', '`Ctrl+Z`', '\n3. ', '\n> '];
      check(headings.length === 3 && kept.every((part) => text.includes(part)), `written: ${text}`);
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

/** What the driver knows of the host that it has started. */
function expected(): { readonly installed: string; readonly sharedMemory: boolean } {
  const { expected: told } = vscode.extensions.getExtension('alignlens.suite')?.packageJSON as { expected: ReturnType<typeof expected> };
  return told;
}

function isComparisonInFront(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === 'alignlens-preview';
}

/** Runs all cases; throws, with every failure named, when any failed. */
export async function run(): Promise<void> {
  console.log(`in ${hostKind()}`);
  await runCases(cases);
}

/** In a browser's worker VS Code provides a process of its own, which is of no version of Node. */
function hostKind(): 'node' | 'web' {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node === undefined ? 'web' : 'node';
}

async function toolAnswer(tool: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

async function exportedApi(): Promise<AlignLensApi> {
  const extension = vscode.extensions.getExtension<AlignLensApi>('alignlens.alignlens');
  if (!extension) throw new Error('the extension is not there');
  return extension.activate();
}

/** Stands in for the registry of Comment Translate: makes the source without arguments, as that does. */
async function registeredSource(): Promise<CommentTranslateSource> {
  const sources = new Map<string, new () => CommentTranslateSource>();
  const api = await exportedApi();
  await api.extendTranslate((id, source) => sources.set(id, source));
  const declared = (vscode.extensions.getExtension('alignlens.alignlens')?.packageJSON as { contributes: { translates: { translate: string }[] } }).contributes.translates;
  const Source = sources.get(declared[0]!.translate);
  if (!Source || sources.size !== declared.length) throw new Error(`registered: ${[...sources.keys()].join(', ')}`);
  return new Source();
}

async function rejects(promise: Promise<unknown>, told: RegExp): Promise<void> {
  const message = await promise.then(() => 'nothing', (error: unknown) => (error instanceof Error ? error.message : String(error)));
  check(told.test(message), `told: ${message}`);
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
async function finishedHover(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  let text = '';
  await until(async () => {
    text = await hoverText(uri, position);
    return text.includes('alignlens.showAlignment');
  }, 'the hover never came');
  return text;
}

async function tabLabelled(label: string): Promise<void> {
  const labels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map((tab) => tab.label));
  // The list of tabs reaches the extension host a little after the view opens.
  await until(() => labels().includes(label), `no tab "${label}"`);
}
