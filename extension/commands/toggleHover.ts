import { switchHover } from '../hoverSwitch';

/** Switches translation on hover on or off where the user is. */
export function toggleHover(): () => Promise<void> {
  return () => switchHover('inFront');
}
