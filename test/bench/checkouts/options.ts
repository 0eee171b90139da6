import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wholeNumberOf } from '../number-options.ts';
import { projectFile } from '../processes.ts';
import { describeCheckout, type Checkout } from './checkout.ts';

/** What a measurement of checkouts was asked for. */
export interface CheckoutOptions {
  /** This one, and the one that it is compared with, if any. */
  readonly checkouts: readonly Checkout[];
  readonly rounds: number;
  /** Less of everything: whether it works, not what it costs. */
  readonly isShort: boolean;
}

/** A command that measures checkouts. */
export interface CheckoutCommand {
  /** What `npm run` calls it. */
  readonly name: string;
  /** Whether it measures nothing without another checkout. */
  readonly needsOther: boolean;
  readonly rounds: number;
  readonly shortRounds: number;
}

const known = {
  help: { type: 'boolean', default: false },
  against: { type: 'string' },
  rounds: { type: 'string' },
  short: { type: 'boolean', default: false },
} as const;

/**
 * What the arguments ask for; null where they ask for help. A path is meant from `workingFolder`.
 *
 * @throws {TypeError} when an argument is wrong, saying what was expected.
 */
export function parseCheckoutOptions(
  command: CheckoutCommand,
  args: readonly string[],
  workingFolder: string,
): CheckoutOptions | null {
  const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: command.needsOther });
  if (values.help) return null;
  const [path = values.against, ...more] = positionals;
  if (more.length > 0 || (positionals.length > 0 && values.against !== undefined))
    throw new TypeError(`${command.name} compares with one other checkout, not with several`);
  if (path === undefined && command.needsOther)
    throw new TypeError(`${command.name} needs the folder of another checkout to compare with`);
  const own = describeCheckout('this', resolve(projectFile('')));
  return {
    checkouts: path === undefined ? [own] : [own, describeCheckout('other', resolve(workingFolder, path))],
    rounds: wholeNumberOf('--rounds', values.rounds, values.short ? command.shortRounds : command.rounds),
    isShort: values.short,
  };
}

/** How a command is written; shown where it is asked for, and after a mistake. */
export function describeUsage({ name, needsOther, rounds, shortRounds }: CheckoutCommand): string {
  return [
    `Usage: npm run ${name} -- ${needsOther ? 'PATH ' : ''}[options]`,
    needsOther
      ? '  PATH                   another checkout, with its packages installed, to compare with'
      : '  --against PATH         another checkout, with its packages installed, measured in turns with this one',
    `  --rounds N             how often each has its turn (${rounds} unless told)`,
    `  --short                ${shortRounds === 1 ? 'one small round' : `${shortRounds} small rounds`}: whether it works, not what it costs`,
  ].join('\n');
}
