import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface DifferentialOptions {
  readonly operations: number;
  readonly seed: number;
  readonly from: number;
  /** How many processes send them side by side. */
  readonly workers: number;
}

/** How the command is written; shown after a mistake. */
export const usage = [
  'Usage: npm run test:differential -- [options]',
  '  --operations N   how many random operations (1000 unless told)',
  '  --seed N         which (1 unless told): the same seed gives the same operations',
  '  --from N         index of the first (0 unless told): a run can be done in pieces, or one operation again',
  '  --workers N      processes side by side, each with a part and a system of its own (1 unless told): as many as there are cores',
].join('\n');

const known = {
  operations: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '1' },
  from: { type: 'string', default: '0' },
  workers: { type: 'string', default: '1' },
} as const;

/**
 * Reads the command line.
 *
 * @throws {Error} for an option that there is none of, or one that is no whole number.
 */
export function parseOptions(given: readonly string[]): DifferentialOptions {
  const { values } = parseArgs({ args: [...given], options: known });
  const read = (name: keyof typeof known): number => {
    const value = Number(values[name]);
    if (Number.isSafeInteger(value) && value >= 0) return value;
    throw new Error(`--${name} is "${values[name]}": expected a whole number such as ${known[name].default}`);
  };
  return { operations: read('operations'), seed: read('seed'), from: read('from'), workers: read('workers') };
}
