/** How the page looks now, for a picture that will be looked at elsewhere. */
import { mix } from './colour';
import type { Palette, PictureOptions } from './svg';

/** Colours and font of the present theme, resolved; black on white where the theme has none. */
export function pictureStyle(page: HTMLElement): Pick<PictureOptions, 'palette' | 'fontFamily' | 'fontSize' | 'measure'> {
  const { fontFamily, fontSize } = getComputedStyle(page);
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const size = Number.parseFloat(fontSize) || 13;
  if (context) context.font = `${size}px ${fontFamily}`;
  const measure = (text: string): number => context?.measureText(text).width ?? text.length * size;
  return { palette: paletteOf(page, context), fontFamily, fontSize: size, measure };
}

function paletteOf(page: HTMLElement, context: CanvasRenderingContext2D | null): Palette {
  const style = getComputedStyle(page);
  const resolve = (name: string, over: string, instead: string): string => {
    const value = style.getPropertyValue(`--vscode-${name}`).trim();
    return value === '' || !context ? instead : painted(context, over, value);
  };
  const background = resolve('editor-background', '#ffffff', '#ffffff');
  const foreground = resolve('foreground', background, '#000000');
  return {
    background,
    foreground,
    quiet: resolve('descriptionForeground', background, mix(background, foreground, 0.7)),
    weight: resolve('charts-blue', background, '#1a85ff'),
  };
}

/** Any colours of CSS, each as it is seen over the first. */
export function opaqueColours(colours: readonly string[]): string[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const [background = ''] = colours;
  return colours.map((colour) => (context ? painted(context, background, colour) : '#808080'));
}

/** Whatever CSS can say of a colour, see-through ones included, comes out as what is seen over `over`. */
function painted(context: CanvasRenderingContext2D, over: string, colour: string): string {
  context.fillStyle = over;
  context.fillRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
