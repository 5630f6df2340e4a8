/**
 * Runs a command where there is no network: `node scripts/lib/noNetwork.mjs PROGRAM ARGS…`, in a network namespace of its
 * own (see `withoutNetwork`). Proves first that nothing but the loopback interface is there, and afterwards that all it
 * started was in there, too.
 */
import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { readFile, readdir, readlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { clearInterval, setInterval } from 'node:timers';
import { runOrThrow } from './run.mjs';

/** An address of documentation (RFC 5737) and one of the IPv6 kind (RFC 3849): no machine has them. */
const elsewhere = ['192.0.2.1', '2001:db8::1'];
/** What the tests cannot do without: each must have been seen in here. */
const parts = { browser: /chrom/iu, server: /server-main\.js/u, 'extension host': /--type=extensionHost/u };

/** @throws when an interface other than loopback is there, or another machine can be reached or named */
async function proveNoNetwork() {
  const devices = (await readFile('/proc/net/dev', 'utf8')).split('\n').slice(2).map((line) => line.split(':')[0]?.trim()).filter(Boolean);
  const interfaces = Object.keys(networkInterfaces());
  if (devices.join() !== 'lo' || interfaces.join() !== 'lo') throw new Error(`There are other interfaces than loopback: ${devices.join(', ')}; ${interfaces.join(', ')}`);
  for (const host of elsewhere) {
    const outcome = await connectionTo(host);
    if (outcome !== 'ENETUNREACH') throw new Error(`A connection to ${host} should find no network, but: ${outcome}`);
  }
  const named = await lookup('example.org').then(({ address }) => address, () => undefined);
  if (named !== undefined) throw new Error(`A name server answers: example.org is ${named}`);
}

/** @param {string} host @returns {Promise<string>} the code of the error, or that there was none */
function connectionTo(host) {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: 5000 });
    socket.on('connect', () => resolve('connected'));
    socket.on('timeout', () => resolve('no answer'));
    socket.on('error', (/** @type {NodeJS.ErrnoException} */ { code = 'unknown' }) => resolve(code));
    socket.on('close', () => socket.destroy());
  });
}

/** @param {number} pid @returns {Promise<{ command: string, parent: number, namespace: string } | undefined>} undefined when it has ended */
async function processOf(pid) {
  try {
    const [command, status, namespace] = await Promise.all([
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile(`/proc/${pid}/status`, 'utf8'),
      readlink(`/proc/${pid}/ns/net`),
    ]);
    return { command: command.replaceAll('\0', ' '), parent: Number(/^PPid:\s+(\d+)/mu.exec(status)?.[1]), namespace };
  } catch {
    return undefined;
  }
}

/** Looks at the descendants of this process as long as they run. */
class Watch {
  /** @type {Set<string>} */
  seen = new Set();
  /** Commands in another namespace. @type {Set<string>} */
  outside = new Set();

  async look() {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(Number);
    const processes = new Map(await Promise.all(pids.map(async (pid) => /** @type {const} */ ([pid, await processOf(pid)]))));
    const own = processes.get(process.pid)?.namespace;
    for (const [pid, found] of processes) {
      if (!found || pid === process.pid || !isDescendant(pid, processes)) continue;
      for (const [part, pattern] of Object.entries(parts)) if (pattern.test(found.command)) this.seen.add(part);
      if (found.namespace !== own) this.outside.add(found.command);
    }
  }
}

/** @param {number} pid @param {ReadonlyMap<number, { parent: number } | undefined>} processes */
function isDescendant(pid, processes) {
  for (let one = pid; one > 1; one = processes.get(one)?.parent ?? 0) if (one === process.pid) return true;
  return false;
}

await runOrThrow('ip', ['link', 'set', 'lo', 'up']);
await proveNoNetwork();
console.log('No network: the loopback interface is the only one, and no other machine can be reached or named.');
const [program = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: 'inherit' });
const ended = new Promise((resolve) => {
  child.on('exit', (code) => resolve(code ?? 1));
  child.on('error', () => resolve(1));
});
const watch = new Watch();
const timer = setInterval(() => void watch.look(), 2000);
process.exitCode = Number(await ended);
clearInterval(timer);
await proveNoNetwork();
if (watch.outside.size > 0) throw new Error(`Outside the namespace ran: ${[...watch.outside].join('; ')}`);
const missing = Object.keys(parts).filter((part) => !watch.seen.has(part));
if (missing.length > 0) throw new Error(`Never seen without network: ${missing.join(', ')}`);
console.log(`Without network ran: ${[...watch.seen].join(', ')}.`);
