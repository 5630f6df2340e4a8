import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program with its output shown.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: number | 'inherit' }} [options]
 *   `output` is an open file that takes what the program prints, if it is not to be shown
 * @returns {Promise<number>} the exit code; a program that cannot be started or was killed counts as 1
 */
export function run(program, args, options = {}) {
  const { cwd = root, env = process.env, output = 'inherit' } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['inherit', output, output], shell: process.platform === 'win32' });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program that the rest depends on.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function runOrThrow(program, args, options) {
  const code = await run(program, args, options);
  if (code !== 0) throw new Error(`"${[program, ...args].join(' ')}" failed with exit code ${code}; its output above says why.`);
}
