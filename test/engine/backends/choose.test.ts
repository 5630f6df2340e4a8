import { expect, test } from 'vitest';
import type { Adapter } from '../../../engine/backends/adapter';
import { chooseBackend, fasterFrom, type Choice } from '../../../engine/backends/choose';
import type { WantedBackend } from '../../../engine/protocol/backend';

const card: Adapter = { description: 'vendor model', key: 'vendor model, browser 1', software: false };
const software: Adapter = { ...card, software: true };
const missing: Adapter = { missing: 'there is none' };
const timed = (webgpuFrom: number | null, adapter = card.key): WantedBackend['measured'] => ({ adapter, webgpuFrom });

test.each<[WantedBackend, Adapter | undefined, Omit<Choice, 'reason'>, string]>([
  [{ setting: 'wasm', measured: timed(1) }, undefined, { webgpuFrom: null }, '"wasm"'],
  [{ setting: 'webgpu', measured: timed(null) }, card, { webgpuFrom: 1, eager: true }, 'vendor model'],
  [{ setting: 'webgpu', measured: null }, software, { webgpuFrom: 1, eager: true }, '"webgpu"'],
  [{ setting: 'webgpu', measured: null }, missing, { webgpuFrom: null, refused: true }, 'there is none'],
  [{ setting: 'auto', measured: null }, missing, { webgpuFrom: null }, 'there is none'],
  [{ setting: 'auto', measured: timed(1) }, software, { webgpuFrom: null }, 'software'],
  [{ setting: 'auto', measured: null }, card, { webgpuFrom: null, measure: true }, 'until'],
  [{ setting: 'auto', measured: timed(1, 'vendor model, browser 2') }, card, { webgpuFrom: null, measure: true }, 'until'],
  [{ setting: 'auto', measured: timed(16) }, card, { webgpuFrom: 16 }, 'to be faster'],
  [{ setting: 'auto', measured: timed(null) }, card, { webgpuFrom: null }, 'not faster'],
])('%j with %j', (wanted, adapter, expected, why) => {
  const { reason, ...choice } = chooseBackend(wanted, adapter);
  expect(choice).toEqual(expected);
  expect(reason).toContain(why);
});

test.each<[string, readonly [number, number][], number | null]>([
  ['slower everywhere', [[1, 6], [3, 7], [12, 12]], null],
  ['faster everywhere', [[2, 1], [4, 2], [12, 3]], 1],
  ['faster for batches', [[1, 6], [10, 7], [40, 9]], 4],
  ['faster by less than runs scatter', [[10, 9], [10, 9], [10, 9]], null],
  ['faster for small batches only, which makes no sense', [[9, 1], [9, 10], [9, 10]], null],
  ['stopped after the first', [[1, 500]], null],
])('%s', (_, times, from) => {
  const batches = [1, 4, 16];
  expect(fasterFrom(times.map(([wasm, webgpu], i) => ({ sentences: batches[i]!, wasm, webgpu })))).toBe(from);
});
