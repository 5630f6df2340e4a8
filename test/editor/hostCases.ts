/** What suites inside an extension host share. */

export interface Case {
  readonly name: string;
  run(): Promise<void>;
}

const deadline = 60_000;

/** Runs all cases; throws, with every failure named, when any failed. */
export async function runCases(cases: readonly Case[]): Promise<void> {
  const failures: string[] = [];
  for (const tested of cases) {
    try {
      await tested.run();
      console.log(`ok: ${tested.name}`);
    } catch (error) {
      failures.push(tested.name);
      console.log(`FAILED: ${tested.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  console.log(`${cases.length - failures.length} passed, ${failures.length} failed`);
  if (failures.length > 0) throw new Error(`failed: ${failures.join('; ')}`);
}

export async function until(condition: () => Promise<boolean> | boolean, failure: string): Promise<void> {
  const end = Date.now() + deadline;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(failure);
    await pause(200);
  }
}

export function check(condition: boolean, failure: string): void {
  if (!condition) throw new Error(failure);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** What `runSuite` reads as the wish for a screenshot. */
export const screenshotMark = 'screenshot: ';

/** Saves the window, as it is in a moment, under this name. */
export async function screenshot(name: string): Promise<void> {
  await pause(1500);
  console.log(`${screenshotMark}${name}`);
  await pause(1500);
}
