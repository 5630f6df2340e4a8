/** A drawing as plain values: made without a DOM, compared as text in tests, turned into nodes in the page. */

export interface VirtualElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly VirtualNode[];
}

export type VirtualNode = VirtualElement | string;

export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly VirtualNode[]
): VirtualElement {
  return { tag, attributes, children };
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Makes the nodes; everything inside an `svg` element belongs to the SVG namespace. */
export function toNode(node: VirtualNode, document: Document, insideSvg = false): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const isSvg = insideSvg || node.tag === 'svg';
  const made = isSvg ? document.createElementNS(svgNamespace, node.tag) : document.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, String(value));
  for (const child of node.children) made.appendChild(toNode(child, document, isSvg));
  return made;
}

/** Markup of a drawing, one element a line. */
export function toMarkup(node: VirtualNode, indent = ''): string {
  if (typeof node === 'string') return `${indent}${escape(node)}\n`;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(String(value))}"`);
  const open = `<${node.tag}${attributes.join('')}`;
  if (node.children.length === 0) return `${indent}${open}/>\n`;
  const [only] = node.children;
  if (node.children.length === 1 && typeof only === 'string') return `${indent}${open}>${escape(only)}</${node.tag}>\n`;
  const inner = node.children.map((child) => toMarkup(child, `${indent}  `)).join('');
  return `${indent}${open}>\n${inner}${indent}</${node.tag}>\n`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
