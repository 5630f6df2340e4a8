/**
 * The document of "AlignLens: Report", for whoever is asked to explain what went wrong. It is in English whatever the
 * editor's language, as it is read by others; and nothing in it is text of the user's.
 */

export interface ReportedPack {
  /** Undefined where the manifest cannot be read. */
  readonly id: string | undefined;
  readonly version: string | undefined;
  /** SHA-256 of the manifest. */
  readonly hash: string | undefined;
  readonly origin: 'ships with AlignLens' | 'own folder';
  /** What its decoder runs on and why; undefined where it never ran. */
  readonly decodes: string | undefined;
  /** How long the fixed sentence took, or the code of what went wrong. */
  readonly timing: { readonly first: number; readonly again: number } | string;
}

export interface ReportedSetting {
  readonly name: string;
  readonly level: 'user' | 'workspace' | 'folder' | 'languages';
  readonly value: string;
}

export interface VersionsReport {
  /** What runs and where: name → value. */
  readonly versions: Readonly<Record<string, string>>;
  readonly packs: readonly ReportedPack[];
  readonly settings: readonly ReportedSetting[];
  /** The fixed sentence that was timed. */
  readonly sentence: string;
}

export function renderReport({ versions, packs, settings, sentence }: VersionsReport): string {
  const parts = [
    '# AlignLens report',
    'Nothing in this report is text of yours: read it, then copy it to where you were asked for it.',
    '## Versions',
    table(['', ''], Object.entries(versions)),
    '## Packs',
    table(
      ['Pack', 'From', 'SHA-256 of the manifest', 'Decodes with', 'First', 'Again'],
      packs.map(({ id, version, hash, origin, decodes, timing }) => [
        id === undefined ? 'unreadable' : `${id} ${version ?? ''}`,
        origin,
        hash ?? '',
        decodes ?? '',
        ...(typeof timing === 'string' ? [timing, ''] : [`${timing.first} ms`, `${timing.again} ms`]),
      ]),
    ),
    `Timed just now on “${sentence}”: the first time with loading the pack where it was not loaded yet, then again.`,
    '## Settings that differ from their defaults',
    settings.length === 0
      ? 'None.'
      : table(['Setting', 'Set for', 'Value'], settings.map(({ name, level, value }) => [`\`${name}\``, level, value])),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What of package.json says what values a setting may have. */
export interface SettingSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
}

/**
 * A value without anything that the user wrote: numbers, switches, choices of the schema and codes of languages as they are;
 * of paths, terms and other free text only that, and how often, there is something.
 */
export function describeValue(value: unknown, schema: SettingSchema): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const isChoice = schema.enum?.includes(value) ?? false;
    const isLanguage = schema.default === 'auto' && /^(?:auto|[a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/u.test(value);
    return isChoice || isLanguage ? value : 'a text';
  }
  if (Array.isArray(value)) return value.length === 1 ? '1 entry' : `${value.length} entries`;
  if (typeof value !== 'object') return 'something';
  const entries = Object.entries(value);
  const known = entries.flatMap(([name, part]) => {
    const partSchema = schema.properties?.[name];
    return partSchema ? [`${name}: ${describeValue(part, partSchema)}`] : [];
  });
  const others = entries.length - known.length;
  return [...known, ...(others > 0 ? [`${others} more`] : [])].join(', ') || 'empty';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/gu, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
