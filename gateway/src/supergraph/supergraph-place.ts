import type { KeyObject } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { hashSupergraph } from '@boroughgraph/schema/wire/supergraph-header.ts';
import { listVersions, readVersionText, versionPath } from './version-folder.ts';
import { type PublishedVersion, readVersion, VersionError } from './published-version.ts';

/** A supergraph that was found where it was looked for. */
export interface FoundSupergraph {
  readonly supergraphSdl: string;
  /** Its number among those that were published; null where nobody counts. */
  readonly version: number | null;
  /** Another one as soon as something else lies there. */
  readonly mark: string;
  /** What it was made of; null where nobody has published it. @default null */
  readonly subgraphs?: PublishedVersion['subgraphs'] | null;
}

/** Where supergraphs come from. */
export interface SupergraphPlace {
  /** For people: a path, a URL. */
  readonly name: string;
  /** How long to wait until it is worth looking again, in milliseconds. */
  readonly everyMs: number;
  /**
   * What lies there now; null where that is what `known` marks, or there is nothing yet.
   *
   * @throws {PlaceError} when what lies there is no supergraph, or nobody who may has signed it.
   * @throws {Error} when nobody can look.
   */
  read(known: string | null, signal: AbortSignal): Promise<FoundSupergraph | null>;
}

/** What lies at a place cannot be used, and will not become better by itself. */
export class PlaceError extends Error {
  override readonly name = 'PlaceError';
  readonly mark: string;

  constructor(message: string, mark: string) {
    super(message);
    this.mark = mark;
  }
}

/** A look at a file or a folder costs a hundredth of a millisecond. Notices of the file system are not given for folders of other machines. */
const fileEveryMs = 1_000;

/** How often another machine is asked: with its tag, by which it mostly answers that nothing is new. */
const urlEveryMs = 10_000;
const urlAnswerMs = 5_000;

/** Ten times the supergraph of four agencies with its subgraphs. */
const maxBytes = 16 * 1024 * 1024;

/**
 * The place that a setting names: an address, a file that ends with `.graphql` or `.json`, or a folder of published versions.
 *
 * @param keys - Public keys of those who may publish. A text that nobody has signed is a supergraph where there are none.
 */
export function placeOf(setting: string, keys: readonly KeyObject[]): SupergraphPlace {
  if (/^https?:\/\//.test(setting)) return urlPlace(setting, keys);
  return /\.(graphql|json)$/.test(setting) ? filePlace(setting, keys) : folderPlace(setting, keys);
}

function filePlace(path: string, keys: readonly KeyObject[]): SupergraphPlace {
  return {
    name: path,
    everyMs: fileEveryMs,
    read: async (known) => {
      const mark = await markOf(path);
      return mark === known ? null : readText({ place: path, text: await readFile(path, 'utf8'), mark }, keys);
    },
  };
}

function urlPlace(url: string, keys: readonly KeyObject[]): SupergraphPlace {
  return {
    name: url,
    everyMs: urlEveryMs,
    read: async (known, signal) => {
      const headers: Record<string, string> = known === null ? {} : { 'if-none-match': known };
      // Another address would be another place, which nobody has named.
      const answered = AbortSignal.any([signal, AbortSignal.timeout(urlAnswerMs)]);
      const response = await fetch(url, { headers, redirect: 'error', signal: answered });
      if (response.status === 304) return null;
      if (response.status !== 200) throw new Error(`${url} answers ${response.status}`);
      const text = await readBounded(response, url);
      const mark = response.headers.get('etag') ?? hashSupergraph(text);
      return mark === known ? null : readText({ place: url, text, mark }, keys);
    },
  };
}

async function readBounded({ body }: Response, url: string): Promise<string> {
  // What a body is read in, which its type does not say.
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error(`${url} answers more than ${maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function folderPlace(folder: string, keys: readonly KeyObject[]): SupergraphPlace {
  return {
    name: folder,
    everyMs: fileEveryMs,
    read: async (known) => {
      const numbers = await listVersions(folder);
      const [newest] = numbers;
      if (newest === undefined) return null;
      // Where one was taken away that nobody believed, another may have its number.
      const mark = await markOf(versionPath(folder, newest));
      if (mark === known) return null;
      // Whoever begins has nothing to go on with: the newest that may be believed.
      const found = await readFirst(folder, known === null ? numbers : [newest], keys);
      if (found instanceof PlaceError) throw new PlaceError(found.message, mark);
      return { ...found, mark };
    },
  };
}

async function markOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path);
  return `${mtimeMs} ${size} ${ino}`;
}

/** The first of some versions that may be believed, or what is wrong with all of them. */
async function readFirst(folder: string, numbers: readonly number[], keys: readonly KeyObject[]) {
  const problems: string[] = [];
  for (const number of numbers) {
    const place = versionPath(folder, number);
    try {
      const found = readText({ place, text: await readVersionText(folder, number), mark: '' }, keys);
      if (found.version === number) return found;
      problems.push(`${place} holds another version`);
    } catch (error) {
      if (!(error instanceof PlaceError)) throw error;
      problems.push(error.message);
    }
  }
  return new PlaceError(problems.join('; '), '');
}

interface ReadText {
  readonly place: string;
  readonly text: string;
  readonly mark: string;
}

/** @throws {PlaceError} when it is no supergraph, or nobody who may has signed it. */
function readText({ place, text, mark }: ReadText, keys: readonly KeyObject[]): FoundSupergraph {
  if (!text.trimStart().startsWith('{')) {
    if (keys.length > 0) throw new PlaceError(`${place} is not signed, and SUPERGRAPH_KEYS says who may publish`, mark);
    return { supergraphSdl: text, version: null, mark };
  }
  try {
    const { supergraphSdl, number, subgraphs } = readVersion(text, keys);
    return { supergraphSdl, version: number, mark, subgraphs };
  } catch (error) {
    throw error instanceof VersionError ? new PlaceError(`${place} ${error.message}`, mark) : error;
  }
}
