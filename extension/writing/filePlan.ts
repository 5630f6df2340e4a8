/** What translating a whole file means: from which language to which, into which file, and which of its texts. */
import * as vscode from 'vscode';
import { defaultPairRules, pairLanguages } from '../../engine/bilingual';
import {
  declaredLanguages,
  fileFormatOf,
  FileTranslation,
  FormatError,
  holdsBoth,
  knownExtensions,
  readFileUnits,
  targetPaths,
  type DraftInput,
  type FileFormat,
} from '../../engine/files';
import { detectLanguage, possibleLanguages } from '../../engine/language/detect';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import type { PackInfo } from '../../engine/protocol/result';
import * as config from '../config';
import type { Context } from '../context';
import { noPackError } from '../direction';
import { requireText, shortName } from '../request';
import { exists, nameOf } from './uris';
import type { Target } from './writeTarget';

export interface FilePlan extends Target {
  readonly source: vscode.TextDocument;
  readonly sourceText: string;
  readonly pack: PackInfo;
  /** Texts that have a translation already. */
  readonly translated: number;
  readonly work: FileTranslation;
}

/** Chooses one of the packs that fit; undefined leaves the file as it is. */
export type ChoosePack = (packs: readonly PackInfo[]) => Promise<PackInfo | undefined>;

/**
 * @returns undefined when no pack was chosen
 * @throws AlignLensError `not-text` for a file of another kind or with a mistake in it, `empty-input` for one without
 * texts or that is a translation itself, `language-pair`
 */
export async function planFile(context: Context, source: vscode.TextDocument, choose: ChoosePack): Promise<FilePlan | undefined> {
  const format = formatOf(source);
  requireText(source);
  const sourceText = source.getText();
  let target = source.uri;
  let before: string | undefined = sourceText;
  try {
    const pack = await packForFile(context, source, format, choose);
    if (!pack) return undefined;
    target = await targetOf(source, format, pack);
    if (target !== source.uri) before = await textOf(target);
    const input: DraftInput = { source: sourceText, existing: holdsBoth(format) ? undefined : before, targetLanguage: pack.targetLanguage };
    const draft = readFileUnits(format, input);
    return { source, sourceText, target, before, pack, translated: draft.translated, work: new FileTranslation(draft) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw error.side === 'source' ? mistake(error, shortName(source), sourceText) : mistake(error, nameOf(target), before ?? '');
  }
}

function formatOf(source: vscode.TextDocument): FileFormat {
  const format = fileFormatOf(source.uri.path);
  if (format) return format;
  throw new AlignLensError(
    'not-text',
    phrase('{0} is no file that is translated as a whole: those end in {1}. Select its text and run "AlignLens: Translate Selection".', shortName(source), knownExtensions),
  );
}

/** A mistake in a file, said with its line. */
function mistake({ phrase: what, offset }: FormatError, name: string, text: string): AlignLensError {
  const line = text.slice(0, offset).split('\n').length;
  return new AlignLensError(
    'not-text',
    phrase('Nothing was translated, as there is a mistake in line {1} of {0}: {2}. Correct it and run the command again.', name, line, what),
  );
}

async function packForFile({ packs }: Context, source: vscode.TextDocument, format: FileFormat, choose: ChoosePack): Promise<PackInfo | undefined> {
  const declared = declaredLanguages(format, source.getText());
  const translators = await packs.translators(source);
  const language = declared.source ?? config.sourceLanguage(source) ?? languageOfTexts(source, format, translators);
  const wanted = config.targetLanguage(source);
  const fitting = translators.filter(
    (pack) => pack.sourceLanguage === language && (declared.target === undefined || pack.targetLanguage === declared.target),
  );
  // The user's own packs come first; of several for one direction, the first counts.
  const byTarget = [...new Map(fitting.toReversed().map((pack) => [pack.targetLanguage, pack])).values()].toReversed();
  if (byTarget.length === 0) throw noPackError(language, declared.target ?? wanted, translators);
  return choose(byTarget.toSorted((a, b) => Number(b.targetLanguage === wanted) - Number(a.targetLanguage === wanted)));
}

/** Of a file with a few words only, one that a pack reads, where it may be in that. Throws `empty-input`. */
function languageOfTexts(source: vscode.TextDocument, format: FileFormat, packs: readonly PackInfo[]): string {
  const { units } = readFileUnits(format, { source: source.getText(), existing: undefined, targetLanguage: config.targetLanguage(source) });
  const sample = units.map((unit) => unit.source).join('\n').slice(0, 5000);
  if (sample === '') {
    throw new AlignLensError('empty-input', phrase('{0} holds no text that waits for a translation.', shortName(source)));
  }
  const detected = detectLanguage(sample) ?? config.bilingualLanguages(source).source;
  const isRead = (language: string): boolean => packs.some(({ sourceLanguage }) => sourceLanguage === language);
  return [detected, ...possibleLanguages(sample)].find(isRead) ?? detected;
}

/** Throws `empty-input` for a file that is a translation by its name. */
async function targetOf(source: vscode.TextDocument, format: FileFormat, { sourceLanguage, targetLanguage }: PackInfo): Promise<vscode.Uri> {
  const { uri } = source;
  if (holdsBoth(format) && !uri.path.endsWith('.pot')) return uri;
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/?$/u, '/') ?? '';
  const rules = [...config.lintPairs(source).rules, ...defaultPairRules];
  const paths = targetPaths(uri.path.slice(folder.length), rules, pairLanguages(sourceLanguage, targetLanguage));
  const candidates = paths.map((path) => uri.with({ path: folder + path }));
  const [first] = candidates;
  if (!first) {
    throw new AlignLensError(
      'empty-input',
      phrase('{0} is a translation by its name. Open the file that it is the translation of, and run the command there.', nameOf(uri)),
    );
  }
  const there = await Promise.all(candidates.map((candidate) => exists(candidate)));
  return candidates[there.indexOf(true)] ?? first;
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  return (await exists(uri)) ? (await vscode.workspace.openTextDocument(uri)).getText() : undefined;
}
