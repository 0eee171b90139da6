import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the suite says of a server. */
export interface Verdict {
  readonly exitCode: number;
  /** What it had against it, and did not expect; its last lines where it did not get to its end. */
  readonly faults: readonly string[];
  /** How many scenarios had nothing against it. */
  readonly passed: number;
}

/** Which suite is run, and how. */
export interface SuiteRun {
  /** The manifest of its package, as a file address. */
  readonly suite: string;
  readonly given: readonly string[];
  /** The file of `not-offered` that lists what does not apply. */
  readonly notOffered?: string;
}

/** Runs the conformance suite of the Model Context Protocol against the server at `url`. */
export async function runSuite(url: string, { suite, given, notOffered }: SuiteRun): Promise<Verdict> {
  const command = fileURLToPath(new URL('dist/index.js', suite));
  const listed = notOffered === undefined ? [] : ['--expected-failures', fileInFolder(notOffered)];
  const { exitCode, output } = await runNode([command, 'server', '--url', url, ...given, ...listed]);
  const [, summary] = output.split('=== SUMMARY ===');
  if (summary === undefined) return { exitCode, faults: output.split('\n').slice(-20), passed: 0 };
  const lines = summary.split('\n');
  // Past the list of scenarios come those that count against the server by the given list.
  const faults = lines.filter((line) => /^ {2}✗ (?!.*\((?:extension|pending|added-after-release)\)$)/.test(line));
  return { exitCode, faults, passed: lines.filter((line) => /^✓ .*: [1-9]\d* passed/.test(line)).length };
}

const fileInFolder = (name: string) => fileURLToPath(new URL(`not-offered/${name}.yaml`, import.meta.url));

function runNode(given: readonly string[]): Promise<{ readonly exitCode: number; readonly output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, given, { maxBuffer: 16 * 1_024 * 1_024 }, (_, output, errors) => {
      resolve({ exitCode: child.exitCode ?? -1, output: output + errors });
    });
  });
}
