/**
 * The strings of the interface, for `npm run l10n` and the test that keeps them complete: what the sources say through
 * `vscode.l10n.t` (extension/) or `t` of webview/l10n.ts, the phrases of engine/protocol/phrase.ts, the sentences of errors, and
 * what package.json shows.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** @typedef {Record<string, string>} Bundle message or key → text */

/** Where the bundles are; the languages beside English. */
export const bundleDir = join(root, 'extension/l10n');
export const languages = ['zh-cn'];

/** @returns {Promise<string[]>} every message of the sources, in order of the alphabet */
export async function collectMessages() {
  const messages = new Set();
  for (const folder of ['engine', 'extension', 'webview']) {
    for (const file of await readdir(join(root, folder), { recursive: true })) {
      // The command line speaks English.
      if (!file.endsWith('.ts') || (folder === 'engine' && /^cli[./\\]/u.test(file))) continue;
      const path = join(root, folder, file);
      // Says what others have written.
      if (path === join(root, 'extension/say.ts')) continue;
      for (const message of await findMessages(await readFile(path, 'utf8'), path)) messages.add(message);
    }
  }
  return [...messages].sort();
}

/**
 * @param {string} source of a TypeScript file
 * @param {string} path for messages of errors
 * @returns {Promise<string[]>}
 * @throws when a message is put together at run time: no bundle could hold it
 */
export async function findMessages(source, path) {
  const { default: ts } = await import('typescript');
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  /** @type {string[]} */
  const messages = [];
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    const sentence = ts.isNewExpression(node) ? sentenceOfError(ts, node) : undefined;
    if (sentence) messages.push(...[literal(ts, sentence)].filter((text) => text !== undefined));
    if ((ts.isCallExpression(node) && isTranslation(node.expression.getText(file), source)) || (sentence && isPutTogether(ts, sentence))) {
      const first = sentence ?? /** @type {import('typescript').CallExpression} */ (node).arguments[0];
      const message = first && literal(ts, first);
      if (message === undefined) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        throw new Error(`${path}:${line + 1}: l10n needs a literal message; put what varies into {0}, {1}, … of vscode.l10n.t, t or phrase`);
      }
      messages.push(message);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return messages;
}

/** @param {string} callee @param {string} source */
function isTranslation(callee, source) {
  return callee === 'vscode.l10n.t' || callee === 'l10n.t' || callee === 'phrase' || (callee === 't' && /import \{[^}]*\bt\b[^}]*\} from '[./]+l10n'/u.test(source));
}

/** Which argument of errors is the sentence that people read. */
const sentenceArguments = new Map([['AlignLensError', 1], ['FormatError', 0], ['TmxError', 0], ['XmlError', 0]]);

/**
 * @param {typeof import('typescript')} ts
 * @param {import('typescript').NewExpression} node
 */
function sentenceOfError(ts, node) {
  const place = ts.isIdentifier(node.expression) ? sentenceArguments.get(node.expression.text) : undefined;
  return place === undefined ? undefined : node.arguments?.[place];
}

/**
 * @param {typeof import('typescript')} ts
 * @param {import('typescript').Expression} node
 * @returns {boolean} whether it is a text with values in it: no bundle could hold it
 */
function isPutTogether(ts, node) {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].some((part) => isPutTogether(ts, part) || literal(ts, part) !== undefined);
  return ts.isTemplateExpression(node) || (ts.isBinaryExpression(node) && literal(ts, node) === undefined);
}

/**
 * @param {typeof import('typescript')} ts
 * @param {import('typescript').Expression} node
 * @returns {string | undefined} the text of a literal, or of literals joined by +
 */
function literal(ts, node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const left = literal(ts, node.left);
  const right = literal(ts, node.right);
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Properties of package.json that people read. What only models of chat agents read stays as it is. */
const shownProperties = new Set([
  'title', 'shortTitle', 'description', 'markdownDescription', 'displayName', 'userDescription', 'name', 'label', 'contents', 'altText',
  'deprecationMessage', 'markdownDeprecationMessage', 'patternErrorMessage',
]);
const shownLists = new Set(['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels']);
/** Names are the same in every language. */
const brand = 'AlignLens';

/**
 * Moves the strings that people read from package.json to a bundle of keys; what is there already stays.
 *
 * @param {string} manifest text of package.json
 * @param {Bundle} bundle text of package.nls.json, parsed
 * @returns {Promise<{ manifest: string, bundle: Bundle }>} with the formatting of before
 */
export async function externalize(manifest, bundle) {
  const { getNodePath, getNodeValue, parseTree } = await import('jsonc-parser');
  const tree = parseTree(manifest);
  if (!tree) throw new Error('package.json is empty.');
  const value = getNodeValue(tree);
  /** @type {import('jsonc-parser').Node[]} */
  const shown = [];
  /** @param {import('jsonc-parser').Node} node */
  const visit = (node) => {
    if (node.type === 'string' && isShown(getNodePath(node)) && node.value !== brand) shown.push(node);
    for (const child of node.type === 'property' ? (node.children ?? []).slice(1) : (node.children ?? [])) visit(child);
  };
  visit(tree);
  /** @type {Bundle} */
  const texts = {};
  let text = manifest;
  for (const node of shown.reverse()) {
    const [, known] = /^%(.+)%$/u.exec(node.value) ?? [];
    const key = known ?? keyOf(getNodePath(node), value);
    texts[key] = known === undefined ? node.value : (bundle[known] ?? '');
    text = `${text.slice(0, node.offset)}${JSON.stringify(`%${key}%`)}${text.slice(node.offset + node.length)}`;
  }
  return { manifest: text, bundle: sorted(texts) };
}

/** @param {readonly (string | number)[]} path */
function isShown(path) {
  const [top] = path;
  if (top === 'description') return path.length === 1;
  if ((top !== 'contributes' && top !== 'capabilities') || path.includes('inputSchema')) return false;
  const last = path.at(-1);
  if (typeof last === 'number') return shownLists.has(String(path.at(-2)));
  // Elsewhere, "name" is an identifier.
  return shownProperties.has(String(last)) && (last !== 'name' || path[1] === 'views');
}

/**
 * @param {readonly (string | number)[]} path
 * @param {any} manifest
 * @returns {string} the path, with the name of an element in place of its number
 */
function keyOf(path, manifest) {
  let value = manifest;
  const parts = path.map((part) => {
    value = value[part];
    const id = typeof part === 'number' && value !== null && typeof value === 'object' ? (value.command ?? value.id ?? value.name ?? value.translate ?? part) : part;
    return String(id).replace(/^alignlens[._]/u, '');
  });
  return parts.filter((part) => part !== 'contributes' && part !== 'properties').join('.');
}

/** @param {Bundle} bundle @returns {Bundle} */
export function sorted(bundle) {
  return Object.fromEntries(Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * @param {Bundle} english
 * @param {Bundle} translated
 * @returns {string[]} what is wrong with a translation: missing, empty or left-over texts, other placeholders
 */
export function findMistakes(english, translated) {
  const placeholders = (/** @type {string} */ text) => (text.match(/\{\d+\}/gu) ?? []).sort().join();
  return [
    ...Object.entries(english).flatMap(([key, text]) => {
      const translation = translated[key];
      if (!translation) return [`no text for: ${key}`];
      return placeholders(text) === placeholders(translation) ? [] : [`other placeholders in: ${key}`];
    }),
    ...Object.keys(translated).filter((key) => !Object.hasOwn(english, key)).map((key) => `left over: ${key}`),
  ];
}
