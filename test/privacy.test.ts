/** docs/privacy.md says all that is remembered or written: whatever the sources hold of that kind has its place there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/lib/paths.mjs';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const page = read('docs/privacy.md');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);
}

/** What outlives a call: the editor's stores, files, documents, settings, the clipboard, the browser's stores. */
const lasting =
  /\b(?:Memento|globalState|workspaceState|globalStorageUri|storageUri|logUri|secrets)\b|\bfs\.(?:writeFile|rename|copy|delete|createDirectory)\b|\bwriteFile\(|\bapplyEdit\(|\.setState\(|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|\bcaches\b|clipboard\.writeText|[cC]onfiguration(?:\([^)]*\))?\.update\(/u;

/** Each source that has it, with the first cell of its rows in the page's table. */
const rows: Readonly<Record<string, readonly string[]>> = {
  'engine/cli/lintBench.ts': [],
  'engine/cli/termBench.ts': [],
  'engine/cli/translateFile.ts': [],
  'extension/backendChoices.ts': ['`measuredBackends`'],
  'extension/commands/copyPackDetails.ts': ['the clipboard'],
  'extension/commands/copyTranslation.ts': ['the clipboard'],
  'extension/config.ts': ['settings'],
  // Saving one is a correction, which goes into the memory.
  'extension/corrections/correctionDocuments.ts': [],
  'extension/corrections/corrections.ts': ['`translation-memory.jsonl`'],
  'extension/createContext.ts': ['`reading`, `markdownPreview`'],
  'extension/glossary/glossaryFile.ts': ['`.alignlens/glossary.tsv`'],
  'extension/outsideSelection.ts': ['the clipboard'],
  'extension/saveExport.ts': ['files that you ask for', 'the clipboard'],
  'extension/summaryView.ts': ['the clipboard'],
  'extension/translationNotice.ts': ['the clipboard'],
  'extension/translationView.ts': ['the clipboard'],
  'extension/wholeFile.ts': ['files that you ask for', '`translation-memory.jsonl`'],
  'extension/windowChoice.ts': ['`reading`, `markdownPreview`'],
  'extension/writing/folderState.ts': ['`translatedFiles`'],
  'extension/writing/writeTarget.ts': ['files that you ask for'],
  'webview/main.ts': ['choices of the view'],
};

const table = [...page.matchAll(/^\| (.+?) \| .+ \|$/gmu)].map(([, cell]) => cell!).filter((cell) => cell !== 'What');

test('every source that remembers or writes something is in the page, and the page says nothing else', () => {
  const found = ['engine', 'extension', 'webview'].flatMap(sources).filter((file) => lasting.test(read(file)));
  expect(found.sort()).toEqual(Object.keys(rows));
  expect([...new Set(Object.values(rows).flat()), 'the log'].sort()).toEqual([...table].sort());
});

test('the names under which something is remembered are those of the page', () => {
  const keys = sources('extension').flatMap((file) => {
    const text = read(file);
    if (!/\bMemento\b|workspaceState|globalState|globalStorageUri/u.test(text) && !text.includes('fileName')) return [];
    const patterns = [/\b(?:memoryKey|key) = '(\w+)'/gu, /new WindowChoice\(workspaceState, '(\w+)'/gu, /\bfileName = '([\w.-]+)'/gu];
    return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, key]) => key!));
  });
  const named = table.filter((cell) => cell.startsWith('`')).flatMap((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, name]) => name!));
  expect(keys.sort()).toEqual(named.filter((name) => name !== '.alignlens/glossary.tsv').sort());
});

test('the log is written in one place, and by nothing else', () => {
  const writers = ['engine', 'extension', 'webview'].flatMap(sources).filter((file) => /createOutputChannel|\bconsole\.\w+\(/u.test(read(file)));
  // The first is what an engine has that nobody gave a log to.
  expect(writers.filter((file) => !file.startsWith('engine/cli'))).toEqual(['engine/platform/node.ts', 'extension/log.ts']);
});

test('README leads there', () => {
  expect(read('README.md')).toContain('](docs/privacy.md)');
});
