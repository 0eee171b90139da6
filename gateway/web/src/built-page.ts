import { open, readFile, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** What the page is told to show. */
export interface PageOptions {
  /** The way to the graph from the page's address. */
  readonly endpoint: string;
  readonly title: string;
  /** The operation that it begins with. @default GraphiQL's, which explains its keys */
  readonly defaultQuery?: string;
  /** The variables of that operation on a browser's first visit. @default none */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Operations to begin from, in the order in which they are listed. @default none */
  readonly examples?: readonly PageExample[];
  /** The way to where people sign in by an issuer. @default none: they bring a token */
  readonly signInAt?: string;
}

/** Who vouches for people, and how the page asks it to, as a client without a secret. */
export interface SignInIssuer {
  readonly issuer: string;
  /** What people call it. */
  readonly name: string;
  readonly clientId: string;
  readonly scope: string;
  /** What the issuer is told besides. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Origins that the page may ask. */
  readonly origins: readonly string[];
}

/** An operation to begin from. */
export interface PageExample {
  /** What it asks, in a sentence. */
  readonly title: string;
  readonly query: string;
  /** Values with which it has an answer. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A file that the page loads, as it is sent. Whoever takes it reads the stream, which closes the file. */
export interface Asset {
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: Readable;
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The forms in which a file lies beside itself, by the name of the encoding, the smallest first. */
const compressed = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
];

/** Where what the playground loads is, from where its page is shown. */
const assetsFolder = 'playground/assets';

/** The page with what it is told to show; null where it is not built. */
export async function readPage(built: URL, options: PageOptions): Promise<string | null> {
  const page = await readFile(new URL('index.html', built), 'utf8').catch(nullForMissing);
  return (
    page
      ?.replaceAll('="./assets/', () => `="./${assetsFolder}/`)
      .replace('{{title}}', () => escapeHtml(options.title))
      .replace('{{options}}', () => escapeHtml(JSON.stringify(options))) ?? null
  );
}

/**
 * The front page, told how to reach the top from where it is shown; null where it is not built.
 *
 * @param top - The relative address of the top: `../` for `/borough/hackney`.
 * @param issuers - By whom people sign in there. @default nobody
 */
export async function readFrontPage(
  built: URL,
  top: string,
  issuers: readonly SignInIssuer[] = [],
): Promise<string | null> {
  const page = await readFile(new URL('index.html', built), 'utf8').catch(nullForMissing);
  return (
    page
      ?.replaceAll('="./assets/', () => `="${top}assets/`)
      .replace('{{root}}', () => top)
      .replace('{{issuers}}', () => escapeHtml(JSON.stringify(issuers))) ?? null
  );
}

/**
 * A file that the page loads, in the smallest form that the client takes; null where there is none of that name.
 *
 * It may be kept for ever: its name has the hash of its content.
 *
 * @param accepted - The header `accept-encoding` of the request; empty for none.
 */
export async function openAsset(built: URL, name: string, accepted: string): Promise<Asset | null> {
  const [, ending = ''] = /^[\w-]+\.([a-z]+)$/.exec(name) ?? [];
  const contentType = contentTypes[ending];
  if (contentType === undefined) return null;
  // "identity" tells a server that compresses to leave the other form alone, too.
  const { encoding, ending: form } = compressed.find(({ encoding: each }) => accepts(accepted, each)) ?? {
    encoding: 'identity',
    ending: '',
  };
  const file = await open(new URL(`assets/${name}${form}`, built)).catch(nullForMissing);
  if (file === null) return null;
  return { headers: await headersOf(file, contentType, encoding), stream: file.createReadStream() };
}

async function headersOf(file: FileHandle, contentType: string, encoding: string): Promise<Asset['headers']> {
  return {
    'content-type': contentType,
    'content-encoding': encoding,
    'content-length': String((await file.stat()).size),
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  };
}

/** Whether a client takes an encoding: it names it, and not with a weight of 0. */
function accepts(accepted: string, encoding: string): boolean {
  return accepted.split(',').some((each) => {
    const [name = '', weight = ''] = each.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !/^q=0(?:\.0*)?$/.test(weight);
  });
}

function nullForMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);
}
