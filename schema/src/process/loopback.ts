import { isIPv4 } from 'node:net';

/** Whether what listens on a host name or address is reached by the same machine alone. Never throws. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
