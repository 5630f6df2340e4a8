/** The rules of a release, applied to this repository. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { manifestProblems, packProblems, pictureProblems, readChangelog, shippedPackFiles, versionProblems } from './releaseRules.mjs';

/** @typedef {{ what: string, problems: readonly string[] }} Finding what was looked at, and what is wrong with it */

/** @param {string} file relative to the repository @returns {Promise<any>} */
const json = async (file) => JSON.parse(await readFile(join(root, file), 'utf8'));
/** @param {string} file */
const text = (file) => readFile(join(root, file), 'utf8');

/** @returns {Promise<Map<string, string[]>>} of each pack that ships, by its id, the files */
export async function packFiles() {
  const ids = (await readdir(join(root, 'models/packs'))).sort();
  return new Map(await Promise.all(ids.map(async (id) => /** @type {const} */ ([id, shippedPackFiles(await json(`models/packs/${id}/manifest.json`))]))));
}

/** @returns {Promise<Finding[]>} all that needs no build: a second */
export async function checkRepository() {
  const [manifest, lock, changelog] = await Promise.all([json('package.json'), json('package-lock.json'), text('CHANGELOG.md')]);
  const { releases, problems } = readChangelog(changelog);
  const typesVersion = (await json('node_modules/@types/vscode/package.json')).version;
  const icon = await readFile(join(root, manifest.icon));
  // Of a PNG's header.
  const iconSize = /** @type {const} */ ([icon.readUInt32BE(16), icon.readUInt32BE(20)]);
  return [
    { what: 'CHANGELOG.md is in the form of Keep a Changelog', problems },
    { what: `the version is ${manifest.version} everywhere`, problems: versionProblems({ manifest, lock, releases }) },
    { what: 'package.json has what the marketplace asks for', problems: manifestProblems(manifest, { typesVersion, iconSize }) },
    { what: 'LICENSE is there, and is the licence that package.json names', problems: (await text('LICENSE')).startsWith(`${manifest.license} License\n`) ? [] : ['it is another one'] },
    { what: 'the pictures of README.md are there, and of a kind that the marketplace shows', problems: pictureProblems(await text('README.md'), (path) => existsSync(join(root, path))) },
    ...(await Promise.all([...(await packFiles()).keys()].map(checkPack))),
  ];
}

/** What training goes on from: it does not ship. */
const weightsFile = 'weights.safetensors';

/** @param {string} id @returns {Promise<Finding>} */
async function checkPack(id) {
  const folder = join(root, 'models/packs', id);
  const names = (await readdir(folder)).filter((name) => name !== weightsFile);
  const contents = new Map(await Promise.all(names.map(async (name) => /** @type {const} */ ([name, await readFile(join(folder, name))]))));
  const card = contents.get('README.md')?.toString('utf8') ?? '';
  const [manifest, weights] = await Promise.all([json(`models/packs/${id}/manifest.json`), weightsOf(join(folder, weightsFile))]);
  return { what: `${id} ${manifest.version}: the files, the model card and the weights are those of its manifest`, problems: packProblems(id, { manifest, card, weights, contents }) };
}

/** The header of a safetensors file: its length in 8 bytes, then JSON. @param {string} path */
async function weightsOf(path) {
  const file = await readFile(path);
  return JSON.parse(file.toString('utf8', 8, 8 + Number(file.readBigUInt64LE(0))));
}
