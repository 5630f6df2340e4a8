/** The matrix of a sentence as a picture that stands on its own: no style sheet, no script, nothing to load. Pure. */
import type { PanelSentence } from '../../engine/protocol/panelProtocol';
import { visibleWeight, type Evidence } from '../evidence';
import { element, toMarkup, type VirtualElement } from '../view/element';
import { mix, moreVisible } from './colour';
import { rowsOf } from './rows';
import { layoutPicture, type PictureLayout } from './svgLayout';

/** Opaque colours, each `#rrggbb`. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly quiet: string;
  /** A weight of 1; weaker ones fade into the background. */
  readonly weight: string;
}

export interface PictureOptions {
  readonly evidence: Evidence;
  /** Stands below the matrix. */
  readonly caption: string;
  readonly palette: Palette;
  /** A family, or several as CSS lists them; fallbacks for other machines follow. */
  readonly fontFamily: string;
  /** Pixels. */
  readonly fontSize: number;
  /** Width of a text in that font, pixels. */
  readonly measure: (text: string) => number;
}

/** A picture with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Families of the usual systems that have both scripts. */
const fallbackFonts = "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans', sans-serif";

/** Weaker cells could not be told from the background. */
const faintest = 0.01;

export function matrixSvg(sentence: PanelSentence, options: PictureOptions): Picture {
  const { palette, fontSize, fontFamily } = options;
  const sourceWords = sentence.sourceTokens.map(({ text }) => xmlText(text));
  const targetWords = sentence.targetTokens.map(({ text }) => xmlText(text));
  const caption = xmlText(options.caption);
  const layout = layoutPicture({ sourceWords, targetWords, caption, fontSize, measure: options.measure });
  const { width, height } = layout;
  const picture = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': xmlText(fontFamily === '' ? fallbackFonts : `${fontFamily}, ${fallbackFonts}`),
      'font-size': fontSize,
      fill: palette.foreground,
    },
    element('title', {}, xmlText(`${sentence.source} → ${sentence.target}`)),
    element('rect', { width, height, fill: palette.background }),
    ...columnLabels(sourceWords, layout),
    ...rowLabels(targetWords, layout),
    ...cells(sentence, options, layout),
    grid(layout, palette),
    ...linkFrames(sentence, layout, palette),
    element('text', { x: layout.caption.x, y: layout.caption.y, 'font-size': layout.caption.size, fill: palette.quiet }, caption),
  );
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${toMarkup(picture)}`, width, height };
}

/** Replaces what no XML document may hold, however it is written: control characters and halves of surrogate pairs. */
export function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}

function columnLabels(words: readonly string[], { columns, angle }: PictureLayout): VirtualElement[] {
  return words.map((word, index) => {
    const { x, y } = columns[index] ?? { x: 0, y: 0 };
    return element('text', { x, y, transform: `rotate(${angle} ${x} ${y})` }, word);
  });
}

function rowLabels(words: readonly string[], { rows }: PictureLayout): VirtualElement[] {
  return words.map((word, index) => {
    const { x, y } = rows[index] ?? { x: 0, y: 0 };
    return element('text', { x, y, 'text-anchor': 'end' }, word);
  });
}

function cells(sentence: PanelSentence, { evidence, palette }: PictureOptions, layout: PictureLayout): VirtualElement[] {
  const { left, top, cell, percent } = layout;
  return rowsOf(sentence[evidence], sentence.sourceTokens.length).flatMap((row, target) =>
    row.flatMap((weight, source) => {
      if (weight < faintest) return [];
      const [x, y] = [left + source * cell, top + target * cell];
      const fill = mix(palette.background, palette.weight, Math.min(weight, 1));
      const square = element('rect', { x, y, width: cell, height: cell, fill });
      if (weight < visibleWeight) return [square];
      const ink = moreVisible(fill, palette.foreground, palette.background);
      const place = { x: x + cell / 2, y: y + percent.baseline, 'text-anchor': 'middle', 'font-size': percent.size, fill: ink };
      return [square, element('text', place, String(Math.round(weight * 100)))];
    }),
  );
}

/** All lines in one path: a long sentence has many cells. */
function grid({ left, top, cell, columns, rows }: PictureLayout, { background, foreground }: Palette): VirtualElement {
  const [width, height] = [columns.length * cell, rows.length * cell];
  const across = Array.from({ length: rows.length + 1 }, (_, row) => `M${left} ${top + row * cell}h${width}`);
  const down = Array.from({ length: columns.length + 1 }, (_, column) => `M${left + column * cell} ${top}v${height}`);
  return element('path', { d: [...across, ...down].join(''), fill: 'none', stroke: mix(background, foreground, 0.2) });
}

function linkFrames({ links }: PanelSentence, { left, top, cell }: PictureLayout, { foreground }: Palette): VirtualElement[] {
  return links.map(({ source, target }) =>
    element('rect', {
      x: left + source * cell + 1,
      y: top + target * cell + 1,
      width: cell - 2,
      height: cell - 2,
      fill: 'none',
      stroke: foreground,
      'stroke-width': 2,
    }),
  );
}
