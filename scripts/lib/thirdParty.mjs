/** Whose work ships with ours, under which licence: read from what the bundler put into the bundles, so that nothing can be forgotten. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Licences that let us ship the work in a product under the MIT licence, when we name them. */
const allowedLicences = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT'];

/** What a package holds of others without saying where it begins: its file is minified. */
const heldBy = /** @type {Readonly<Record<string, readonly string[]>>} */ ({ 'onnxruntime-web': ['onnxruntime-common'] });

/** Packages under the MIT licence that come without its text, with the copyright line of their files. */
const copyrights = /** @type {Readonly<Record<string, string>>} */ ({
  'onnxruntime-web': 'Copyright (c) Microsoft Corporation',
  'onnxruntime-common': 'Copyright (c) Microsoft Corporation',
});

/** What the packages' own texts do not say. */
const remarks = /** @type {Readonly<Record<string, string>>} */ ({
  'onnxruntime-web': 'ort-wasm-*.wasm hold the libraries that ONNX Runtime is built from; its repository lists them in ThirdPartyNotices.txt: https://github.com/microsoft/onnxruntime',
});

const rule = `\n${'-'.repeat(80)}\n\n`;

/**
 * The packages that files come from, and those that these files hold in their turn, in order.
 *
 * @param {readonly string[]} files that went into the bundles or lie beside them, relative to the repository
 * @returns {Promise<string[]>}
 */
export async function packagesOf(files) {
  const found = new Set();
  for (const file of files) {
    const name = packageIn(file);
    if (name === undefined) continue;
    for (const held of [name, ...(heldBy[name] ?? [])]) found.add(held);
    if (!/\.[cm]?js$/u.test(file)) continue;
    // A bundle that was not minified names each file in it by a comment.
    const text = await readFile(join(root, file), 'utf8');
    for (const [, path = ''] of text.matchAll(/^\/\/ (\S*node_modules\/\S+)$/gmu)) found.add(packageIn(path));
  }
  return [...found].filter((name) => name !== undefined).sort();
}

/** @param {string} path @returns {string | undefined} */
function packageIn(path) {
  return /.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1];
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<string>} each package with its licence and the licence's text, then each model pack with its own
 * @throws for a licence that is not on the list, or without a text
 */
export async function thirdPartyNotices(packages) {
  const notices = await Promise.all(packages.map(noticeOf));
  const packs = await Promise.all((await shippedPacks()).map(packNoticeOf));
  return [intro, ...notices, packsIntro, ...packs].join(rule);
}

const intro = `AlignLens holds the work of others. Each part is named below with its licence. AlignLens itself is under the MIT licence (LICENSE).\n`;
const packsIntro = `Model packs. Their weights are the work of the AlignLens contributors; the texts that they were learned from are listed with
their licences in the README.md of each pack. The tables that are part of the code (engine/language/, engine/lint/) are the
contributors' work too. Grammars of languages are not part of AlignLens: those of the editor's extensions are used.\n`;

/** @param {string} name */
async function noticeOf(name) {
  const folder = join(root, 'node_modules', name);
  const { name: published, version, license, homepage = '' } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  requireAllowed(published, license);
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notices?)\b/iu.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  if (texts.length === 0) texts.push(await mitText(name, license));
  const heading = [`${published} ${version} (${license}) ${homepage}`.trim(), ...(remarks[name] ? [remarks[name]] : [])].join('\n');
  return `${[heading, ...texts].join('\n\n').trimEnd()}\n`;
}

/**
 * @param {string} name
 * @param {unknown} licence
 */
export function requireAllowed(name, licence) {
  if (typeof licence === 'string' && allowedLicences.includes(licence)) return;
  throw new Error(`${name} has the licence ${JSON.stringify(licence)}, which is not among those that may ship (scripts/lib/thirdParty.mjs)`);
}

/** @param {string} name @param {string} license */
async function mitText(name, license) {
  const copyright = copyrights[name];
  if (license !== 'MIT' || copyright === undefined) throw new Error(`${name} comes without the text of its licence, which has to ship with it`);
  // Ours has the same words but for the line that names whose work it is.
  return (await readFile(join(root, 'LICENSE'), 'utf8')).replace(/^Copyright .*$/mu, copyright);
}

async function shippedPacks() {
  const packs = join(root, 'models/packs');
  if (!existsSync(packs)) return [];
  return (await readdir(packs)).filter((name) => existsSync(join(packs, name, 'manifest.json'))).sort();
}

/** @param {string} id */
async function packNoticeOf(id) {
  const folder = join(root, 'models/packs', id);
  const { version } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  return `Model pack ${id} ${version} (MIT)\n\n${(await readFile(join(folder, 'LICENSE'), 'utf8')).trimEnd()}\n`;
}
