/** The text of a hover. Pure. */
import type { Translation } from '../engine/protocol/result';
import { glossPicture } from './glossPicture';

export interface HoverOptions {
  /** Whether the theme is a light one: the picture cannot ask the theme itself. */
  readonly light: boolean;
  /** What the link does. */
  readonly link: string;
  readonly linkTitle: string;
}

/** What is not under the pointer (by default the translation), a picture of the alignment for the first sentences, and a link to the full view. */
export function hoverMarkdown(translation: Translation, { light, link, linkTitle }: HoverOptions, shown: 'source' | 'target' = 'target'): string {
  const picture = glossPicture(translation.sentences, light);
  const image = picture && `![Alignment](data:image/svg+xml;base64,${base64(picture.svg)}|width=${picture.width},height=${picture.height})`;
  const showAlignment = `[$(arrow-swap) Show alignment](${link} "${linkTitle.replaceAll('"', "'")}")`;
  return [escapeMarkdown(translation[shown]), image, showAlignment].filter(Boolean).join('\n\n');
}

/** Keeps Markdown from reading the translation as markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!~|<>&$]/gu, '\\$&');
}

/** Address that runs a command with one argument. */
export function commandLink(command: string, argument?: unknown): string {
  if (argument === undefined) return `command:${command}`;
  // Markdown ends an address at a bracket that was not opened in it.
  const encoded = encodeURIComponent(JSON.stringify([argument])).replace(/[()]/gu, (bracket) => (bracket === '(' ? '%28' : '%29'));
  return `command:${command}?${encoded}`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
