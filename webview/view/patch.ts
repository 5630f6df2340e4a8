/**
 * Changes nodes made from one element into those of another, and leaves alone what is the same in both: focus, scroll
 * positions, live regions and whatever a script filled into an element without children of its own.
 */
import { toNode, type VirtualElement, type VirtualNode } from './element';

/** `node` was made from `before`; returns the node that stands in its place now. */
export function patch(node: Node, before: VirtualNode, after: VirtualNode, document: Document): Node {
  if (before === after) return node;
  if (typeof before === 'string' || typeof after === 'string' || !isSame(before, after) || !(node instanceof Element)) {
    const made = toNode(after, document, node.parentNode instanceof SVGElement);
    node.parentNode?.replaceChild(made, node);
    return made;
  }
  patchAttributes(node, before, after);
  patchChildren(node, before, after, document);
  return node;
}

/** An id or a class changes with what the element is, apart from states, which are attributes. */
function isSame(before: VirtualElement, after: VirtualElement): boolean {
  return before.tag === after.tag && before.attributes['id'] === after.attributes['id'] && before.attributes['class'] === after.attributes['class'];
}

function patchAttributes(node: Element, before: VirtualElement, after: VirtualElement): void {
  for (const name of Object.keys(before.attributes)) if (!(name in after.attributes)) node.removeAttribute(name);
  for (const [name, value] of Object.entries(after.attributes)) {
    if (before.attributes[name] !== value) node.setAttribute(name, String(value));
  }
}

function patchChildren(node: Element, before: VirtualElement, after: VirtualElement, document: Document): void {
  const nodes = [...node.childNodes];
  const kept = Math.min(before.children.length, after.children.length);
  for (let index = 0; index < kept; index += 1) patch(nodes[index]!, before.children[index]!, after.children[index]!, document);
  for (const surplus of nodes.slice(kept, before.children.length)) surplus.remove();
  node.append(...after.children.slice(kept).map((child) => toNode(child, document, node instanceof SVGElement)));
}
