import { readFileSync } from 'node:fs';
import type { Parts } from '../cpu-parts.ts';
import { readFamily } from '../cpu.ts';

/** What the parts are called that are no agency. */
export const gateway = 'gateway';
export const supervisor = 'supervisor';
export const postgresql = 'postgresql';

/** The programs of a checkout by the end of the file that Node runs, or of the program itself. */
const programs = [
  { ending: /\/gateway\/src\/main\.ts$/, name: () => gateway },
  { ending: /\/subgraphs\/([^/]+)\/src\/main\.ts$/, name: (agency: string) => agency },
  { ending: /^system\/(?:src\/main\.ts|launch\.js)$/, name: () => supervisor },
  { ending: /\/bin\/postgres$/, name: () => postgresql },
];

/**
 * What a process of a running checkout is: the gateway, an agency by its name, the supervisor, or PostgreSQL; null for any
 * other. The processes that PostgreSQL starts have other names than it has.
 */
export function nameOfPart(commandLine: readonly string[]): string | null {
  for (const { ending, name } of programs)
    for (const word of commandLine.slice(0, mostFlags)) {
      const match = ending.exec(word);
      if (match !== null) return name(match[1] ?? '');
    }
  return null;
}

/** Words of a command line in which the program stands: Node, its flags, and the file that it runs. */
const mostFlags = 10;

/** The processes of the checkout that `pid` has started, by what they are; PostgreSQL's is above its own. */
export function findParts(pid: number): Parts {
  const parts = new Map<string, number>();
  for (const member of readFamily(pid)) {
    const name = nameOfPart(readCommandLine(member.pid));
    if (name !== null && !parts.has(name)) parts.set(name, member.pid);
  }
  return parts;
}

/** Empty when the process has ended meanwhile. */
function readCommandLine(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
