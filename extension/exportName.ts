/** What an export is called unless the reader says otherwise. Pure. */
import type { ExportExtension } from '../engine/protocol/panelProtocol';

/** No file system of the usual ones takes these in a name. */
const refused = /[\\/:*?"<>|\p{Cc}]/gu;

/** `guide.md` → `guide.alignment.svg`; a name that begins with its only point, such as `.bashrc`, stays whole. */
export function exportName(documentName: string, extension: ExportExtension): string {
  const name = documentName.replace(/(?<=[^.])\.[^.]*$/u, '').replace(refused, '-');
  return `${name === '' ? 'translation' : name}.alignment.${extension}`;
}
