/** Where a test run's time went, read from the reports that the runners write. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { root } from './paths.mjs';

/** @typedef {{ name: string, seconds: number }} TestTime */

/** @param {string} file of Vitest's JSON reporter @returns {Promise<TestTime[]>} a time for each case; none for a report that is missing */
export async function slowestOfVitest(file) {
  if (!existsSync(file)) return [];
  /** @type {{ testResults: { name: string, assertionResults: { fullName: string, duration?: number | null }[] }[] }} */
  const { testResults } = JSON.parse(await readFile(file, 'utf8'));
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ name: `${relative(root, name)}: ${fullName}`, seconds: (duration ?? 0) / 1000 })),
  );
}

/** @param {string} file in the format of JUnit @returns {Promise<TestTime[]>} a time for each case; none for a report that is missing */
export async function slowestOfPytest(file) {
  if (!existsSync(file)) return [];
  const cases = (await readFile(file, 'utf8')).matchAll(/<testcase classname="([^"]*)" name="([^"]*)" time="([^"]*)"/gu);
  return [...cases].map(([, suite = '', name = '', time]) => ({ name: `${suite.replaceAll('.', '/')}.py: ${name}`, seconds: Number(time) }));
}
