/**
 * `npm run l10n`: writes the messages of the sources to extension/l10n/, drops translations of what is gone, and lists what
 * each language lacks. With --externalize, it also moves the strings that people read from package.json to package.nls.json.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleDir, collectMessages, externalize, findMistakes, languages, sorted } from './lib/l10n.mjs';
import { root } from './lib/paths.mjs';

await mkdir(bundleDir, { recursive: true });
const messages = await collectMessages();
const bundle = Object.fromEntries(messages.map((message) => [message, message]));
await update(bundleDir, 'bundle.l10n', bundle);

const manifestFile = join(root, 'package.json');
const manifest = await readFile(manifestFile, 'utf8');
const moved = await externalize(manifest, await readBundle(join(root, 'package.nls.json')));
if (process.argv.includes('--externalize')) await writeFile(manifestFile, moved.manifest);
if (process.argv.includes('--externalize') || existsSync(join(root, 'package.nls.json'))) await update(root, 'package.nls', moved.bundle);

/** @param {string} folder @param {string} name @param {import('./lib/l10n.mjs').Bundle} english */
async function update(folder, name, english) {
  await writeBundle(join(folder, `${name}.json`), english);
  for (const language of languages) {
    const file = join(folder, `${name}.${language}.json`);
    const translated = await readBundle(file);
    const kept = Object.fromEntries(Object.entries(translated).filter(([key]) => Object.hasOwn(english, key)));
    await writeBundle(file, kept);
    for (const mistake of findMistakes(english, kept)) console.log(`${name}.${language}.json: ${mistake}`);
  }
}

/** @param {string} file @returns {Promise<import('./lib/l10n.mjs').Bundle>} empty where there is none */
async function readBundle(file) {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
}

/** @param {string} file @param {import('./lib/l10n.mjs').Bundle} bundle */
async function writeBundle(file, bundle) {
  await writeFile(file, `${JSON.stringify(sorted(bundle), null, 2)}\n`);
}
