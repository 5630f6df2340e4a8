import { switchHover } from '../hoverSwitch';

/** Switches translation on hover on or off for the language of the file in front. */
export function toggleHoverForLanguage(): () => Promise<void> {
  return () => switchHover('language');
}
