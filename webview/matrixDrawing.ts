/** The matrix at work: a canvas as large as the part in sight, painted anew when that, or what is pointed at, changes. */
import { oncePerFrame, textMeasure, type Drawing, type DrawingContext } from './drawing';
import { partnersOf, shownWord } from './evidence';
import { nextCell } from './keyboard';
import { sameMark, wordOfMark, type Mark } from './mark';
import { layoutMatrix, markAt, scrolledTo, type MatrixLayout, type MatrixWindow } from './matrixLayout';
import { matrixPalette, paintMatrix, type MatrixPalette } from './matrixPaint';
import { opaqueColours } from './export/theme';
import { toNode } from './view/element';
import { matrix, wordRows } from './view/matrix';

/** Rows of the table that are made at a time: a long text's must not hold up the page. */
const rowsAtATime = 100;

export class MatrixDrawing implements Drawing {
  private readonly scroller: HTMLElement;
  private readonly space: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly paint = oncePerFrame(() => this.paintNow());
  private layout: MatrixLayout | undefined;
  private palette: MatrixPalette | undefined;
  private em = 13;
  private fontFamily = '';
  private marked: Mark | undefined;
  /** Where the pointer is in the canvas; what it points at changes when the cells scroll. */
  private pointer: { readonly x: number; readonly y: number } | undefined;
  private pointed: Mark | undefined;

  constructor(private readonly context: DrawingContext) {
    const drawing = toNode(matrix(context.evidence), document) as HTMLElement;
    const find = (selector: string): HTMLElement => drawing.querySelector<HTMLElement>(selector)!;
    this.scroller = find('.matrix-scroller');
    this.space = find('.matrix-space');
    this.canvas = drawing.querySelector('canvas')!;
    this.listen();
    context.stage.replaceChildren(drawing);
    this.fillTable(find('tbody'), 0);
  }

  draw(): void {
    const { stage, sentence } = this.context;
    const { em, measure } = textMeasure(stage);
    this.em = em;
    this.fontFamily = getComputedStyle(stage).fontFamily;
    this.palette = readPalette(this.canvas);
    this.layout = layoutMatrix({
      sourceWords: sentence.sourceTokens.map(({ text }) => shownWord(text)),
      targetWords: sentence.targetTokens.map(({ text }) => shownWord(text)),
      width: stage.clientWidth,
      em,
      measure,
    });
    this.space.style.width = `${this.layout.width}px`;
    this.space.style.height = `${this.layout.height}px`;
    this.fitCanvas();
    this.paintNow();
  }

  mark(mark: Mark | undefined, reveal: boolean): void {
    this.marked = mark;
    if (reveal && mark && this.layout) {
      const { x, y } = scrolledTo(this.layout, this.sight(), this.withPartner(mark));
      this.scroller.scrollTo(x, y);
    }
    this.paint();
  }

  at(target: Element): Mark | undefined {
    return this.scroller.contains(target) ? this.pointed : undefined;
  }

  next(from: Mark | undefined, event: KeyboardEvent): Mark | undefined {
    return this.layout && nextCell(this.layout.rows, this.layout.columns, from, event);
  }

  focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  private listen(): void {
    this.scroller.addEventListener('scroll', () => {
      this.paint();
      this.repoint();
    });
    this.canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => {
      this.pointer = { x: offsetX, y: offsetY };
      this.repoint();
    });
    this.canvas.addEventListener('pointerleave', () => {
      this.pointer = undefined;
      this.repoint();
    });
    for (const type of ['focus', 'blur']) this.scroller.addEventListener(type, this.paint);
  }

  private repoint(): void {
    const mark = this.pointer && this.layout && markAt(this.layout, this.sight(), this.pointer.x, this.pointer.y);
    if (sameMark(mark, this.pointed)) return;
    this.pointed = mark;
    this.canvas.classList.toggle('pointing', mark !== undefined);
    this.context.point(mark);
  }

  private sight(): MatrixWindow {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.scroller;
    const { width = 0, height = 0 } = this.layout ?? {};
    return { x: scrollLeft, y: scrollTop, width: Math.min(clientWidth, width), height: Math.min(clientHeight, height) };
  }

  /** A word is shown with what it is joined to most: its row or column alone may be empty as far as one sees. */
  private withPartner(mark: Mark): Mark {
    const { sentence, evidence } = this.context;
    const word = wordOfMark(mark);
    const partner = word && partnersOf(sentence, evidence, word)[0]?.index;
    return partner === undefined ? mark : { source: partner, target: partner, ...mark };
  }

  private fitCanvas(): void {
    const { width, height } = this.sight();
    // Sizes of canvases are whole device pixels; anything else is blurred.
    const scale = window.devicePixelRatio;
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
  }

  private paintNow(): void {
    const canvas = this.canvas.getContext('2d', { alpha: false });
    const { layout, palette } = this;
    if (!canvas || !layout || !palette) return;
    const scale = window.devicePixelRatio;
    canvas.setTransform(scale, 0, 0, scale, 0, 0);
    const { sentence, evidence } = this.context;
    paintMatrix(canvas, {
      sentence,
      evidence,
      layout,
      window: this.sight(),
      palette,
      em: this.em,
      fontFamily: this.fontFamily,
      mark: this.marked,
      isFocused: document.activeElement === this.scroller,
    });
  }

  private fillTable(body: Element, from: number): void {
    const { sentence, evidence, sourceLanguage, targetLanguage } = this.context;
    const to = from + rowsAtATime;
    const rows = wordRows(sentence, evidence, { from, to }, [sourceLanguage, targetLanguage]);
    body.append(...rows.map((row) => toNode(row, document)));
    if (to >= sentence.targetTokens.length) return;
    requestIdleCallback(() => {
      if (body.isConnected) this.fillTable(body, to);
    });
  }
}

/** The style sheet gives the canvas the colours of the theme, or the system's where those are forced; a canvas needs them resolved. */
function readPalette(canvas: HTMLCanvasElement): MatrixPalette {
  const { backgroundColor, color, caretColor, outlineColor } = getComputedStyle(canvas);
  const [background, foreground, weight, focus] = opaqueColours([backgroundColor, color, caretColor, outlineColor]);
  const isContrasty = document.body.matches('.vscode-high-contrast, .vscode-high-contrast-light') || matchMedia('(forced-colors: active)').matches;
  return matrixPalette({ background: background!, foreground: foreground!, weight: weight!, focus: focus!, isContrasty });
}
