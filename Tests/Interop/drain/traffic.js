// What is under way when the server is told to go: texts at a steady rate over every transport, users with passwords
// (each takes a hash, so it is slow), watchers, server-sent events. Every call ends as one of
//   ok        answered, with what it made
//   refused   answered SHUTTING_DOWN
//   unsent    nobody took the connection
//   lost      the connection ended before the answer
//   wrong     anything else
// and is remembered with its name, so that the data can be held against it afterwards.
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../../../bridge/client/index.js';

// Of one transport; what the server does not keep up with is not begun.
const AT_ONCE = 32;

export class Traffic {
  /** `begun`: the request had been handed to the socket before the signal.
   *  @type {{kind: string, name: string, end: string, begun: boolean, detail?: string}[]} */
  calls = [];
  streams = [];
  #running = true;
  #told = false;
  #pending = new Set();
  #clients = [];
  #agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });

  constructor(daemon, { key, round, rate }) {
    this.prefix = `round ${round}`;
    const options = (endpoint) => ({ endpoint, apiKey: key, ...(endpoint.startsWith('tls:') ? { tls: daemon.tls } : {}) });
    const ways = [];
    for (const kind of ['unix', 'tcp', 'tls']) {
      const endpoint = daemon.rpc(kind);
      const client = createClient(options(endpoint));
      this.#clients.push(client);
      ways.push({ kind, send: (name) => client.messages.sendText({ recipient: '+4915112345678', message: name }) });
      for (let n = 0; n < 5; n++) this.#watch(kind, client);
    }
    ways.push({ kind: 'rest', send: (name, sent) => this.#post(daemon.http, key, name, sent) });
    for (let n = 0; n < 5; n++) this.#events(daemon.http, key);
    for (const way of ways) this.#steadily(rate / ways.length, way);
    const operator = createClient({ endpoint: daemon.rpc('unix') });
    this.#clients.push(operator);
    this.#slowly(operator, round);
  }

  /** Whether everything is under way: each kind of call has been answered some times, each stream has had something. */
  get isUnderWay() {
    const kinds = new Map();
    for (const { kind, end } of this.calls) kinds.set(kind, (kinds.get(kind) ?? 0) + (end === 'ok' ? 1 : 0));
    return this.streams.every((stream) => stream.items > 0)
      && [...kinds].every(([kind, count]) => count >= (kind === 'slow' ? 1 : 20));
  }

  /** From here on calls began after the signal. */
  told() {
    this.#told = true;
  }

  /** Begins nothing more; resolves when everything has ended. */
  async stop() {
    this.#running = false;
    while (this.#pending.size > 0) await Promise.all(this.#pending);
    for (const client of this.#clients) client.close();
    this.#agent.destroy();
  }

  #track(promise) {
    const tracked = promise.finally(() => this.#pending.delete(tracked));
    this.#pending.add(tracked);
  }

  #steadily(rate, { kind, send }) {
    let made = 0;
    let open = 0;
    let due = 0;
    let last = performance.now();
    const tick = async () => {
      while (this.#running) {
        const now = performance.now();
        due = Math.min(due + (now - last) / 1000 * rate, AT_ONCE);
        last = now;
        for (; due >= 1 && open < AT_ONCE; due--) {
          open++;
          this.#call(kind, `${this.prefix} ${kind} ${made++}`, send).then(() => open--);
        }
        await sleep(2);
      }
    };
    this.#track(tick());
  }

  #call(kind, name, send) {
    const call = { kind, name, begun: kind !== 'rest' && !this.#told };
    this.calls.push(call);
    const ended = send(name, () => { call.begun = !this.#told; }).then((answer) => {
      call.end = answer?.content === undefined || answer.content === name ? 'ok' : 'wrong';
    }, (error) => {
      call.end = outcome(error);
      // It waited for its turn to be written.
      if (call.end === 'unsent') call.begun = false;
      call.detail = `${error.code} ${error.reason ?? ''} ${error.message}`;
    });
    this.#track(ended);
    return ended;
  }

  #slowly(operator, round) {
    const loop = async (lane) => {
      for (let n = 0; this.#running; n++) {
        const name = `slow${round}-${lane}-${n}`;
        await this.#call('slow', name, () =>
          operator.users.createUser({ username: name, password: 'correct horse battery' }));
        await sleep(20);
      }
    };
    this.#track(loop(0));
    this.#track(loop(1));
  }

  #watch(kind, client) {
    const stream = { kind, items: 0 };
    this.streams.push(stream);
    this.#track((async () => {
      try {
        for await (const _ of client.messages.watchMessages({})) stream.items++;
        stream.end = 'ok';
      } catch (error) {
        stream.end = outcome(error);
        stream.detail = `${error.code} ${error.reason} ${error.message}`;
      }
    })());
  }

  #post(base, key, message, sent) {
    const body = JSON.stringify({ recipient: '+4915112345678', message });
    return new Promise((resolve, reject) => {
      const request = http.request(`${base}/api/v1/messages/send-text/`, {
        method: 'POST', agent: this.#agent,
        headers: { 'X-API-Key': key, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
      }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => { text += chunk; });
        response.on('error', (cause) => reject(Object.assign(cause, { lost: true })));
        response.on('end', () => {
          if (response.statusCode < 300 && text.includes(message)) resolve({ content: message });
          else reject(Object.assign(new Error(`${response.statusCode} ${text.slice(0, 300)}`), { status: response.statusCode, text }));
        });
      });
      // Until then it waits for a connection of the agent's.
      request.on('finish', sent);
      // Refused at the door is told apart from cut off.
      request.on('error', (cause) => reject(Object.assign(cause, { lost: cause.code !== 'ECONNREFUSED' })));
      request.end(body);
    });
  }

  #events(base, key) {
    const stream = { kind: 'rest', items: 0 };
    this.streams.push(stream);
    this.#track(new Promise((resolve) => {
      const end = (how, detail) => {
        stream.end ??= how;
        stream.detail ??= detail;
        resolve();
      };
      const request = http.request(`${base}/api/v1/events/`, { headers: { 'X-API-Key': key } }, (response) => {
        if (response.statusCode !== 200) end('wrong', `${response.statusCode}`);
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          stream.items++;
          text = (text + chunk).slice(-2000);
        });
        response.on('error', (cause) => end('lost', cause.message));
        // Complete: the last chunk of the body was there; nothing was cut.
        response.on('end', () => end(response.complete ? 'ok' : 'lost', text.slice(-300)));
        response.on('close', () => end(response.complete ? 'ok' : 'lost', text.slice(-300)));
      });
      request.on('error', (cause) => end('lost', cause.message));
      request.end();
    }));
  }
}

function outcome(error) {
  if (error.status !== undefined) return error.status === 503 && error.text.includes('SHUTTING_DOWN') ? 'refused' : 'wrong';
  if (error.reason === 'SHUTTING_DOWN' && error.fromPeer) return 'refused';
  if (error.code === 'ECONNREFUSED') return 'unsent';
  if (error.lost) return 'lost';
  if (error.code === 'UNAVAILABLE') return error.mayHaveRun ? 'lost' : 'unsent';
  return 'wrong';
}
