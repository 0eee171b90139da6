import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { OutgoingError, type OutgoingHosts } from '@boroughgraph/schema/http/outgoing/outgoing-hosts.ts';
import { sendOutgoing } from '@boroughgraph/schema/http/outgoing/send-outgoing.ts';
import { checksumOf, type FoundFile, publicationDay, WatchProblem } from './found-file.ts';

/** What to fetch, and where to put it. */
export interface FetchRequest {
  readonly url: string;
  readonly hosts: OutgoingHosts;
  /** Gets the file, under the name that it has where it is published: some say in it what they are of. */
  readonly folder: string;
  /** What the answer before was marked with; null where there was none. */
  readonly tag: string | null;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** A file, with what it was marked with. */
export interface FetchedFile extends FoundFile {
  readonly tag: string | null;
}

/** The largest that a publisher of this field has is a tenth of it. */
const maxBytes = 256 * 1024 * 1024;
/** A quarter of an hour for the largest, on a line of home. */
const fetchMs = 900_000;

/**
 * The file at an address; null where it is the one that was fetched before.
 *
 * @throws {WatchProblem} when it cannot be had.
 */
export async function fetchFile(request: FetchRequest): Promise<FetchedFile | null> {
  const { url, hosts, folder, tag, now } = request;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(fetchMs)]);
  try {
    const headers: Record<string, string> = tag === null ? {} : { 'if-none-match': tag };
    const response = await sendOutgoing({ url, hosts, headers, maxRedirects: 3, signal });
    if (response.statusCode !== 200) {
      response.destroy();
      if (response.statusCode === 304) return null;
      throw new WatchProblem(`${url} answers ${String(response.statusCode)}`);
    }
    const path = join(folder, fileName(url));
    await mkdir(folder, { recursive: true });
    await save(response, path);
    const { etag = null, 'last-modified': changed } = response.headers;
    const changedAt = changed === undefined || Number.isNaN(Date.parse(changed)) ? null : new Date(changed);
    const publishedAt = publicationDay(path, changedAt, now);
    return { path, publishedAt, checksum: await checksumOf(path), tag: etag };
  } catch (error) {
    if (error instanceof WatchProblem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new WatchProblem(error instanceof OutgoingError ? reason : `${url} cannot be fetched: ${reason}`, {
      cause: error,
    });
  }
}

async function save(response: IncomingMessage, path: string): Promise<void> {
  let bytes = 0;
  await pipeline(
    response,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw new WatchProblem(`the file is larger than ${maxBytes / 1024 / 1024} MiB`);
        yield chunk;
      }
    },
    createWriteStream(path),
  );
}

/** The last part of an address, without what could lead elsewhere. */
function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  const plain = last
    .replaceAll(/%[0-9a-f]{2}/gi, ' ')
    .replaceAll(/[^\w. -]/g, '')
    .replace(/^\.+/, '');
  return plain === '' ? 'file.csv' : plain.slice(-100);
}
