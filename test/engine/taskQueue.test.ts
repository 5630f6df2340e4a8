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
