import { switchHover } from '../hoverSwitch';

/** Switches translation on hover on or off in the folder of the file in front. */
export function toggleHoverInFolder(): () => Promise<void> {
  return () => switchHover('folder');
}
