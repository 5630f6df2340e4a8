/**
 * Takes the place of the extension's entry in a staged copy, in the Node extension host: the extension runs as ever, and a
 * test gets into its process. `remoteHost.ts` is the other end.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext, runInThisContext } from 'node:vm';
import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Inside, Reply, RequestBody } from './remoteHost';

interface Extension {
  activate(context: vscode.ExtensionContext): unknown;
}

const dist = __dirname;
const workers = new Set<Worker>();
let storage = '';

watchWorkers();
recordErrors();
const load = createRequire(__filename);
const extension = load(join(dist, 'extension.own.js')) as Extension;

export function activate(context: vscode.ExtensionContext): unknown {
  storage = context.globalStorageUri.fsPath;
  listen();
  return extension.activate(context);
}

/** The threads of this process that the extension starts: by their own class, which it finds under the same name. */
function watchWorkers(): void {
  const threads = createRequire(__filename)('node:worker_threads') as { Worker: typeof Worker };
  threads.Worker = class extends threads.Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      workers.add(this);
      this.on('exit', () => workers.delete(this));
    }
  };
}

/** What the extension's log has at the level "error", and what nobody caught, goes into a file that survives this process. */
function recordErrors(): void {
  const record = (text: string): void => {
    try {
      appendFileSync(join(dist, 'errors.txt'), `${text}\n`);
    } catch {
      // A test has taken the room for it away.
    }
  };
  const create = vscode.window.createOutputChannel.bind(vscode.window);
  const createRecorded = (name: string, options: { log: true }): vscode.LogOutputChannel => {
    const channel = create(name, options);
    return new Proxy(channel, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          if (key === 'error') record(String(args[0]));
          return Reflect.apply(value as (...all: unknown[]) => unknown, target, args);
        };
      },
    });
  };
  Object.assign(vscode.window, { createOutputChannel: createRecorded });
  process.on('unhandledRejection', (reason) => {
    if (reason instanceof Error && reason.stack?.includes(dirname(dist)) === true) record(`unhandled: ${reason.stack}`);
  });
}

function listen(): void {
  const server = createServer((request, response) => {
    void answer(request).then((reply) => response.end(JSON.stringify(reply)));
  });
  server.listen(0, '127.0.0.1', () => writeFileSync(join(dist, 'port.txt'), String((server.address() as AddressInfo).port)));
}

async function answer(request: IncomingMessage): Promise<Reply> {
  try {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { source, argument } = JSON.parse(Buffer.concat(parts).toString()) as RequestBody;
    const run = runInThisContext(`(${source})`) as (inside: Inside, argument: unknown) => unknown;
    return { value: await run(inside, argument) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const inside: Inside = {
  vscode,
  storage: () => storage,
  collectGarbage: () => collect(),
  workerCount: () => workers.size,
  killWorkers: async () => {
    await Promise.all([...workers].map((worker) => worker.terminate()));
  },
};
