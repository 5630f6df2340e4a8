import * as vscode from 'vscode';
import type { HoverLink } from './hoverMarkdown';
import type { Passage } from './passages';
import type { Place } from './place';
import { placeIn, shortName } from './request';

/** Documents that take changes though no file system is behind them. */
const writableSchemes = ['untitled', 'vscode-notebook-cell'];

/**
 * What can be done with a passage's translation from its hover.
 *
 * @param offset where the pointer is; undefined where the passage is not to be written over
 */
export function passageLinks(document: vscode.TextDocument, passage: Passage, offset: number | undefined): HoverLink[] {
  const place = placeIn(document, passage.range.start);
  const word = offset === undefined ? undefined : wordAt(document, passage, offset);
  return [
    ...(offset !== undefined && isWritable(document) ? writingLinks(passage, place) : []),
    {
      icon: 'arrow-swap',
      label: vscode.l10n.t('Show alignment'),
      title: vscode.l10n.t('Show how the words of {0} and their translation belong together', shortName(document)),
      command: 'alignlens.showAlignment',
      argument: place,
    },
    { icon: 'copy', label: vscode.l10n.t('Copy'), title: vscode.l10n.t('Copy the translation'), command: 'alignlens.copyTranslation', argument: place },
    ...(word === undefined || offset === undefined ? [] : [keepLink(document, word, offset), termLink(document, word, offset)]),
    {
      icon: 'edit',
      label: vscode.l10n.t('Wrong?'),
      title: vscode.l10n.t('Edit the translation; AlignLens remembers it'),
      command: 'alignlens.editTranslation',
      argument: place,
    },
  ];
}

function writingLinks({ kind }: Passage, argument: Place): HoverLink[] {
  const replace = {
    icon: 'replace',
    label: vscode.l10n.t('Replace'),
    title: vscode.l10n.t('Put the translation in the place of the text'),
    command: 'alignlens.translateSelection',
    argument,
  };
  const insert = {
    icon: 'insert',
    label: vscode.l10n.t('Insert below'),
    title: vscode.l10n.t('Write the translation below the text'),
    command: 'alignlens.insertTranslationBelow',
    argument,
  };
  // A second string below the first would be no code.
  return kind === 'string' ? [replace] : [replace, insert];
}

function keepLink(document: vscode.TextDocument, word: string, offset: number): HoverLink {
  return {
    icon: 'lock',
    label: vscode.l10n.t('Keep “{0}”', word),
    title: vscode.l10n.t('Do not translate this word: the glossary keeps it as it is'),
    command: 'alignlens.keepWord',
    argument: { ...placeIn(document, offset), word },
  };
}

function termLink(document: vscode.TextDocument, word: string, offset: number): HoverLink {
  return {
    icon: 'book',
    label: vscode.l10n.t('Term'),
    title: vscode.l10n.t('Write into the glossary how “{0}” is to be translated', word),
    command: 'alignlens.addGlossaryTerm',
    argument: placeIn(document, offset),
  };
}

/** A long one would make the row of links two. */
const longestWord = 24;

/** The word under the pointer, where it is one of the passage's own. */
function wordAt(document: vscode.TextDocument, { range, text }: Passage, offset: number): string | undefined {
  if (offset < range.start || offset > range.end) return undefined;
  const found = document.getWordRangeAtPosition(document.positionAt(offset));
  const word = found && document.getText(found);
  return word !== undefined && word.length <= longestWord && /\p{L}/u.test(word) && text.includes(word) ? word : undefined;
}

function isWritable({ uri }: vscode.TextDocument): boolean {
  return writableSchemes.includes(uri.scheme) || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
