/** Links in the format of the aligners: `i-j`, source word before target word, counted from 0. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';

/** A line per sentence, empty for one without links; links sorted by source word, then by target word. */
export function pharaoh(sentences: readonly PanelSentence[]): string {
  return sentences.map(({ links }) => `${lineOf(links)}\n`).join('');
}

function lineOf(links: PanelSentence['links']): string {
  return [...links]
    .sort((a, b) => a.source - b.source || a.target - b.target)
    .map(({ source, target }) => `${source}-${target}`)
    .join(' ');
}
