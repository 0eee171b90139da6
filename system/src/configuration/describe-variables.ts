import type { Variable } from '@boroughgraph/schema/process/environment.ts';
import { agencyNames } from '../agency-names.ts';
import { describeFallback } from './print-configuration.ts';
import { listProcesses } from './processes.ts';

/**
 * Every variable as a list for a README, by process: name, default, what it decides and what it has to be. The agencies' variables of one kind share
 * a line, and so do the servers of all agencies. Never throws.
 */
export function describeVariables(): string {
  const [first, ...others] = listProcesses().slice(0, 3 + 1);
  const parts = [first, ...others].flatMap((process) => {
    if (process === undefined) return [];
    const title = process.title.replace(
      /^The server of (\S+) .*/,
      'The server of an agency started by itself (`npm start -w subgraphs/$1`)',
    );
    return [`**${title}**\n\n${[...describeAll(process.variables)].join('\n')}`];
  });
  return parts.join('\n\n');
}

function describeAll(variables: readonly Variable<unknown>[]): ReadonlySet<string> {
  const byKind = Map.groupBy(variables, ({ name }) => kindOf(name));
  return new Set(byKind.values().map((alike) => describeKind(alike)));
}

/** The name without the agency that it begins with. */
function kindOf(name: string): string {
  const prefix = prefixes.find((each) => name.startsWith(`${each}_`));
  return prefix === undefined ? name : name.slice(prefix.length);
}

const prefixes = [...agencyNames.map(({ variablePrefix }) => variablePrefix), 'DIRECTORY'];

function describeKind(alike: readonly Variable<unknown>[]): string {
  const [first] = alike;
  if (first === undefined) return '';
  const names = alike.map((variable) => `\`${variable.name}\`${describeDefault(variable)}`);
  return `- ${names.join(', ')}: ${describeMeaning(first)}`;
}

function describeDefault(variable: Variable<unknown>): string {
  const fallback = describeFallback(variable);
  return fallback === '' ? '' : ` (\`${fallback}\`)`;
}

function describeMeaning({ says, expected }: Variable<unknown>): string {
  return `${says} ${expected.slice(0, 1).toUpperCase()}${expected.slice(1)}.`;
}
