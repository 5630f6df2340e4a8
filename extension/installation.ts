import type { SettingSchema } from './versionsReport';

/** This installation of the extension, and where it runs. */
export interface Installation {
  /** What the report needs of package.json, which the editor has checked. */
  readonly manifest: {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
    readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, SettingSchema>> } };
  };
  /** The machine and the kind of host, in words: from the entry, which knows where it runs. */
  readonly platform: string;
}
