import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { translationSettings, type Context } from '../context';
import type { DirectionOptions } from '../direction';
import { givenTextOf, type GivenText } from '../givenText';
import type { Passage } from '../passages';
import { placeOf, type Place } from '../place';
import { activeEditor, documentOf, proseAt, requireLength, selectedOrSurroundingProse } from '../request';
import { named } from '../textRequests';
import { translationView } from '../translationView';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Translating', title: vscode.l10n.t('AlignLens: aligning'), units: 'sentences' };

/** Opens the alignment view for the selection, the prose at the cursor, or what a hover's link names: a place or a text. */
export function showAlignment(context: Context): (argument?: unknown) => Promise<void> {
  return async (argument) => {
    const { document, version, passages, direction } = await subjectOf(context, argument);
    const { settings, translations } = await context.work.run(activity, async (options) => {
      const texts = passages.map(({ text }) => text);
      const settings = await translationSettings(context, document, texts, direction);
      return { settings, translations: await context.translator.translate(settings, texts, options) };
    });
    context.panel.show(translationView(context, { ...settings, document, version, passages, translations }));
  };
}

interface Subject {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly passages: readonly Passage[];
  readonly direction: DirectionOptions;
}

async function subjectOf(context: Context, argument: unknown): Promise<Subject> {
  const place = placeOf(argument);
  if (place) return atPlace(context, place);
  const given = givenTextOf(argument);
  return given ? ofText(context, given) : atCursor(context);
}

/** In a document of its own: its words can be shown and changed like any other. Throws `empty-input` or `input-too-long`. */
async function ofText({ prose }: Context, { text, from, to }: GivenText): Promise<Subject> {
  requireLength(text.length, undefined);
  const document = await vscode.workspace.openTextDocument({ content: text, language: languageIdOf(text) });
  const passages = await prose.all(document);
  if (passages.length === 0) throw new AlignLensError('empty-input', 'The text holds no words to align. Choose another one.');
  return { document, version: document.version, passages, direction: { asked: true, source: named(from), target: named(to) } };
}

/** What is given may be a comment with its marks. */
function languageIdOf(text: string): string {
  if (/^\s*\/[/*]/u.test(text)) return 'typescript';
  return /^\s*(?:#|"""|''')/u.test(text) ? 'python' : 'plaintext';
}

async function atPlace({ prose }: Context, place: Place): Promise<Subject> {
  const document = await documentOf(place);
  const { version } = document;
  return { document, version, passages: [await proseAt(prose, document, place.offset)], direction: { asked: true } };
}

async function atCursor({ prose }: Context): Promise<Subject> {
  const editor = activeEditor();
  const { document } = editor;
  const { version } = document;
  return { document, version, passages: await selectedOrSurroundingProse(prose, editor), direction: { asked: true } };
}
