/**
 * A sentence as lines of glosses: each translated word above the source words that explain it, the stronger the
 * link the more visible. Lines wrap, so that long sentences stay readable in a hover. Pure.
 */
import type { SentenceTranslation } from '../engine/protocol/result';

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

interface Gloss {
  readonly word: string;
  /** Source words with their weights, strongest first. */
  readonly sources: readonly { readonly text: string; readonly weight: number }[];
  readonly width: number;
}

const pictureWidth = 460;
/** The most lines of glosses; the rest is for the full view. */
const mostLines = 6;
const lineHeight = 50;
const gap = 6;
const padding = 7;
const wordSize = 14;
const sourceSize = 11;
/** Weaker links would clutter the picture. */
const leastWeight = 0.15;
const mostSources = 2;

const colours = {
  dark: { word: '#e6e6e6', source: '#7cc4ff', bar: '#3794ff', plate: '#ffffff' },
  light: { word: '#1f1f1f', source: '#00508f', bar: '#1a85ff', plate: '#000000' },
};

/** Undefined when the sentences have no words. */
export function glossPicture(sentences: readonly SentenceTranslation[], light: boolean): Picture | undefined {
  const lines = wrap(sentences.flatMap(glosses));
  if (lines.length === 0) return undefined;
  const shown = lines.slice(0, mostLines);
  const palette = light ? colours.light : colours.dark;
  const parts = shown.flatMap((line, row) => {
    let x = 0;
    return line.map((gloss) => {
      const drawn = drawGloss(gloss, x, row * lineHeight, palette);
      x += gloss.width + gap;
      return drawn;
    });
  });
  const height = shown.length * lineHeight - gap + (lines.length > mostLines ? 16 : 0);
  if (lines.length > mostLines) {
    parts.push(`<text x="0" y="${height - 3}" font-size="${sourceSize}" fill="${palette.source}">…</text>`);
  }
  const width = Math.ceil(Math.max(...shown.map((line) => line.reduce((sum, gloss) => sum + gloss.width + gap, -gap))));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif" text-anchor="start">` +
    `${parts.join('')}</svg>`;
  return { svg, width, height };
}

function glosses({ sourceTokens, targetTokens, alignment }: SentenceTranslation): Gloss[] {
  return targetTokens.map(({ text }, target) => {
    const sources = sourceTokens
      .map((token, source) => ({ text: token.text, weight: alignment[target * sourceTokens.length + source] ?? 0 }))
      .filter(({ weight }) => weight >= leastWeight)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostSources);
    const sourceWidth = textWidth(sources.map((source) => source.text).join(' '), sourceSize);
    return { word: text, sources, width: Math.ceil(Math.max(textWidth(text, wordSize), sourceWidth)) + 2 * padding };
  });
}

function wrap(all: readonly Gloss[]): Gloss[][] {
  const lines: Gloss[][] = [];
  let used = Infinity;
  for (const gloss of all) {
    if (used + gloss.width > pictureWidth) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(gloss);
    used += gloss.width + gap;
  }
  return lines;
}

function drawGloss({ word, sources, width }: Gloss, x: number, y: number, palette: (typeof colours)['dark']): string {
  const centre = x + width / 2;
  const strongest = sources[0]?.weight ?? 0;
  const spans = sources.map(
    ({ text, weight }, index) =>
      `<tspan fill-opacity="${(0.4 + 0.6 * weight).toFixed(2)}">${index > 0 ? ' ' : ''}${escapeXml(text)}</tspan>`,
  );
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${lineHeight - gap}" rx="5" fill="${palette.plate}" fill-opacity="0.06"/>` +
    `<text x="${centre}" y="${y + 18}" text-anchor="middle" font-size="${wordSize}" fill="${palette.word}">${escapeXml(word)}</text>` +
    // The bar's length is the strongest weight.
    `<rect x="${(centre - (strongest * (width - 2 * padding)) / 2).toFixed(1)}" y="${y + 24}" ` +
    `width="${(strongest * (width - 2 * padding)).toFixed(1)}" height="2" rx="1" fill="${palette.bar}"/>` +
    `<text x="${centre}" y="${y + 38}" text-anchor="middle" font-size="${sourceSize}" fill="${palette.source}">${spans.join('')}</text>`
  );
}

/** An estimate for common sans-serif fonts: there is no font to measure in an extension host. */
function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    if (/[\u2e80-\uffef\u{20000}-\u{3ffff}]/u.test(character)) ems += 1;
    else if (/[mwMW@%]/u.test(character)) ems += 0.9;
    else if (/[A-Z]/u.test(character)) ems += 0.7;
    else if (/[iljft.,:;'`!|() ]/u.test(character)) ems += 0.35;
    else ems += 0.58;
  }
  return ems * size;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
