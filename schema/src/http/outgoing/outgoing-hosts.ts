import { z } from 'zod';
import type { Variable } from '../../process/environment.ts';

/** Whom a server may ask, as its operator says: hosts, with a port where it is not that of the protocol. */
export interface OutgoingHosts {
  /** On the open internet, by https. */
  readonly open: readonly string[];
  /** Within the network of the operator, by http, too. */
  readonly within: readonly string[];
}

/** Somebody was not asked, or not to his end: a sentence for the operator. */
export class OutgoingError extends Error {
  override readonly name = 'OutgoingError';
}

const host = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;

/** A variable that lists hosts, such as `WATCH_HOSTS`. */
export function hostsVariable(name: string, says: string): Variable<readonly string[]> {
  return {
    name,
    schema: z
      .string()
      .transform((text) => text.split(',').map((each) => each.trim().toLowerCase()))
      .transform((hosts) => hosts.filter((each) => each !== ''))
      .refine((hosts) => hosts.every((each) => host.test(each))),
    fallback: [],
    expected: 'hosts with commas between them, with a port where it is not that of the protocol',
    example: 'data.example.org,files.example.org:8443',
    says,
  };
}

/**
 * Whether an address is within the network of the operator.
 *
 * @throws {OutgoingError} when it is of no host that the operator lists, of another protocol, or has a password.
 */
export function requireListed(url: URL, { open, within }: OutgoingHosts): 'open' | 'within' {
  const isSecret = url.username !== '' || url.password !== '';
  if (isSecret) throw new OutgoingError(`${url.host}: an address with a password is asked by nobody`);
  if (within.includes(url.host) && (url.protocol === 'https:' || url.protocol === 'http:')) return 'within';
  if (!open.includes(url.host)) throw new OutgoingError(`${url.host} is no host that may be asked: list it`);
  if (url.protocol !== 'https:') throw new OutgoingError(`${url.host} is asked by https only, not by ${url.protocol}`);
  return 'open';
}
