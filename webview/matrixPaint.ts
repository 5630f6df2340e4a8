/** Paints the part of the matrix that is in sight. Knows canvases, but no page. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';
import { isUnsure } from './confidence';
import { partnersOf, visibleWeight, type Evidence } from './evidence';
import { mix, moreVisible } from './export/colour';
import type { Mark } from './mark';
import { columnAngle, visibleCells, type MatrixLayout, type MatrixWindow, type Range } from './matrixLayout';

/** Opaque colours, each `#rrggbb`. */
export interface MatrixColours {
  readonly background: string;
  readonly foreground: string;
  /** A weight of 1; weaker ones fade into the background. */
  readonly weight: string;
  /** Frame of the cell that has the keyboard. */
  readonly focus: string;
  /** High contrast: faint lines are not to be relied on. */
  readonly isContrasty: boolean;
}

export interface MatrixPalette extends MatrixColours {
  /** For each per cent of weight, a cell's colour and that of the number on it: mixing them for every cell takes too long. */
  readonly shades: readonly { readonly fill: string; readonly ink: string }[];
  readonly band: string;
  readonly grid: string;
  readonly edge: string;
  readonly pair: string;
  /** Labels of words that have nothing to do with the one pointed at. */
  readonly behind: string;
}

export interface MatrixScene {
  readonly sentence: PanelSentence;
  readonly evidence: Evidence;
  readonly layout: MatrixLayout;
  readonly window: MatrixWindow;
  readonly palette: MatrixPalette;
  readonly em: number;
  readonly fontFamily: string;
  readonly mark: Mark | undefined;
  /** The keyboard is in the drawing. */
  readonly isFocused: boolean;
}

/** Weaker cells could not be told from the background. */
const faintest = 0.01;
/** Cells at least this large, in sizes of the font, say their numbers unasked, and have round corners. */
const roomForNumbers = 2;
/** Numbers below this are said only when asked for. */
const leastNumber = 0.1;
const radians = (columnAngle * Math.PI) / 180;

export function matrixPalette(colours: MatrixColours): MatrixPalette {
  const { background, foreground, weight, isContrasty } = colours;
  const ink = (share: number): string => mix(background, foreground, share);
  return {
    ...colours,
    shades: Array.from({ length: 101 }, (_, percent) => {
      const fill = mix(background, weight, percent / 100);
      return { fill, ink: moreVisible(fill, foreground, background) };
    }),
    band: ink(0.09),
    grid: ink(isContrasty ? 0.5 : 0.13),
    edge: ink(isContrasty ? 1 : 0.3),
    pair: ink(0.75),
    behind: isContrasty ? foreground : ink(0.62),
  };
}

/** `context` is scaled to CSS pixels. */
export function paintMatrix(context: CanvasRenderingContext2D, scene: MatrixScene): void {
  const { window: { width, height }, layout: { left, top }, palette } = scene;
  const seen = visibleCells(scene.layout, scene.window);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, width, height);
  clipped(context, [left, top, width - left, height - top], () => {
    paintBands(context, scene);
    paintCells(context, scene, seen);
    paintGrid(context, scene, seen);
    paintFrames(context, scene, seen);
  });
  clipped(context, [left, 0, width - left, top], () => paintColumnLabels(context, scene, seen.columns));
  clipped(context, [0, top, left, height - top], () => paintRowLabels(context, scene, seen.rows));
  paintEdges(context, scene);
}

/** The row and the column of what is pointed at. */
function paintBands(context: CanvasRenderingContext2D, { layout, window, palette, mark }: MatrixScene): void {
  const { cell, left, top } = layout;
  context.fillStyle = palette.band;
  if (mark?.target !== undefined) context.fillRect(left, top + mark.target * cell - window.y, layout.columns * cell - window.x, cell);
  if (mark?.source !== undefined) context.fillRect(left + mark.source * cell - window.x, top, cell, layout.rows * cell - window.y);
}

