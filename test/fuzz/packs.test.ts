/**
 * Damaged packs and models in real workers: each is used or refused with a message that helps, in time, and the next request is
 * answered as if nothing had been.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineClient } from '../../engine/client';
import { nodeEngineHost } from '../../engine/platform/node';
import { AlignLensError } from '../../engine/protocol/errors';
import { bundleEngine, type Bundles } from '../engine/bundles';
import { tinyPack } from '../engine/support';
import { bases, damagedFile, filesOf, recipe, type Recipe } from './hostilePacks';
import { deadline, report, runs, seed, Stopwatch } from './settings';

const few = 120;
/** Inputs of one client, whose worker keeps what it has loaded. */
const inputsOfOne = 250;
/** Words, a long one, code, and what slow patterns are slow at. */
const text = `Open the file a.b \`x\` 20. ${'a'.repeat(40)}b!`;
const code = `def close(file):\n  file.close()\n  return ${'a'.repeat(40)} + 20\n`;

const options = { beamSize: 1 };

let bundles: Bundles;
let client: EngineClient;
const reads: string[] = [];
let present: { readonly location: string; readonly files: ReadonlyMap<string, Uint8Array> } | undefined;

beforeAll(async () => {
  bundles = await bundleEngine();
  client = newClient();
  await answersAsEver();
});
afterAll(async () => {
  client.dispose();
  await bundles.remove();
});

function newClient(): EngineClient {
  const host = nodeEngineHost({ distDir: bundles.dist, log: () => undefined });
  return new EngineClient({
    ...host,
    parallelism: 1,
    readFile: async (location, file) => {
      if (location !== present?.location) return host.readFile(location, file);
      reads.push(file);
      const content = present.files.get(file);
      if (!content) throw new Error(`ENOENT: ${file}`);
      return content;
    },
  });
}

/** Undefined where the pack was used. */
async function refusalOf({ base }: Recipe, pack: string): Promise<unknown> {
  const used = bases[base].task === 'translate' ? client.translate({ pack, texts: [text], options }) : client.summarize({ pack, texts: [code], languageId: 'python', options });
  return used.then(() => undefined, (error: unknown) => error);
}

/** What a refusal must say: which file of which folder, and what to do. */
function expectHelp(refusal: unknown, location: string): asserts refusal is AlignLensError {
  expect(refusal).toBeInstanceOf(AlignLensError);
  const { code: errorCode, message, detail } = refusal as AlignLensError;
  expect(['pack-missing', 'pack-damaged', 'pack-incompatible', 'worker-crashed', 'out-of-memory'], `${message}\n${detail}`).toContain(errorCode);
  expect(message).toContain(location);
  expect(message).toMatch(/manifest\.json|config\.json|tokenizer\.json|lexicon\.bin|words\.txt|\.onnx|No file of the model|manifest schema/u);
  expect(message).toMatch(/\b(?:Copy|Install|Build|Export|Update|Put|Remove|get) |AlignLens runs/u);
  expect(message.length).toBeLessThan(1500);
}

async function usesOrRefuses(made: Recipe, location: string): Promise<void> {
  present = { location, files: filesOf(made) };
  reads.length = 0;
  const stopwatch = new Stopwatch();
  const refusal = await refusalOf(made, location);
  const taken = stopwatch.read();
  const result = refusal === undefined ? 'accepted' : (refusal as AlignLensError).code;
  report({ group: 'packs', kind: `${damagedFile(made).replace(/^.*\//u, '').replace(/^(?:source|target)\./u, '')} (${made.base})`, result, ...taken });
  if (refusal !== undefined) expectHelp(refusal, location);
  for (const file of reads) expect(file).toMatch(/^(?:onnx\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/u);
  expect(taken.processor).toBeLessThan(deadline);
  if (result === 'worker-crashed' || result === 'out-of-memory' || made.seed % 20 === 0) await answersAsEver();
}

async function answersAsEver(): Promise<void> {
  const [translation] = await client.translate({ pack: tinyPack, texts: ['Open the file.'] });
  expect(translation!.sentences).toHaveLength(1);
}

describe('damaged packs', () => {
  test(
    'are used, or refused with the file and what to do',
    async () => {
      let count = 0;
      const failures: string[] = [];
      const property = fc.asyncProperty(recipe, async (made) => {
        if (++count % inputsOfOne === 0) {
          client.dispose();
          client = newClient();
          await answersAsEver();
        }
        // A name that says its languages, so that models need not. All inputs are tried: there is nothing smaller than a seed.
        await usesOrRefuses(made, `/downloads/${count}/opus-mt-en-zh`).catch((error: unknown) => failures.push(`${JSON.stringify(made)}: ${String(error)}`));
      });
      await fc.assert(property, { numRuns: runs(few, 1), seed });
      expect(failures).toEqual([]);
    },
    4 * 3_600_000,
  );
});
