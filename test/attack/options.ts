import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface AttackOptions {
  readonly tables: number;
  readonly minutes: number;
  readonly seed: number;
  /** The number of the first batch. */
  readonly from: number;
  /** Text that the names of the kinds hold which are attacked. */
  readonly kinds: string;
  /** Processes side by side. */
  readonly workers: number;
}

/** How the command is written; shown after a mistake. */
export const usage = [
  'Usage: npm run test:attack -- [options]',
  '  --tables N    ends after so many tables (5000 unless told)',
  '  --minutes N   and after so many minutes at the latest (45 unless told, and at most)',
  '  --seed N      which tables (1 unless told): the same seed makes the same ones',
  '  --from N      the number of the first batch (0 unless told): each run says where the next one goes on',
  '  --kinds TEXT  only the kinds whose name holds the text, such as editions',
  '  --workers N   processes side by side (1 unless told): as many as there are cores',
].join('\n');

const known = {
  tables: { type: 'string', default: '5000' },
  minutes: { type: 'string', default: '45' },
  seed: { type: 'string', default: '1' },
  from: { type: 'string', default: '0' },
  kinds: { type: 'string', default: '' },
  workers: { type: 'string', default: '1' },
} as const;

/** The longest that a run may take, in minutes. */
const mostMinutes = 45;

/**
 * Reads the command line.
 *
 * @throws {Error} for an option that there is none of, or one that is no whole number.
 */
export function parseOptions(given: readonly string[]): AttackOptions {
  const { values } = parseArgs({ args: [...given], options: { ...known, help: { type: 'boolean', default: false } } });
  if (values.help) throw new Error('What the attack takes:');
  const read = (name: 'tables' | 'minutes' | 'seed' | 'from' | 'workers'): number => {
    const value = Number(values[name]);
    if (Number.isSafeInteger(value) && value >= 0) return value;
    throw new Error(`--${name} is "${values[name]}": expected a whole number such as ${known[name].default}`);
  };
  return {
    tables: read('tables'),
    minutes: Math.min(read('minutes'), mostMinutes),
    seed: read('seed'),
    from: read('from'),
    kinds: values.kinds,
    workers: Math.max(1, read('workers')),
  };
}
