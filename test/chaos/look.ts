import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { readMemory } from '../bench/checkouts/memory-use.ts';

/** What processes have at the moment. */
export interface Look {
  /** Memory that is theirs alone: what PostgreSQL's processes share is counted once. */
  readonly megabytes: number;
  /** Sockets that lead somewhere. */
  readonly connections: number;
  /** The far ends of those that are neither to a port that is configured, nor from who asks at one. */
  readonly foreign: readonly string[];
}

/** What some processes have together, where these ports are configured. One that has ended has nothing. Source: proc(5). Never throws. */
export function lookAt(pids: readonly number[], ports: ReadonlySet<number>): Look {
  const inodes = new Set(pids.flatMap(socketsOf));
  const ends = connectedEnds().filter(({ inode }) => inodes.has(inode));
  const isConfigured = ({ localPort, remotePort, isHere }: End): boolean =>
    isHere && (ports.has(localPort) || ports.has(remotePort));
  return {
    megabytes: pids.reduce((sum, pid) => sum + megabytesOf(pid), 0),
    connections: ends.length,
    foreign: ends.filter((end) => !isConfigured(end)).map(({ remote }) => remote),
  };
}

function megabytesOf(pid: number): number {
  try {
    return readMemory(pid).proportionalBytes / 1e6;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

function socketsOf(pid: number): readonly string[] {
  try {
    const files = readdirSync(`/proc/${pid}/fd`);
    return files.flatMap((file) => /^socket:\[(\d+)\]$/.exec(readLink(`/proc/${pid}/fd/${file}`))?.[1] ?? []);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

/** A socket that leads somewhere. */
interface End {
  readonly inode: string;
  readonly localPort: number;
  readonly remotePort: number;
  readonly remote: string;
  /** Whether it leads to this machine. */
  readonly isHere: boolean;
}

function connectedEnds(): readonly End[] {
  const files = ['tcp', 'tcp6', 'udp', 'udp6'].map((name) => readOrEmpty(`/proc/net/${name}`));
  return files.flatMap((text) => text.trim().split('\n').slice(1).flatMap(readEnd));
}

function readEnd(line: string): readonly End[] {
  const [, local = '', remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/);
  const remotePort = portOf(remote);
  // What only listens leads nowhere.
  if (remotePort === 0) return [];
  const isHere = /^0100007F:|^0{24}01000000:|^0{16}FFFF00000100007F:/.test(remote);
  return [{ inode, localPort: portOf(local), remotePort, remote, isHere }];
}

const portOf = (end: string): number => Number.parseInt(end.slice(end.lastIndexOf(':') + 1), 16);

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // It has been closed meanwhile.
    return '';
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
