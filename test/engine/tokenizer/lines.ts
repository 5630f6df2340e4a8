import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { repository } from '../support';

/** How many lines the round trip reads. */
export const lineCount = 10_000;

/**
 * Real lines to tokenize: rows of the corpora where they lie beside the repository (or where `ALIGNLENS_CORPORA`
 * says), and always text that a clone has itself: the pages and sources of the installed packages, in fixed order.
 */
export function realLines(): string[] {
  const corpus = corpusLines().slice(0, lineCount / 2);
  return [...installedLines(lineCount - corpus.length), ...corpus];
}

function corpusLines(): string[] {
  const folder = process.env['ALIGNLENS_CORPORA'] ?? join(repository, '..', 'shared', 'corpora');
  const file = join(folder, 'en-zh', 'dev.tsv.gz');
  if (!existsSync(file)) return [];
  const rows = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return rows.flatMap((row) => row.split('\t').slice(0, 2)).filter((line) => line !== '');
}

function installedLines(count: number): string[] {
  const lines = new Set<string>(chineseMessages());
  for (const file of textFiles(join(repository, 'node_modules'), 2)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      // Bundled code has lines of a megabyte; nobody translates those.
      if (line.trim() !== '' && line.length < 500) lines.add(line);
      if (lines.size === count) return [...lines];
    }
  }
  return [...lines];
}

/** TypeScript ships its messages in Chinese. */
function chineseMessages(): string[] {
  const file = join(repository, 'node_modules/typescript/lib/zh-cn/diagnosticMessages.generated.json');
  return Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>).slice(0, 1000);
}

function* textFiles(folder: string, depth: number): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && /\.md$/iu.test(entry.name)) yield path;
    if (entry.isDirectory() && depth > 0 && entry.name !== '.bin') yield* textFiles(path, depth - 1);
  }
}
