import { readFileSync } from 'node:fs';

/** What is connected to, as a line of a password file names it. */
export interface PasswordPlace {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
}

/** Parts of a line: what stands behind a backslash is meant as it is. */
const partPattern = /(?:[^:\\]|\\.)*/gy;

/**
 * The password that a file has for a place: of its first line `host:port:database:user:password` that fits, where `*` fits everything, and a
 * backslash stands before a colon or a backslash that is meant. Empty where the file cannot be read or no line fits: PostgreSQL then says
 * that it refuses. Never throws: postgres.js would end the process.
 *
 * Source: PostgreSQL 18 documentation, 32.16 The Password File.
 */
export function readPasswordFile(path: string, { host, port, database, username }: PasswordPlace): string {
  const wanted = [host, String(port), database, username];
  for (const line of readLines(path)) {
    const parts = splitLine(line);
    if (wanted.every((part, index) => parts[index] === '*' || parts[index] === part)) return parts[wanted.length] ?? '';
  }
  return '';
}

function readLines(path: string): readonly string[] {
  try {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    return lines.filter((line) => line !== '' && !line.startsWith('#'));
  } catch {
    // It is being replaced, or may not be read.
    return [];
  }
}

function splitLine(line: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start <= line.length;) {
    partPattern.lastIndex = start;
    const [part = ''] = partPattern.exec(line) ?? [];
    parts.push(part.replaceAll(/\\(.)/g, '$1'));
    start += part.length + 1;
  }
  return parts;
}
