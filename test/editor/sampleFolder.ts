/** The folder that the scenario opens: the sample of `npm start`, and files that provoke each kind of failure. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { spelled } from '../spelled';

/** Long enough that there is time to cancel, or to type. */
const longText = Array.from(
  { length: 160 },
  (_, index) => `The server returns error ${index + 1} when the file cannot be opened, because process ${spelled(index + 1)} holds the lock.`,
).join('\n\n');

function paragraphs(count: number): string {
  const sentence = (index: number): string =>
    `The server returns error ${index + 1} when the file cannot be opened, because another process holds the lock.`;
  return Array.from({ length: count }, (_, index) => sentence(index)).join('\n\n');
}

/** Settings per language are the way to give each file its own trouble. */
const settings = {
  'alignlens.targetLanguage': 'zh',
  'files.readonlyInclude': { '**/readonly.*': true },
  'files.associations': { '*.damaged': 'ini', '*.missing': 'bat', '*.french': 'ruby', '*.limit': 'perl' },
  // Suggestions and hints of other extensions would cover what the screenshots show.
  'editor.minimap.enabled': false,
  'editor.lightbulb.enabled': 'off',
  'workbench.startupEditor': 'none',
  // Where it has shared memory, the editor's own extension for TypeScript asks the npm registry for types.
  'typescript.tsserver.web.typeAcquisition.enabled': false,
  '[ini]': { 'alignlens.packFolders': ['damaged-pack'] },
  '[bat]': { 'alignlens.packFolders': ['no-such-pack'] },
  '[ruby]': { 'alignlens.targetLanguage': 'fr' },
  '[perl]': { 'alignlens.maxSelectionLength': 10 },
  '[plaintext]': { 'alignlens.summary.lines': 3 },
  '[python]': { 'alignlens.codeLens.enabled': true, 'alignlens.hover.functionSummaries': true },
};

/** Writes the folder anew. */
export async function createSampleFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await cp(join(root, 'docs/sample'), folder, { recursive: true });
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  await writeFile(join(folder, 'long.md'), longText);
  await cp(join(folder, 'cache.md'), join(folder, 'notes.txt'));
  await writeFile(join(folder, 'handbook.md'), paragraphs(1500));
  await writeFile(join(folder, 'huge.md'), 'The server returns an error. '.repeat(8000));
  await writeFile(join(folder, 'empty.md'), '\n');
  await writeFile(join(folder, 'readonly.py'), 'def add(a, b):\n    return a + b\n');
  await writeFile(join(folder, 'readonly.md'), 'Open the file.\n');
  for (const trouble of ['damaged', 'missing', 'french', 'limit']) {
    await writeFile(join(folder, `text.${trouble}`), '# Open the file and close the window.\n');
  }
  await writeFile(join(folder, 'code.ts'), 'export const answer = 42;\n\n// Close the file.\n\nexport const other = 1;\n\n// Close the file.\n');
  const pack = join(folder, 'damaged-pack');
  await cp(join(root, 'test/fixtures/tiny-pack'), pack, { recursive: true });
  const manifest = JSON.parse(await readFile(join(pack, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  await writeFile(join(pack, 'manifest.json'), JSON.stringify({ ...manifest, sourceLanguage: 'en', targetLanguage: 'zh' }));
  const lexicon = await readFile(join(pack, 'lexicon.bin'));
  lexicon[lexicon.length - 1] = (lexicon.at(-1) ?? 0) ^ 0xff;
  await writeFile(join(pack, 'lexicon.bin'), lexicon);
}
