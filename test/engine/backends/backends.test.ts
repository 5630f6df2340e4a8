import { beforeEach, expect, test } from 'vitest';
import { Engine } from '../../../engine/engine';
import { runScript } from '../../../engine/platform/node';
import type { BackendSetting, ChosenBackend } from '../../../engine/protocol/backend';
import { runtimeLocation } from '../../../engine/protocol/workerProtocol';
import { OrtGraph } from '../../../engine/session/ortBackend';
import { graphSignatures } from '../../../engine/session/signatures';
import { readPackFile, tinyPack } from '../support';

let setting: BackendSetting;
let asked: number;
let chosen: ChosenBackend[];
let warnings: string[];
let runtimeFiles: string[];
let engine: Engine;
beforeEach(() => {
  setting = 'auto';
  asked = 0;
  chosen = [];
  warnings = [];
  runtimeFiles = [];
  engine = new Engine({
    readFile: (location, file) => {
      if (location === runtimeLocation) runtimeFiles.push(file);
      return readPackFile(location, file);
    },
    runScript,
    log: (level, message) => {
      if (level === 'warn') warnings.push(message);
    },
    backends: {
      wanted: () => {
        asked++;
        return Promise.resolve({ setting, measured: null });
      },
      chosen: (choice) => {
        chosen.push(choice);
      },
      whenIdle: () => {
        throw new Error('there is nothing to do');
      },
    },
  });
});

const request = { pack: tinyPack, texts: ['Open the file.'] };

test.each<[BackendSetting, number]>([
  ['auto', 0],
  ['webgpu', 1],
])('in Node, %s means WebAssembly, and is asked for once', async (wanted, warned) => {
  setting = wanted;
  await engine.translate(request);
  await engine.translate(request);
  const { fingerprint } = await engine.loadPack(tinyPack);
  expect(chosen).toEqual([{ pack: tinyPack, fingerprint, state: 'WebAssembly: the extension host has no WebGPU', measured: null }]);
  expect(warnings).toHaveLength(warned);
  expect(asked).toBe(1);
  expect(runtimeFiles).toEqual(['ort-wasm-simd-threaded.wasm']);
});

test('a translation whose other decoder fails is made again without it, with one warning', async () => {
  const [expected] = await engine.translate(request);
  const pack = await engine.loadPack(tinyPack);
  // What was released fails at its next step, as a lost device does.
  const graph = await OrtGraph.load(await readPackFile(tinyPack, 'decoder.onnx'), 'decoder.onnx', graphSignatures(pack.manifest).decoder);
  await graph.release();
  pack.session.other = { graph, fromSentences: 1 };
  const texts = ['Close the file.', 'Open the file.'];
  const translations = await engine.translate({ ...request, texts });
  expect(translations[1]).toEqual(expected);
  expect(pack.session.other).toBeUndefined();
  expect(warnings).toEqual([expect.stringContaining('WebAssembly: WebGPU failed: ')]);
  expect(chosen.at(-1)!.state).toMatch(/^WebAssembly: WebGPU failed: /u);
});
