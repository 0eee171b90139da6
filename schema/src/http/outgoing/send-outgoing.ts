import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type OutgoingHosts, OutgoingError, requireListed } from './outgoing-hosts.ts';
import { isPublicAddress } from './public-address.ts';

/** All addresses of a name. */
export type ResolveName = (name: string) => Promise<readonly LookupAddress[]>;

const resolveBySystem: ResolveName = (name) => lookup(name, { all: true });

/** What is asked, of whom. */
export interface OutgoingRequest {
  readonly url: string;
  readonly hosts: OutgoingHosts;
  /** @default GET */
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** @default nothing */
  readonly body?: string;
  /** How often an answer may name another address, which is looked at as the first. @default 0 */
  readonly maxRedirects?: number;
  /** Ends the request, and what is read of its answer. */
  readonly signal: AbortSignal;
  /** Looks up a name. @default that of the system */
  readonly resolve?: ResolveName | undefined;
}

/**
 * The answer of another machine, its body not read yet.
 *
 * The address that is connected to is the one that was looked at: a name that is given another address meanwhile leads nowhere else.
 *
 * @throws {OutgoingError} when the host is not listed, its address is not of the open internet and it is not listed as one within, it
 * names too many other addresses, or nothing comes back.
 */
export async function sendOutgoing(request: OutgoingRequest): Promise<IncomingMessage> {
  let url = readUrl(request.url);
  for (let left = request.maxRedirects ?? 0; ; left -= 1) {
    const response = await send(url, request);
    const { statusCode = 0, headers } = response;
    const isElsewhere = statusCode >= 300 && statusCode < 400 && statusCode !== 304 && headers.location !== undefined;
    if (!isElsewhere) return response;
    response.destroy();
    if (left <= 0) throw new OutgoingError(`${url.host} names another address, which is followed no further`);
    url = readUrl(new URL(headers.location ?? '', url).href);
  }
}

function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw new OutgoingError(`"${text}" is no address`);
  return url;
}

async function send(
  url: URL,
  { hosts, method = 'GET', headers = {}, body, signal, resolve = resolveBySystem }: OutgoingRequest,
): Promise<IncomingMessage> {
  const isWithin = requireListed(url, hosts) === 'within';
  const name = url.hostname.replace(/^\[|\]$/g, '');
  // What is an address already is never looked up.
  if (!isWithin && isIP(name) !== 0) requirePublic(url.host, [{ address: name, family: isIP(name) }]);
  const begin = url.protocol === 'https:' ? requestHttps : requestHttp;
  const outgoing = begin(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
    signal,
    // No connection is kept: the next look at the name may be another.
    agent: false,
    ...(!isWithin && { lookup: lookupPublic(url.host, resolve) }),
  });
  try {
    outgoing.end(body);
    const [response] = (await once(outgoing, 'response', { signal })) as [IncomingMessage];
    return response;
  } catch (cause) {
    outgoing.destroy();
    if (cause instanceof OutgoingError) throw cause;
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new OutgoingError(`${url.host} does not answer: ${reason}`, { cause });
  }
}

/** Looks up a name, and fails where any of its addresses is not of the open internet: one that is mixed is a trick. */
function lookupPublic(host: string, resolve: ResolveName): LookupFunction {
  return (name, { all }, callback) => {
    void resolve(name)
      .then((addresses) => ({ addresses, first: requirePublic(host, addresses) }))
      .then(
        ({ addresses, first }) => {
          if (all === true) callback(null, [...addresses]);
          else callback(null, first.address, first.family);
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error(String(error)), '');
        },
      );
  };
}

function requirePublic(host: string, addresses: readonly LookupAddress[]): LookupAddress {
  const [first] = addresses;
  if (first === undefined) throw new OutgoingError(`${host} has no address`);
  if (addresses.every(({ address }) => isPublicAddress(address))) return first;
  throw new OutgoingError(
    `${host} leads to an address that is not of the open internet: it is asked where it is listed as one within the network`,
  );
}
