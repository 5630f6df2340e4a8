import { expect, test } from 'vitest';
import { TaskQueue } from '../../engine/taskQueue';

test('tasks run one after another and a failed one does not stop the next', async () => {
  const queue = new TaskQueue();
  const events: string[] = [];
  const task = (name: string, fails = false) => async (): Promise<string> => {
    events.push(`${name} starts`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    events.push(`${name} ends`);
    if (fails) throw new Error(name);
    return name;
  };
  const [a, b, c] = [queue.run(task('a')), queue.run(task('b', true)), queue.run(task('c'))];
  await expect(b).rejects.toThrow('b');
  await expect(Promise.all([a, c])).resolves.toEqual(['a', 'c']);
  expect(events).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
});

/** Tasks that tell when they start and end, and complain when two run at once. */
function recorder() {
  const events: string[] = [];
  let running = 0;
  const part = async (name: string): Promise<void> => {
    running += 1;
    expect(running, name).toBe(1);
    events.push(name);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
  };
  return { events, part };
}

test('interactive tasks run before background ones that came earlier', async () => {
  const { events, part } = recorder();
  const queue = new TaskQueue();
  await Promise.all([
    queue.run(() => part('first'), 'background'),
    queue.run(() => part('background'), 'background'),
    queue.run(() => part('interactive')),
  ]);
  expect(events).toEqual(['first', 'interactive', 'background']);
});

test('a background task lets interactive ones pass where it says so, and nobody else', async () => {
  const { events, part } = recorder();
  const queue = new TaskQueue();
  const long = queue.run(async (letPass) => {
    for (const name of ['a1', 'a2', 'a3']) {
      await part(name);
      await letPass();
    }
    return 'a';
  }, 'background');
  const other = queue.run(() => part('b'), 'background');
  const passing = queue.run(async (letPass) => {
    await part('i1');
    // What is interactive itself waits for nobody.
    await letPass();
    await part('i2');
  });
  const failing = queue.run(async () => {
    await part('i3');
    throw new Error('i3');
  });
  await expect(failing).rejects.toThrow('i3');
  await Promise.all([other, passing]);
  await expect(long).resolves.toBe('a');
  expect(events).toEqual(['a1', 'i1', 'i2', 'i3', 'a2', 'a3', 'b']);
});
