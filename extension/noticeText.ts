/** A text as a notification shows it. Pure. */

/** Longer ones are shown to here, in UTF-16 code units. */
const longestNotice = 300;

export interface NoticeText {
  readonly text: string;
  /** Whether there is more than that. */
  readonly cut: boolean;
}

export function noticeText(whole: string): NoticeText {
  const cut = whole.length > longestNotice;
  // A character must not be cut in two.
  const text = cut ? `${whole.slice(0, longestNotice).replace(/[\ud800-\udbff]$/u, '').trimEnd()}…` : whole;
  // The editor makes links work, those that run commands too: a program's output must not bring any.
  return { text: text.replaceAll('](', '] ('), cut };
}
