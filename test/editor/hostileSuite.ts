/** Commands, interfaces and file systems that mean no good, or are not what one thinks of, inside an extension host. */
import * as vscode from 'vscode';
import type { AlignLensApi, CommentTranslateSource } from '../../extension/api';
import { hostileTexts, hostileValues } from '../extension/hostileValues';
import { check, runCases, until, type Case } from './hostCases';
import { commandsWithArgument } from './hostileCommands';

const untouched = 'nothing was copied';
const comment = 'Zanzibar keeps the lock until the file is closed.';

const cases: readonly Case[] = [
  {
    name: 'the extension is active',
    run: async () => {
      await until(async () => (await vscode.commands.getCommands(true)).includes('alignlens.translateSelection'), 'no command');
      console.log(`folder: ${folder().scheme}`);
    },
  },
  {
    name: 'commands that are called with anything do nothing, and say what is wrong in words',
    run: async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await until(() => vscode.window.activeTextEditor === undefined, 'an editor is open');
      await vscode.env.clipboard.writeText(untouched);
      const secret = vscode.Uri.joinPath(folder(), 'secret.ts');
      const before = await state();
      const forged = [
        ...hostileValues,
        { uri: secret.toString(), offset: 3 },
        { uri: secret.toString(), offset: 3, word: 'Zanzibar' },
        { uri: secret.toString(), offset: 3, message: 'Zanzibar' },
        vscode.Uri.parse('file:///etc/passwd'),
        vscode.Uri.parse('untitled:x'),
        vscode.Uri.parse('alignlens-model-card:/x.md?file%3A%2F%2F%2Fetc'),
      ];
      for (const command of commandsWithArgument) {
        for (const argument of forged.filter((value) => command !== 'translateFolder' || value instanceof vscode.Uri)) {
          await vscode.commands.executeCommand(`alignlens.${command}`, argument);
        }
      }
      const after = await state();
      check(after === before, `changed from ${before} to ${after}`);
      const read = vscode.workspace.textDocuments.filter(({ uri }) => uri.toString() === secret.toString() || uri.path === '/etc/passwd');
      check(read.length === 0, 'a file was read');
    },
  },
  {
    name: 'the same commands do their work for a place in an open document',
    run: async () => {
      const { document, offset } = await opened('notes.ts');
      const place = { uri: document.uri.toString(), offset };
      await vscode.commands.executeCommand('alignlens.copyTranslation', place);
      check(/\p{Script=Han}/u.test(await vscode.env.clipboard.readText()), 'no translation was copied');
      await vscode.commands.executeCommand('alignlens.keepWord', { ...place, word: 'elsewhere' });
      check((await glossary()) === undefined, 'a word was written that is not there');
      await vscode.commands.executeCommand('alignlens.keepWord', { ...place, word: 'Zanzibar' });
      check((await glossary())?.includes('Zanzibar\t=') === true, 'the word was not written');
    },
  },
  {
    name: 'model cards are those of packs',
    run: async () => {
      const uri = vscode.Uri.from({ scheme: 'alignlens-model-card', path: '/x.md', query: folder().toString() });
      const read = await Promise.resolve(vscode.workspace.openTextDocument(uri)).then((document) => document.getText(), () => '');
      check(!read.includes('Zanzibar'), 'a README of the folder was read as a model card');
    },
  },
  {
    name: 'the exported interface and the tools refuse in words what is no text',
    run: async () => {
      const extension = vscode.extensions.getExtension<AlignLensApi>('alignlens.alignlens')!;
      const api = (await extension.activate()) as unknown as Readonly<Record<string, (...values: readonly unknown[]) => Promise<unknown>>>;
      for (const value of hostileValues.filter((one) => typeof one !== 'string')) {
        await refused(api['translate']!(value), 'invalid-argument');
        await refused(api['summarize']!(value), 'invalid-argument');
        await refused(api['align']!(value, value), 'invalid-argument');
        await refused(api['extendTranslate']!(typeof value === 'function' ? 7 : value), 'invalid-argument');
        if (value !== undefined) await refused(api['translate']!('Close the file.', { from: value }), 'invalid-argument');
      }
      await refused(api['translate']!('x'.repeat(100_000)), 'input-too-long');
      const sources = new Map<string, new () => CommentTranslateSource>();
      await api['extendTranslate']!((id: string, source: new () => CommentTranslateSource) => sources.set(id, source));
      const source = new (sources.get('alignlens')!)() as unknown as Readonly<Record<'translate' | 'link', (...values: readonly unknown[]) => unknown>>;
      const outcome = await Promise.resolve(source.translate(7, null)).then(String, (error: unknown) => String(error));
      check(outcome.includes('content must be a string'), `told: ${outcome}`);
      for (const text of hostileTexts) {
        const link = String(source.link(text, undefined));
        check(/^(?:|\[AlignLens\]\(command:alignlens\.showAlignment\?[\w%.~-]+ "[^"\\\n]*"\))$/u.test(link), `another link: ${link.slice(0, 300)}`);
      }
      for (const input of [{}, { text: 7 }, { text: '' }, { text: 'x', from: {} }, { text: 'x', run: 'y' }]) {
        const told = await Promise.resolve(vscode.lm.invokeTool('alignlens_translate', { input, toolInvocationToken: undefined })).then(() => 'answered', (error: unknown) => String(error));
        check(/input|Give a text/u.test(told) && !told.includes('TypeError'), `told: ${told}`);
      }
    },
  },
  {
    name: 'in a file system that takes no changes everything is read and nothing written',
    run: async () => {
      const files = new ReadOnlyFiles(`// ${comment}\nexport const items = [];\n`);
      const registration = vscode.workspace.registerFileSystemProvider('alignlens-readonly', files, { isReadonly: true });
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('alignlens-readonly:/a/notes.ts'));
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(0, 5, 0, 5);
      const before = document.getText();
      await vscode.env.clipboard.writeText(untouched);
      for (const command of ['translateSelection', 'insertTranslationBelow', 'translateComments', 'insertDocComment']) {
        await vscode.commands.executeCommand(`alignlens.${command}`);
        check(document.getText() === before && !document.isDirty, `${command} changed the document`);
      }
      await vscode.commands.executeCommand('alignlens.copyTranslation');
      check(/\p{Script=Han}/u.test(await vscode.env.clipboard.readText()), 'nothing was translated');
      await vscode.commands.executeCommand('alignlens.showAlignment');
      check(files.writes === 0, `${files.writes} writes`);
      registration.dispose();
    },
  },
  {
    name: 'the log holds what happened, no text, and no failure that nobody foresaw',
    run: async () => {
      // The server's older editor hands the Output view's documents to no extension: nothing can be read there.
      if (folder().scheme !== 'vscode-test-web') return;
      await vscode.commands.executeCommand('alignlens.showLog');
      const log = (): string => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'output' && /alignlens/iu.test(uri.path)).map((document) => document.getText()).join('\n');
      await until(() => /pack en-zh [\d.]+ loaded/u.test(log()), `no such line in the log: ${log().slice(0, 500)}`);
      check(log().includes('invalid-argument: '), 'refusals are not in the log');
      check(!/^.*internal: .*$/mu.test(log()), `unforeseen: ${/^.*internal: .*$/mu.exec(log())?.[0] ?? ''}`);
      for (const text of ['Zanzibar', 'keeps the lock', 'onerror', 'workbench.action.quit']) check(!log().includes(text), `"${text}" is in the log`);
      const [chinese] = /\p{Script=Han}{2,}/u.exec(log()) ?? [];
      check(chinese === undefined, `a translation is in the log: ${chinese ?? ''}`);
    },
  },
];

