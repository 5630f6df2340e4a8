/** Which addresses of other machines the code of a bundle names. */

/** With a host, or with one that is put together at run time; or without a scheme, as pages write it. */
const address = /(?:\b(?:https?|wss?):\/\/|(?<=["'`(])\/\/(?=[a-z\d-]+\.[a-z]))(?:\$\{[^}]*\}|[^\s"'`<>()\\])*/giu;

/**
 * @param {string} text of a bundle
 * @param {'js' | 'css'} language
 * @returns {Promise<string[]>} each address once, in order; `${…}` stands for an expression within. Comments are no code.
 */
export async function findAddresses(text, language) {
  // Loaded here: it is not installed yet when a fresh clone's script starts.
  const { transform } = await import('esbuild');
  const { code } = await transform(text, { loader: language, legalComments: 'none', minifySyntax: true, minifyWhitespace: true });
  const found = code.replaceAll('\\/', '/').match(address) ?? [];
  // What follows the scheme in a regular expression is its end, and no host.
  return [...new Set(found.map((one) => one.replace(/\$\{[^}]*\}/gu, '${…}').replace(/(?<=^\w+:\/\/)\/.*/u, '')))];
}

/**
 * @typedef {object} AllowedAddress
 * @property {string} address as `findAddresses` has it
 * @property {readonly string[]} bundles that name it
 * @property {string} why nothing is ever asked of it
 */

/**
 * @param {Readonly<Record<string, readonly string[]>>} found addresses by bundle
 * @param {readonly AllowedAddress[]} allowed
 * @returns {string[]} a sentence for each address that is not allowed, and for each permission that nothing needs
 */
export function addressProblems(found, allowed) {
  const isAllowed = (/** @type {string} */ bundle, /** @type {string} */ one) => allowed.some(({ address: known, bundles }) => known === one && bundles.includes(bundle));
  const refused = Object.entries(found).flatMap(([bundle, addresses]) => addresses
    .filter((one) => !isAllowed(bundle, one))
    .map((one) => `${bundle} names ${one}, and an offline product asks no other machine. If it never does, scripts/lib/allowedAddresses.mjs may say why.`));
  const stale = allowed.flatMap(({ address: known, bundles }) => bundles
    .filter((bundle) => !found[bundle]?.includes(known))
    .map((bundle) => `scripts/lib/allowedAddresses.mjs allows ${known} in ${bundle}, which does not name it.`));
  return [...refused, ...stale];
}
