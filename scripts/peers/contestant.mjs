import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../lib/paths.mjs';

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {number} beamSize
 * @property {readonly string[]} command program and arguments
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [sample] of the file, every how many-th text it translates; 1 where it is fast enough for all
 * @property {boolean} [hoverOnly] too slow for the file and the strings
 * @property {boolean} [cancels]
 */

/** A contestant's process, asked one thing at a time. */
export class ContestantProcess {
  /** @param {Contestant} contestant */
  constructor({ name, command, env = {} }) {
    this.name = name;
    const [program = '', ...args] = command;
    this.child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** @returns {Promise<any>} the next line's value @throws what the process says went wrong */
  async next() {
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`${this.name} ended early`);
    const answer = JSON.parse(value);
    if (answer.error !== undefined) throw new Error(`${this.name}: ${answer.error}`);
    return answer;
  }

  /** @param {object} request @returns {Promise<any>} */
  async ask(request) {
    this.child.stdin.write(`${JSON.stringify(request)}\n`);
    return this.next();
  }

  /** @returns {Promise<void>} when the process is gone */
  async end() {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    await gone;
  }
}
