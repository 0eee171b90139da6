import type { Environment } from '@boroughgraph/schema/process/environment.ts';

/**
 * The options of a command that npm kept for itself, since no `--` stands before them, spelt as they were typed but for hyphens:
 * `--dry-run`. It leaves them in variables of the environment, so that `npm run load manifest.json --dry-run` would load.
 *
 * Those that were passed on as well are not lost. Never throws.
 */
export function lostOptions(
  known: readonly string[],
  programArguments: readonly string[],
  environment: Environment,
): readonly string[] {
  // Else nobody has started the program through npm, and the variables are meant for npm alone.
  if (environment['npm_lifecycle_event'] === undefined) return [];
  const given = Object.entries(environment)
    .filter(([name, value]) => prefix.test(name) && value !== undefined && !unset.includes(value))
    .map(([name]) => plain(name.replace(prefix, '')));
  return known
    .filter((option) => given.includes(plain(option)))
    .map((option) => `--${option}`)
    .filter((option) => !programArguments.some((text) => text === option || text.startsWith(`${option}=`)));
}

const prefix = /^npm_config_/i;

/** What npm writes for an option that is switched off. */
const unset: readonly string[] = ['', 'false', 'null'];

/** `dry_run`, `dry-run` and `dryrun` are one word. */
const plain = (name: string) => name.toLowerCase().replaceAll(/[-_]/g, '');
