/**
 * Loaded with `node --import` before the editor's server, which hands the option on to its extension hosts: whatever
 * there tries to reach another machine fails, and its address is written to the file that ALIGNLENS_OUTSIDE_REQUESTS names.
 */
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const record = process.env['ALIGNLENS_OUTSIDE_REQUESTS'];
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/u;
const connect = Socket.prototype.connect;

/** Node calls it with (options), (port, host), (path), or an array of these that it has normalized. @param {any[]} args */
Socket.prototype.connect = /** @this {Socket} */ function (/** @type {any[]} */ ...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const options = typeof first === 'object' && first !== null ? first : { port: first, host: second };
  const host = typeof options.host === 'string' ? options.host : 'localhost';
  const isLocal = options.path || options.fd !== undefined || Number.isNaN(Number(options.port)) || loopback.test(host);
  if (isLocal) return Reflect.apply(connect, this, args);
  if (record) appendFileSync(record, `${host}:${options.port}\n`);
  this.destroy(new Error(`Tests reach no other machine, so not ${host} either.`));
  return this;
};
