/** The language of a tag without script and region: `zh` of `zh-Hant-TW`. */
export function primaryLanguage(tag: string): string {
  return (tag.split(/[-_]/u)[0] ?? tag).toLowerCase();
}
