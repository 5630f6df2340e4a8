/** The Python environment of models/: a virtual environment of the repository's own. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run, runOrThrow } from './run.mjs';

const environment = join(root, '.venv');
const python = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const project = join(root, 'models/pyproject.toml');
/** A copy of the project file that the environment was made for. */
const marker = join(environment, 'alignlens-pyproject.toml');

/**
 * Installs models/ with its test dependencies unless that was done for the present pyproject.toml.
 *
 * @returns {Promise<string>} the environment's interpreter; `ALIGNLENS_PYTHON` names one that has these packages already
 */
export async function ensurePython() {
  const { ALIGNLENS_PYTHON } = process.env;
  if (ALIGNLENS_PYTHON !== undefined) return ALIGNLENS_PYTHON;
  const wanted = await readFile(project, 'utf8');
  if (existsSync(marker) && (await readFile(marker, 'utf8')) === wanted) return python;
  console.log('Installing the Python packages of models/ into .venv …');
  const base = process.platform === 'win32' ? 'python' : 'python3';
  if ((await run(base, ['-m', 'venv', environment])) !== 0) {
    throw new Error('The model tests need Python 3.11 or later with venv (Debian: "sudo apt-get install python3-venv").');
  }
  await runOrThrow(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--editable', 'models[test]']);
  await writeFile(marker, wanted);
  return python;
}
