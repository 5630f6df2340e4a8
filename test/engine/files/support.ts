/** What the tests of file formats share. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FileTranslation, readFileUnits, type FileFormat, type FileResult } from '../../../engine/files';
import { inlinesOf } from '../../../engine/lint/inline';
import { root } from '../../../scripts/lib/paths.mjs';

/**
 * Stands in for a translator: words become Chinese words without blanks between them, in an order of their own within
 * a sentence; what translators copy stays. Deterministic.
 */
export function pseudoTranslate(text: string): string {
  const inlines = inlinesOf(text);
  let result = '';
  let offset = 0;
  for (const { start, end, text: copied } of inlines) {
    if (start < offset) continue;
    result += words(text.slice(offset, start)) + (copied.startsWith('{') && text.slice(start, end) !== copied ? text.slice(start, end) : copied);
    offset = end;
  }
  return result + words(text.slice(offset));
}

function words(text: string): string {
  return text
    .replaceAll(/[A-Za-z][A-Za-z'’-]*/gu, (word) => '译文示例文字'.slice(0, 1 + (word.length % 5)))
    .replaceAll(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
    .replaceAll(/\.(?=\s|$)/gu, '。')
    .replaceAll(/,(?=\s|$)/gu, '，');
}

export function translateFile(format: FileFormat, source: string, existing?: string, translate = pseudoTranslate, targetLanguage = 'zh'): FileResult {
  const work = new FileTranslation(readFileUnits(format, { source, existing, targetLanguage }));
  return work.finish(work.texts.map(translate));
}

/** Files below node_modules, in a fixed order. */
export function packageFiles(extension: RegExp, least: number, most: number): string[] {
  const found: string[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth > 0 && !entry.name.startsWith('.')) visit(path, depth - 1);
      else if (entry.isFile() && extension.test(entry.name)) {
        const { size } = statSync(path);
        if (size >= least && size <= most) found.push(path);
      }
    }
  };
  visit(join(root, 'node_modules'), 4);
  return found;
}

export function read(path: string): string {
  return readFileSync(path, 'utf8');
}
