/** The text of a hover. Pure. */
import type { SentenceTranslation } from '../engine/protocol/result';
import { glossPicture } from './glossPicture';

/** A link that runs a command of our own with one argument. */
export interface HoverLink {
  /** Name of a theme icon. */
  readonly icon: string;
  readonly label: string;
  /** What the link does, in a sentence. */
  readonly title: string;
  readonly command: string;
  readonly argument?: unknown;
}

/** A remark below the text. */
export interface HoverNote {
  /** Name of a theme icon. */
  readonly icon: string;
  readonly text: string;
}

/** What one part of a hover shows, from top to bottom. */
export interface HoverContent {
  /** Says what the text belongs to, where a hover has several parts. */
  readonly heading?: HoverNote | undefined;
  /** What is not under the pointer: a translation, or the source of one. Empty while nothing is known of it. */
  readonly text: string;
  readonly notes: readonly HoverNote[];
  /** Of the picture; none for none. */
  readonly sentences: readonly SentenceTranslation[];
  readonly links: readonly HoverLink[];
}

/**
 * @param light whether the theme is a light one: the picture cannot ask the theme itself
 * @param pictureName what it is, for those who do not see it
 */
export function hoverMarkdown({ heading, text, notes, sentences, links }: HoverContent, light: boolean, pictureName: string): string {
  const picture = glossPicture(sentences, light);
  return [
    heading && `**$(${heading.icon}) ${escapeLine(heading.text)}**`,
    escapeLines(text),
    ...notes.map((note) => `$(${note.icon}) *${escapeLine(note.text)}*`),
    // Above the picture, which may be taller than the hover.
    links.map(linkMarkdown).join('&nbsp;&nbsp; '),
    picture && `![${escapeLine(pictureName)}](data:image/svg+xml;base64,${base64(picture.svg)}|width=${picture.width},height=${picture.height})`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The commands that the links of a hover may run: nothing else that its text might name. */
export function linkedCommands({ links }: Pick<HoverContent, 'links'>): string[] {
  return [...new Set(links.map(({ command }) => command))];
}

/** Keeps Markdown from reading the text as markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-=.!~|<>&$:@]/gu, '\\$&');
}

/** The same for what is to stay in its line: a blank line in it would end that, and what comes then might be code. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
}

/** The same for several lines, which stay lines with their indentation. */
function escapeLines(text: string): string {
  const lines = text.split(/\r\n|\n|\r/u).map((line) => {
    const words = line.trimStart();
    return '\u00a0'.repeat(line.length - words.length) + escapeMarkdown(words.trimEnd());
  });
  return lines.join('\n').trim().replace(/\n{3,}/gu, '\n\n').replace(/(?<!\n)\n(?!\n)/gu, '  \n');
}

/** The row may wrap between links only. */
function linkMarkdown({ icon, label, title, command, argument }: HoverLink): string {
  return `[$(${icon})\u00a0${escapeLine(label).replaceAll(' ', '\u00a0')}](${commandLink(command, argument)} "${escapeLine(title).replaceAll('"', "'")}")`;
}

/** Address that runs a command with one argument. */
export function commandLink(command: string, argument?: unknown): string {
  return argument === undefined ? `command:${command}` : `command:${command}?${encodeArgument(argument)}`;
}

/** Parentheses and the like, which an address may hold, would end the link. */
function encodeArgument(argument: unknown): string {
  return encodeURIComponent(JSON.stringify([argument])).replace(/[()'*!]/gu, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
