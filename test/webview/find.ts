import type { VirtualElement } from '../../webview/view/element';

/** The elements that have the attribute, in document order. */
export function find(node: VirtualElement, attribute: string): VirtualElement[] {
  const inside = node.children.flatMap((child) => (typeof child === 'string' ? [] : find(child, attribute)));
  return attribute in node.attributes ? [node, ...inside] : inside;
}

/** What a reader sees of the element. */
export function textOf(node: VirtualElement): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
