/** A picture as pixels; the browser draws it as it would draw an image of the page, where no script of its runs. */
import type { Picture } from './svg';

/** Pixels of the file per pixel of the picture: sharp on dense screens and in print. */
const density = 2;

/** Canvases beyond these fail silently in some browsers. */
const longestSide = 16_384;
const mostPixels = 64_000_000;

/** Smaller than `density` where the picture would grow out of bounds. */
export function pixelScale({ width, height }: Pick<Picture, 'width' | 'height'>): number {
  return Math.min(density, longestSide / width, longestSide / height, Math.sqrt(mostPixels / (width * height)));
}

/** The file's bytes. Rejects with an `Error` when the browser cannot draw the picture. */
export async function toPng(picture: Picture): Promise<Uint8Array> {
  const scale = pixelScale(picture);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(picture.width * scale);
  canvas.height = Math.floor(picture.height * scale);
  const address = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = await load(address);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  } finally {
    URL.revokeObjectURL(address);
  }
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!file) throw new Error('the picture is too large for this browser');
  return new Uint8Array(await file.arrayBuffer());
}

function load(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture could not be read'));
    image.src = address;
  });
}
