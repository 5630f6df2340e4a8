/** The formats of files whose texts are translated, by the file's name. */
export type FileFormat = 'markdown' | 'po' | 'json' | 'arb' | 'properties' | 'xliff';

const extensions: Readonly<Record<string, FileFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  po: 'po',
  pot: 'po',
  json: 'json',
  jsonc: 'json',
  arb: 'arb',
  properties: 'properties',
  xlf: 'xliff',
  xliff: 'xliff',
};

/** For messages: which files can be translated. */
export const knownExtensions = '.md, .po, .pot, .json, .arb, .properties, .xlf and .xliff';

/** Undefined for a file of another kind. */
export function fileFormatOf(path: string): FileFormat | undefined {
  const extension = /\.([A-Za-z]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}

/** Whether a file of the format holds the translations beside the texts, so that no second file is needed. */
export function holdsBoth(format: FileFormat): boolean {
  return format === 'po' || format === 'xliff';
}