function paintCells(context: CanvasRenderingContext2D, scene: MatrixScene, seen: { readonly columns: Range; readonly rows: Range }): void {
  const { sentence, evidence, layout, window, palette, em, mark } = scene;
  const { cell, left, top, columns } = layout;
  const weights = sentence[evidence];
  const isRoomy = cell >= em * roomForNumbers;
  context.font = `${em * 0.78}px ${scene.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let target = seen.rows.from; target < seen.rows.to; target += 1) {
    for (let source = seen.columns.from; source < seen.columns.to; source += 1) {
      const weight = Math.min(1, weights[target * columns + source] ?? 0);
      if (weight < faintest) continue;
      const [x, y] = [left + source * cell - window.x, top + target * cell - window.y];
      const { fill, ink } = palette.shades[Math.round(weight * 100)]!;
      context.fillStyle = fill;
      if (isRoomy) {
        context.beginPath();
        context.roundRect(x + 1.5, y + 1.5, cell - 3, cell - 3, cell / 9);
        context.fill();
      } else {
        context.fillRect(x, y, cell - 1, cell - 1);
      }
      const isAsked = target === mark?.target || source === mark?.source;
      const isSaid = isAsked ? weight >= visibleWeight : isRoomy && weight >= leastNumber;
      if (!isSaid) continue;
      context.fillStyle = ink;
      context.fillText(String(Math.round(weight * 100)), x + cell / 2, y + cell / 2);
    }
  }
}

function paintGrid(context: CanvasRenderingContext2D, { layout, window, palette }: MatrixScene, seen: { readonly columns: Range; readonly rows: Range }): void {
  const { cell, left, top } = layout;
  const right = left + seen.columns.to * cell - window.x;
  const bottom = top + seen.rows.to * cell - window.y;
  context.strokeStyle = palette.grid;
  context.lineWidth = 1;
  context.beginPath();
  for (let column = seen.columns.from; column <= seen.columns.to; column += 1) {
    const x = Math.round(left + column * cell - window.x) - 0.5;
    context.moveTo(x, top);
    context.lineTo(x, bottom);
  }
  for (let row = seen.rows.from; row <= seen.rows.to; row += 1) {
    const y = Math.round(top + row * cell - window.y) - 0.5;
    context.moveTo(left, y);
    context.lineTo(right, y);
  }
  context.stroke();
}

/** Around the pairs that belong together, and the cell that has the keyboard. */
function paintFrames(context: CanvasRenderingContext2D, scene: MatrixScene, seen: { readonly columns: Range; readonly rows: Range }): void {
  const { layout: { cell, left, top }, window, palette, mark } = scene;
  const frame = (source: number, target: number, colour: string, width: number): void => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.roundRect(left + source * cell - window.x + 1, top + target * cell - window.y + 1, cell - 3, cell - 3, cell / 9);
    context.stroke();
  };
  for (const { source, target } of scene.sentence.links) {
    const isSeen = source >= seen.columns.from && source < seen.columns.to && target >= seen.rows.from && target < seen.rows.to;
    if (isSeen) frame(source, target, palette.pair, 1.5);
  }
  if (scene.isFocused && mark?.source !== undefined && mark.target !== undefined) frame(mark.source, mark.target, palette.focus, 2.5);
}

function paintColumnLabels(context: CanvasRenderingContext2D, scene: MatrixScene, columns: Range): void {
  const { layout: { cell, left, top, gap, columnLabels }, window, em, mark } = scene;
  const partners = partnersFor(scene, 'source');
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  // Labels of columns further left rise into sight.
  const overhanging = Math.ceil(top / cell);
  for (let source = Math.max(0, columns.from - overhanging); source < columns.to; source += 1) {
    setLabelStyle(context, scene, source === mark?.source, partners?.has(source));
    context.save();
    context.translate(left + (source + 0.5) * cell - window.x + em * 0.2, top - gap);
    context.rotate(radians);
    context.fillText(columnLabels[source] ?? '', 0, 0);
    if (scene.isFocused && mark?.target === undefined && source === mark?.source) paintFocusLine(context, scene, columnLabels[source] ?? '', 0);
    context.restore();
  }
}

function paintRowLabels(context: CanvasRenderingContext2D, scene: MatrixScene, rows: Range): void {
  const { sentence, layout: { cell, left, top, gap, rowLabels }, window, em, mark } = scene;
  const partners = partnersFor(scene, 'target');
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (let target = rows.from; target < rows.to; target += 1) {
    const [x, y] = [left - gap, top + (target + 0.5) * cell - window.y];
    const label = rowLabels[target] ?? '';
    setLabelStyle(context, scene, target === mark?.target, partners?.has(target));
    context.fillText(label, x, y);
    if (isUnsure(sentence, target)) {
      dottedLine(context, x - context.measureText(label).width, x, y + em * 0.7);
    }
    if (scene.isFocused && mark?.source === undefined && target === mark?.target) {
      context.save();
      context.translate(x - context.measureText(label).width, y + em * 0.45);
      paintFocusLine(context, scene, label, 0);
      context.restore();
    }
  }
}

/** The words of a side that what is pointed at is joined to. */
function partnersFor({ sentence, evidence, mark }: MatrixScene, side: 'source' | 'target'): ReadonlySet<number> | undefined {
  if (!mark) return undefined;
  const other = side === 'source' ? mark.target : mark.source;
  if (other === undefined || mark[side] !== undefined) return new Set();
  return new Set(partnersOf(sentence, evidence, { side: side === 'source' ? 'target' : 'source', index: other }).map(({ index }) => index));
}

/** While a word is pointed at, those it is not joined to step back. */
function setLabelStyle(context: CanvasRenderingContext2D, { palette, em, fontFamily }: MatrixScene, isActive: boolean, isPartner: boolean | undefined): void {
  context.font = `${isActive ? '600 ' : ''}${em}px ${fontFamily}`;
  context.fillStyle = !isActive && isPartner === false ? palette.behind : palette.foreground;
}

function paintFocusLine(context: CanvasRenderingContext2D, { palette, em }: MatrixScene, label: string, x: number): void {
  context.textAlign = 'left';
  const width = context.measureText(label).width;
  context.strokeStyle = palette.focus;
  context.lineWidth = 2;
  context.strokeRect(x - 3, -em * 0.95, width + 6, em * 1.3);
}

function dottedLine(context: CanvasRenderingContext2D, from: number, to: number, y: number): void {
  context.save();
  context.strokeStyle = context.fillStyle;
  context.lineWidth = 1.5;
  context.setLineDash([1.5, 2.5]);
  context.beginPath();
  context.moveTo(from, Math.round(y) + 0.25);
  context.lineTo(to, Math.round(y) + 0.25);
  context.stroke();
  context.restore();
}

/** Lines below and right of the labels once cells have gone under them. */
function paintEdges(context: CanvasRenderingContext2D, { layout: { left, top }, window, palette }: MatrixScene): void {
  context.fillStyle = palette.edge;
  if (window.y > 0) context.fillRect(0, top - 1, window.width, 1);
  if (window.x > 0) context.fillRect(left - 1, 0, 1, window.height);
}

function clipped(context: CanvasRenderingContext2D, [x, y, width, height]: readonly [number, number, number, number], paint: () => void): void {
  context.save();
  context.beginPath();
  context.rect(x, y, Math.max(0, width), Math.max(0, height));
  context.clip();
  paint();
  context.restore();
}
