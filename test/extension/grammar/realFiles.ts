/** Source files of other projects that are on this machine: of packages, the editor, Python and the system. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';

export interface RealFile {
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
}

const byExtension: Readonly<Record<string, string>> = {
  '.js': 'javascript', '.mjs': 'javascript', '.ts': 'typescript', '.mts': 'typescript', '.py': 'python', '.html': 'html', '.css': 'css',
  '.scss': 'scss', '.xml': 'xml', '.yml': 'yaml', '.yaml': 'yaml', '.sh': 'shellscript', '.c': 'c', '.h': 'c', '.cc': 'cpp', '.hpp': 'cpp',
  '.java': 'java', '.swift': 'swift', '.m': 'objective-c', '.gradle': 'groovy', '.rb': 'ruby', '.podspec': 'ruby', '.pl': 'perl',
  '.pm': 'perl', '.ps1': 'powershell', '.php': 'php', '.sql': 'sql', '.bat': 'bat', '.mk': 'makefile', '.go': 'go', '.ini': 'ini',
  '.properties': 'properties', '.tex': 'latex', '.cs': 'csharp',
};

/** Sizes of files that people write, in bytes. */
const sizes = { least: 400, most: 24_000 };

function folders(): string[] {
  const python = execFileSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], { encoding: 'utf8' }).trim();
  return [join(root, 'node_modules'), join(root, '.cache'), python, '/usr/include', '/usr/share', '/etc'];
}

/** @param each how many of each language, spread over all there are */
export async function realFiles(each: number): Promise<RealFile[]> {
  const found = new Map<string, string[]>();
  for (const folder of folders()) {
    if (existsSync(folder)) await collect(folder, found);
    else console.warn(`${folder} is missing: nothing is tried on its files`);
  }
  const files: RealFile[] = [];
  for (const [languageId, paths] of found) {
    // A step through all of them, so that no one package fills the list.
    const step = Math.max(1, Math.floor(paths.length / (4 * each)));
    let taken = 0;
    for (let index = 0; index < paths.length && taken < each; index += step) {
      const path = paths[index]!;
      const { size } = await stat(path);
      if (size < sizes.least || size > sizes.most) continue;
      const text = await readFile(path, 'utf8');
      if (text.includes('\uFFFD') || text.includes('\0')) continue;
      files.push({ path, languageId, text });
      taken++;
    }
  }
  return files;
}

async function collect(folder: string, found: Map<string, string[]>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await collect(path, found);
    const languageId = entry.isFile() && !entry.name.includes('.min.') ? byExtension[extname(entry.name)] : undefined;
    if (languageId === undefined) continue;
    const paths = found.get(languageId);
    if (paths) paths.push(path);
    else found.set(languageId, [path]);
  }
}
