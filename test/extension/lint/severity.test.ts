import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modelRules, ruleIds, type Finding } from '../../../engine/lint';
import { phrase } from '../../../engine/protocol/phrase';
import { defaultLevels, readRules, rulesOn, severityOf } from '../../../extension/lint/severity';
import { root } from '../../../scripts/lib/paths.mjs';

const finding = (rule: Finding['rule'], severity: Finding['severity'] = 'warning'): Finding => ({ rule, severity, message: phrase('') });

test('what the model finds is information unless the settings say otherwise', () => {
  for (const rule of modelRules) {
    expect(severityOf(finding(rule), {})).toBe('information');
    expect(severityOf(finding(rule, 'information'), { [rule]: 'warning' })).toBe('warning');
  }
});

test('other rules are as loud as they say themselves, or as the settings say', () => {
  expect(severityOf(finding('code-spans', 'information'), {})).toBe('information');
  expect(severityOf(finding('numbers'), {})).toBe('warning');
  expect(severityOf(finding('numbers'), { numbers: 'information' })).toBe('information');
});

test('rules that are off', () => {
  const on = rulesOn({ numbers: 'off', tags: 'information' });
  expect([...on]).toEqual(ruleIds.filter((id) => id !== 'numbers'));
});

test('what the setting should not hold is left out', () => {
  expect(readRules({ numbers: 'off', tags: 'loud', nonsense: 'off', omission: 3 })).toEqual({ numbers: 'off' });
});

test('the manifest describes every rule, with its default', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes: { configuration: { properties: Record<string, { properties?: Record<string, { default: string }> }> } };
  };
  const declared = manifest.contributes.configuration.properties['alignlens.lint.rules']?.properties ?? {};
  expect(Object.fromEntries(Object.entries(declared).map(([id, { default: level }]) => [id, level]))).toEqual(
    Object.fromEntries(ruleIds.map((id) => [id, defaultLevels[id] ?? 'warning'])),
  );
});
