import { connect, type Socket } from 'node:net';

/** What came back of a request. */
export interface Reply {
  readonly status: number;
  /** Null where there is none. */
  readonly tag: string | null;
  readonly isCompressed: boolean;
  /** As it came: each character a byte. */
  readonly body: string;
}

/**
 * Asks over one connection, one request after another. It reads what a gateway of ours writes and nothing more, so that asking costs less than being
 * answered.
 */
export class Asker {
  readonly #socket: Socket;
  readonly #host: string;
  #received: Buffer = Buffer.alloc(0);
  #waiting: PromiseWithResolvers<Reply> | null = null;

  constructor(url: string) {
    const { hostname, port, host } = new URL(url);
    this.#host = host;
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.on('data', (chunk: Buffer) => {
      this.#read(chunk);
    });
    const end = () => this.#waiting?.reject(new Error('the gateway has ended the connection'));
    this.#socket.on('error', end).on('close', end);
  }

  /** Sends a request for `/graphql`. Rejects where the connection ends before it is answered. */
  ask(query: string, headers: Readonly<Record<string, string>>, body: string | null): Promise<Reply> {
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const lines = Object.entries({ host: this.#host, ...headers, ...length }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    const line = `${body === null ? 'GET' : 'POST'} /graphql${query} HTTP/1.1`;
    this.#waiting = Promise.withResolvers();
    this.#socket.write([line, ...lines, '', body ?? ''].join('\r\n'));
    return this.#waiting.promise;
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const reply = readReply(this.#received.toString('latin1'));
    if (reply === null) return;
    this.#received = Buffer.alloc(0);
    this.#waiting?.resolve(reply);
  }
}

/** A reply that has come whole; null for a part of one. */
function readReply(text: string): Reply | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = text.slice(0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const rest = text.slice(end + 4);
  const body = status === 304 ? '' : bodyIn(head, rest);
  if (body === null) return null;
  const tag = /\r\netag: ([^\r]*)/i.exec(text.slice(0, end))?.[1] ?? null;
  return { status, tag, isCompressed: head.includes('\r\ncontent-encoding: gzip'), body };
}

function bodyIn(head: string, rest: string): string | null {
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length === undefined) return joinChunks(rest);
  return rest.length < Number(length) ? null : rest;
}

/** RFC 9112, 7.1. */
function joinChunks(text: string): string | null {
  const parts: string[] = [];
  for (let at = 0; ;) {
    const line = text.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(text.slice(at, line), 16);
    const from = line + 2;
    if (text.length < from + size + 2) return null;
    if (size === 0) return parts.join('');
    parts.push(text.slice(from, from + size));
    at = from + size + 2;
  }
}
