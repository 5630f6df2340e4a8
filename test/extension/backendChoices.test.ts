import { beforeEach, expect, test } from 'vitest';
import type { BackendSetting, ChosenBackend } from '../../engine/protocol/backend';
import { BackendChoices } from '../../extension/backendChoices';

let setting: BackendSetting;
let stored: Map<string, unknown>;
function start(): BackendChoices {
  return new BackendChoices(
    {
      get: (key: string) => stored.get(key) as never,
      update: (key: string, value: unknown) => Promise.resolve(void stored.set(key, JSON.parse(JSON.stringify(value)))),
    },
    () => setting,
  );
}
beforeEach(() => {
  setting = 'auto';
  stored = new Map();
});

const choice = (fingerprint: string, measured: ChosenBackend['measured'] = { adapter: 'card', webgpuFrom: 4 }): ChosenBackend => ({
  pack: `pack of ${fingerprint}`,
  fingerprint,
  state: `state of ${fingerprint}`,
  measured,
});

test('timings outlive the window, for the pack that was timed', () => {
  start().chosen(choice('a'));
  expect(start().wanted('a')).toEqual({ setting: 'auto', measured: { adapter: 'card', webgpuFrom: 4 } });
  expect(start().wanted('b')).toEqual({ setting: 'auto', measured: null });
  expect(start().wanted('constructor').measured).toBeNull();
});

test('what was not timed is not remembered, but known for the report', () => {
  const choices = start();
  choices.chosen(choice('a', null));
  expect(stored.size).toBe(0);
  expect(choices.stateOf('pack of a')).toBe('state of a');
  expect(choices.stateOf('pack of b')).toBeUndefined();
});

test('what another version remembered is not taken', () => {
  stored.set('measuredBackends', { a: { adapter: 'card', fastest: 'webgpu' } });
  expect(start().wanted('a').measured).toBeNull();
  start().chosen(choice('a'));
  expect(start().wanted('a').measured).not.toBeNull();
});

test('the setting counts as it is now', () => {
  const choices = start();
  setting = 'webgpu';
  expect(choices.wanted('a').setting).toBe('webgpu');
});

test('of many packs, the newest are kept', () => {
  const choices = start();
  for (let i = 0; i < 30; i++) choices.chosen(choice(`pack ${i}`));
  choices.chosen(choice('pack 12', { adapter: 'card', webgpuFrom: null }));
  expect(choices.wanted('pack 9').measured).toBeNull();
  expect(choices.wanted('pack 10').measured).not.toBeNull();
  expect(choices.wanted('pack 12').measured).toEqual({ adapter: 'card', webgpuFrom: null });
});
