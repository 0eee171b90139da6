import { isIPv6 } from 'node:net';
import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';

/** Groups of an IPv6 address that name one network: whoever has it has the other four to choose from. */
const networkGroups = 4;

/**
 * Whose budget a request counts against: the organisation of whoever is named, wherever it sends from; for others see
 * {@link consumerAt}. No address has the name of an organisation. Never throws.
 */
export function consumerOf({ viewer, ip }: { readonly viewer: Viewer | null; readonly ip: string }): string {
  return viewer?.kind === 'named' ? `organisation ${viewer.organisation}` : consumerAt(ip);
}

/**
 * Whose budget an anonymous request counts against: its address, or of an IPv6 address its network of 64 bits, which one household has.
 * Never throws.
 */
export function consumerAt(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const filled = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...filled, ...after].slice(0, networkGroups).join(':');
}

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));
