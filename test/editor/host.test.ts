/** Runs the suite of the extension host in VS Code for the Web; `npm run test:desktop` runs it on the desktop. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleHostSuite } from '../../scripts/lib/hostSuite.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { createSampleFolder } from './sampleFolder';
import { Workbench } from './workbench';

test('the main job works through the interface of the editor', async () => {
  const staged = join(root, 'test-results/staged-host-suite');
  const folder = join(root, 'test-results/sample-folder-host-suite');
  await stageExtension(staged);
  await createSampleFolder(folder);
  const suite = join(staged, 'hostSuite.js');
  await bundleHostSuite(suite, 'browser');
  const { exitCode, lines } = await Workbench.runSuite(staged, folder, suite);
  expect(exitCode, lines.join('\n')).toBe(0);
  expect(lines.join('\n')).toContain('11 passed, 0 failed');
});
