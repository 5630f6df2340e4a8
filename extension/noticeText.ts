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
  return { text, cut };
}

/**
 * The text as notifications and input boxes can show it. They make a link of `[label](address)`, one that runs a command too:
 * names of files, program output and other texts must not bring any.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
