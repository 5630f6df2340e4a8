/** A folder of files as people have them: of open-source projects, from packages that this repository installs anyway. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { ensurePython } from '../../scripts/lib/python.mjs';

/** A C header of DLPack, which PyTorch carries; a module of sacreBLEU; the page of http-errors, with lists, code, tables and links. */
export const header = 'dlpack.h';
export const module = 'bleu.py';
export const page = 'README.md';

/** Writes the folder anew. */
export async function createRealFolder(folder: string, settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const packages = execFileSync(await ensurePython(), ['-c', 'import sysconfig; print(sysconfig.get_paths()["purelib"])'], { encoding: 'utf8' }).trim();
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await cp(join(packages, 'torch/include/ATen/dlpack.h'), join(folder, header));
  await cp(join(packages, 'sacrebleu/metrics/bleu.py'), join(folder, module));
  await cp(join(root, 'node_modules/http-errors/README.md'), join(folder, page));
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ 'alignlens.targetLanguage': 'zh', ...settings }));
}
