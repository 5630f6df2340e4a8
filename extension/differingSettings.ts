import * as vscode from 'vscode';
import { describeValue, type ReportedSetting, type SettingSchema } from './versionsReport';

/** The settings that are set to something else than their default, at each level. */
export function differingSettings(schemas: Readonly<Record<string, SettingSchema>>): ReportedSetting[] {
  const scope = vscode.workspace.workspaceFolders?.[0]?.uri;
  const configuration = vscode.workspace.getConfiguration(undefined, scope);
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const set = configuration.inspect<unknown>(name);
    if (!set) return [];
    const levels = [
      ['user', set.globalValue],
      ['workspace', set.workspaceValue],
      ['folder', set.workspaceFolderValue],
    ] as const;
    const direct = levels
      .filter(([, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(schema.default))
      .map(([level, value]) => ({ name, level, value: describeValue(value, schema) }));
    const languages = set.languageIds?.length ?? 0;
    return languages === 0 ? direct : [...direct, { name, level: 'languages' as const, value: `differs in ${languages}` }];
  });
}
