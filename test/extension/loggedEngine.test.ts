import { expect, test } from 'vitest';
import { nodeEngineHost } from '../../engine/platform/node';
import { LoggedEngine } from '../../extension/loggedEngine';
import { bundleEngine } from '../engine/bundles';
import { tinyPack } from '../engine/support';

const text = 'Open the secret file.';

test('a request that fails is logged by its code and its size, without its text', async () => {
  const lines: string[] = [];
  const host = nodeEngineHost({ distDir: '/nowhere', log: () => undefined });
  const engine = new LoggedEngine(host, { write: (level, message) => void lines.push(`${level} ${message}`) });
  await expect(engine.translate({ pack: '/nowhere', texts: [text, text] })).rejects.toMatchObject({ code: 'worker-crashed' });
  engine.dispose();
  expect(lines).toEqual([expect.stringMatching(/^debug translate: 2 texts, worker-crashed after \d+ ms$/u)]);
});

test('so is one that is answered', async () => {
  const bundles = await bundleEngine();
  const lines: string[] = [];
  const host = nodeEngineHost({ distDir: bundles.dist, log: () => undefined });
  const engine = new LoggedEngine(host, { write: (level, message) => void lines.push(`${level} ${message}`) });
  try {
    expect(await engine.translate({ pack: tinyPack, texts: [text] })).toHaveLength(1);
  } finally {
    engine.dispose();
    await bundles.remove();
  }
  expect(lines).toEqual([expect.stringMatching(/^debug translate: 1 text, answered after \d+ ms$/u)]);
});
