import { nearestOf } from '@boroughgraph/kit/files/nearest.ts';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { npmSettings } from './npm-settings.ts';

/**
 * The options of a command that npm kept for itself, since no `--` stands before them, spelt as they were typed but for hyphens:
 * `--dry-run`. It leaves them in variables of the environment, so that `npm run load manifest.json --dry-run` would load.
 *
 * Those that no command has are among them (`--dryrn`, `--preview`): whoever typed one meant something by it. Those that were passed on
 * as well are not lost, and settings of npm are none. Never throws.
 */
export function lostOptions(
  known: readonly string[],
  programArguments: readonly string[],
  environment: Environment,
): readonly string[] {
  // Else nobody has started the program through npm, and the variables are meant for npm alone.
  if (environment['npm_lifecycle_event'] === undefined) return [];
  const given = Object.entries(environment).flatMap(([name, value = '']) =>
    prefix.test(name) && !unset.includes(value) ? [{ name: name.replace(prefix, ''), value }] : [],
  );
  const lost = given.flatMap(({ name, value }) => meantBy(name, value, known) ?? []);
  return [...new Set(lost)].filter(
    (option) => !programArguments.some((text) => text === option || text.startsWith(`${option}=`)),
  );
}

const prefix = /^npm_config_/i;

/** What npm writes for an option that is switched off. */
const unset: readonly string[] = ['', 'false', 'null'];

/**
 * The option that a variable stands for; null for a setting. A variable that is neither and has a text, as other programs have them for
 * their installation, is an option where it is near to one.
 */
function meantBy(name: string, value: string, known: readonly string[]): string | null {
  const option = known.find((each) => plain(each) === plain(name));
  if (option !== undefined) return `--${option}`;
  if (npmSettings.has(plain(name)) || /[:/]/.test(name)) return null;
  const typed = name.toLowerCase().replaceAll('_', '-');
  return value === 'true' || nearestOf(typed, known).length > 0 ? `--${typed}` : null;
}

/** `dry_run`, `dry-run` and `dryrun` are one word. */
const plain = (name: string) => name.toLowerCase().replaceAll(/[-_]/g, '');
