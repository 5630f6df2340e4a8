/** The words of the packs view: one place for the tree and for what is copied. */
import * as vscode from 'vscode';
import type { PackInfo } from '../../engine/protocol/result';
import { say } from '../say';
import type { PackEntry } from './packEntry';
import { readQualityFigures, type QualityFigures } from './qualityFigures';

export interface Row {
  readonly label: string;
  readonly value: string;
  readonly tooltip?: string;
}

/** "English → Chinese", "Summaries of Python…": what the pack is for. */
export function packTitle({ task, sourceLanguage, targetLanguage }: PackInfo): string {
  if (task === 'translate') return `${languageName(sourceLanguage)} → ${languageName(targetLanguage)}`;
  return sourceLanguage === 'code'
    ? vscode.l10n.t('Summaries of functions')
    : vscode.l10n.t('Summaries of prose ({0})', languageName(sourceLanguage));
}

export function packSummary({ place, state }: PackEntry): string {
  const origin = place.folder === undefined ? vscode.l10n.t('ships with AlignLens') : vscode.l10n.t('your own');
  if ('error' in state) return origin;
  const { info, details } = state;
  const size = details.bytes === undefined ? [] : [megabytes(details.bytes)];
  return [`${info.id} ${info.version}`, ...size, origin].join(' · ');
}

/** All that is known of a pack, a fact a row. */
export function packRows({ place, state }: PackEntry): Row[] {
  if ('error' in state) {
    return [
      { label: vscode.l10n.t('Problem'), value: say(state.error.phrase) },
      { label: vscode.l10n.t('Folder'), value: place.folder ?? place.location },
    ];
  }
  const { info, details } = state;
  const { id, version, task, sourceLanguage, targetLanguage } = info;
  return [
    { label: vscode.l10n.t('Pack'), value: `${id} ${version}` },
    { label: vscode.l10n.t('Task'), value: task === 'translate' ? vscode.l10n.t('translates') : vscode.l10n.t('summarizes') },
    { label: vscode.l10n.t('Languages'), value: `${sourceLanguage} → ${targetLanguage}` },
    { label: vscode.l10n.t('Size'), value: details.bytes === undefined ? vscode.l10n.t('not known') : megabytes(details.bytes) },
    ...readQualityFigures(details.metrics).map(qualityRow),
    { label: vscode.l10n.t('Licence'), value: details.licence ?? vscode.l10n.t('the pack has no LICENSE file') },
    ...(details.hash === undefined ? [] : [{ label: vscode.l10n.t('SHA-256 of the manifest'), value: details.hash }]),
    ...(place.folder === undefined ? [] : [{ label: vscode.l10n.t('Folder'), value: place.folder }]),
  ];
}

/** For the clipboard: a fact a line. */
export function packDetailsText(entry: PackEntry): string {
  const lines = packRows(entry).map(({ label, value, tooltip }) => `${label}: ${value}${tooltip === undefined ? '' : ` (${tooltip.replaceAll('\n', '; ')})`}`);
  return `${lines.join('\n')}\n`;
}

function qualityRow({ data, domain, size, scores, signatures }: QualityFigures): Row {
  const set = size === undefined ? data : vscode.l10n.t('{0}, {1} texts', data, size);
  return {
    label: domain === '' ? vscode.l10n.t('Quality') : vscode.l10n.t('Quality ({0})', domain),
    value: scores.map(({ name, value }) => `${scoreName(name)} ${value}`).join(', '),
    tooltip: [set, ...signatures].join('\n'),
  };
}

/** The fields' own names, but for what is a description. */
function scoreName(name: string): string {
  switch (name) {
    case 'placeholders kept':
      return vscode.l10n.t('placeholders kept');
    case 'names supported':
      return vscode.l10n.t('names supported');
    case 'repeated trigrams':
      return vscode.l10n.t('repeated trigrams');
    default:
      return name;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** In the language of the editor; the code itself where it has no name. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([vscode.env.language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
