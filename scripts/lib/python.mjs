/** The Python environment of models/: a virtual environment of the repository's own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runOrThrow } from './run.mjs';
import { installSystemPackages } from './systemPackages.mjs';

const environment = join(root, '.venv');
const python = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const project = join(root, 'models/pyproject.toml');
/** A copy of the project file that the environment was made for. */
const marker = join(environment, 'alignlens-pyproject.toml');
const debianPackages = ['python3-venv', 'python3-dev', 'gcc', 'make'];
/** Fails without a part of Python that distributions ship apart. */
const partsOfPython = 'import ensurepip, os, sysconfig; os.stat(sysconfig.get_path("include") + "/Python.h")';

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
  const base = process.platform === 'win32' ? 'python' : 'python3';
  if (!canBuild(base)) await installSystemPackages('the model tests', debianPackages);
  if (!canBuild(base)) {
    throw new Error(
      'The model tests need Python 3.11 or later with venv and its C headers, a C compiler and make, as one of their packages is compiled ' +
        `(Debian or Ubuntu: "sudo apt-get install ${debianPackages.join(' ')}").`,
    );
  }
  console.log('Installing the Python packages of models/ into .venv …');
  await runOrThrow(base, ['-m', 'venv', environment]);
  await runOrThrow(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--editable', 'models[test]']);
  await writeFile(marker, wanted);
  return python;
}

/** Whether there is a Python that makes environments and whose extensions can be compiled. @param {string} base */
function canBuild(base) {
  const works = (/** @type {string} */ program, /** @type {string[]} */ ...args) => spawnSync(program, args).status === 0;
  // On Windows the compiler is on no path; pip says so itself when it finds none.
  return process.platform === 'win32' ? works(base, '-c', 'import ensurepip') : works(base, '-c', partsOfPython) && works('cc', '--version') && works('make', '--version');
}