/** Runs all cases; throws, with every failure named, when any failed. */
export async function run(): Promise<void> {
  await runCases(cases);
}

/** Answers with one file, and counts what would change it. */
class ReadOnlyFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  writes = 0;

  constructor(private readonly text: string) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (!uri.path.endsWith('/notes.ts')) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.text.length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (!uri.path.endsWith('/notes.ts')) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(this.text);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [['notes.ts', vscode.FileType.File]];
  }

  writeFile(uri: vscode.Uri): void {
    this.refuse(uri);
  }

  createDirectory(uri: vscode.Uri): void {
    this.refuse(uri);
  }

  delete(uri: vscode.Uri): void {
    this.refuse(uri);
  }

  rename(uri: vscode.Uri): void {
    this.refuse(uri);
  }

  private refuse(uri: vscode.Uri): never {
    this.writes += 1;
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

function folder(): vscode.Uri {
  return vscode.workspace.workspaceFolders![0]!.uri;
}

async function opened(name: string): Promise<{ document: vscode.TextDocument; offset: number }> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), name));
  await vscode.window.showTextDocument(document);
  return { document, offset: document.getText().indexOf('Zanzibar') };
}

async function glossary(): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(folder(), '.alignlens/glossary.tsv');
  return Promise.resolve(vscode.workspace.fs.readFile(uri)).then((content) => new TextDecoder().decode(content), () => undefined);
}

/** All that a command could have changed: files of the folder, settings, the clipboard, documents, tabs. */
async function state(): Promise<string> {
  const files: string[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder())) {
    const content = type === vscode.FileType.File ? new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder(), name))) : '';
    files.push(`${name} ${content}`);
  }
  const settings = ['packFolders', 'lint.rules', 'hover.enabled'].map((name) => vscode.workspace.getConfiguration('alignlens').get(name));
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
  return JSON.stringify([files.sort(), settings, await vscode.env.clipboard.readText(), await glossary(), tabs]);
}

async function refused(answer: Promise<unknown>, code: string): Promise<void> {
  const found = await answer.then(() => 'answered', (error: unknown) => String((error as { readonly code?: string }).code ?? error));
  check(found === code, `not refused with ${code}: ${found}`);
}
