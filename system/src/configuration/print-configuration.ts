import {
  type Environment,
  EnvironmentError,
  readVariables,
  textOf,
  type Variable,
  withoutCredentials,
} from '@boroughgraph/schema/process/environment.ts';
import { listProcesses } from './processes.ts';

/** What is in force, as lines, and whether all of it can be used. */
export interface PrintedConfiguration {
  readonly lines: readonly string[];
  readonly isUsable: boolean;
}

/**
 * What each process would be told in this environment: every variable with its value and whether that is set or a default. Secrets, and users and
 * passwords in addresses, are not shown. What cannot be used is said in the place of the value. Never throws.
 */
export function printConfiguration(environment: Environment): PrintedConfiguration {
  const groups = listProcesses().map(({ title, variables }) => ({
    title,
    shown: variables.map((variable) => showOne(environment, variable)),
  }));
  return {
    lines: groups.flatMap(({ title, shown }) => [
      '',
      title.replaceAll('`', ''),
      ...shown.map(({ line }) => `  ${line}`),
    ]),
    isUsable: groups.every(({ shown }) => shown.every(({ isUsable }) => isUsable)),
  };
}

function showOne(environment: Environment, variable: Variable<unknown>) {
  const text = textOf(environment, variable);
  const problem = text === '' ? null : findProblem(environment, variable);
  return {
    line: problem ?? `${variable.name}=${describeValue(environment, variable, text)}`,
    isUsable: problem === null,
  };
}

function findProblem(environment: Environment, variable: Variable<unknown>): string | null {
  try {
    readVariables(environment, { variable });
    return null;
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
}

function describeValue(environment: Environment, variable: Variable<unknown>, text: string): string {
  if (text !== '') return `${variable.isSecret === true ? '(set, not shown)' : withoutCredentials(text)}  (set)`;
  const foreign = environment[variable.name]?.trim() ?? '';
  const remark = foreign === '' ? '' : `; "${foreign}" is a name as other tools set it, and not heeded`;
  return `${describeFallback(variable)}  (default${remark})`;
}

/** The default of a variable, as one would write it; empty where there is none. Never throws. */
export function describeFallback({ fallback }: Variable<unknown>): string {
  if (fallback === undefined || fallback === null) return '';
  const values: readonly unknown[] = Array.isArray(fallback) ? fallback : [fallback];
  return values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(',');
}
