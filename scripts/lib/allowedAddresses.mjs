/**
 * Every address that the code of a bundle may name, with the reason why nothing is ever asked of it. The build refuses all
 * others, and those here that are in the bundle no more. Comments, among them those of licences, are no code.
 */

const markdown = ['cli.js', 'extension.browser.js', 'extension.node.js'];
const runtime = ['webgpu.js', 'worker.browser.js', 'worker.node.js'];
const transformers = ['transformers.js'];

/** @type {readonly import('./addresses.mjs').AllowedAddress[]} */
export const allowedAddresses = [
  {
    address: 'http://www.w3.org/2000/svg',
    bundles: ['extension.browser.js', 'extension.node.js', 'webview.js'],
    why: 'The XML namespace of drawings: a name, which no program fetches.',
  },
  {
    address: 'https://json.schemastore.org/sarif-2.1.0.json',
    bundles: ['cli.js'],
    why: 'Written into the reports of "alignlens lint" as the format that they are in; nothing here reads it.',
  },
  {
    address: 'http://',
    bundles: markdown,
    why: 'markdown-it normalizes the text of a link with it and takes it off again.',
  },
  {
    address: 'http://${…}',
    bundles: markdown,
    why: 'linkify-it, a part of markdown-it, makes a link of "example.org" in a text; nobody follows links here.',
  },
  {
    address: 'https://web.dev/cross-origin-isolation-guide/',
    bundles: runtime,
    why: "A place to read more in ONNX Runtime's warning about threads; with its one thread it never warns.",
  },
  {
    address: 'https://huggingface.co/',
    bundles: transformers,
    why: 'Where Transformers.js would take models from; engine/transformers/bundle.ts forbids it that, and what it fetches comes from folders of the user.',
  },
  {
    address: 'https://huggingface.co/docs/transformers/main/en/chat_templating',
    bundles: transformers,
    why: 'A place to read more in an error message.',
  },
  {
    address: 'https://developer.mozilla.org/en-US/docs/Web/API/Cache',
    bundles: transformers,
    why: 'A place to read more in an error message.',
  },
  {
    address: 'https://gist.github.com/hollance/42e32852f24243b748ae6bc1f985b13a',
    bundles: transformers,
    why: 'A place to read more in an error message.',
  },
];
