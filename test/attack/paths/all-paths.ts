import type { Knowledge } from '../knowledge.ts';
import type { KnownSum } from '../tables/cube.ts';
import { recoverByMarking, recoverByStatistics, recoverFromZeros } from './cells.ts';
import { allMeans, type LinearMeans, recoverBySums } from './linear.ts';

/** A leak path that is tried on one table at a time. */
export interface LeakPath {
  readonly name: string;
  /** Whether a table has what the path goes by. */
  readonly applies: (knowledge: Knowledge) => boolean;
  /** The figures that it recovers. */
  readonly recover: (knowledge: Knowledge) => readonly string[];
}

const hasSums =
  (...kinds: readonly KnownSum['kind'][]) =>
  ({ world }: Knowledge) =>
    world.sums.some(({ kind }) => kinds.includes(kind));
const hasStatistics = ({ world }: Knowledge) => world.statistics.length > 0;
const bySums = (means: LinearMeans) => (knowledge: Knowledge) => recoverBySums(knowledge, means).map(({ id }) => id);
const always = () => true;

/** Names of the paths that a whole batch, or a running system, is needed for. */
export const batchPaths = {
  oracles: '8 filters, order, trends, limits and text',
  revisions: '9 revisions',
  noise: '12 averaging noise',
  differences: '13 history and differences',
} as const;

/** The paths that one table is enough for, and all sums together, in the order of the catalogue of leak paths. */
export const tablePaths: readonly LeakPath[] = [
  {
    name: '1 one gap in a row with a total',
    applies: hasSums('categories'),
    recover: bySums({ kinds: ['categories'], isTold: false, isSingle: true }),
  },
  { name: '2 statistics on hidden counts', applies: always, recover: recoverByStatistics },
  {
    name: '3 rate times denominator, width of interval',
    applies: hasStatistics,
    recover: bySums({ kinds: [], isTold: true }),
  },
  { name: '4 totals across areas', applies: hasSums('areas'), recover: bySums({ kinds: ['areas'], isTold: false }) },
  {
    name: '4 totals across units of one kind',
    applies: hasSums('units'),
    recover: bySums({ kinds: ['units'], isTold: false }),
  },
  {
    name: '5 totals across time',
    applies: hasSums('periods', 'balance'),
    recover: bySums({ kinds: ['periods', 'balance'], isTold: false }),
  },
  {
    name: '6 totals across categories and flags',
    applies: hasSums('categories', 'subset'),
    recover: bySums({ kinds: ['categories', 'subset'], isTold: false }),
  },
  {
    name: '7 totals across publications',
    applies: hasSums('same'),
    recover: bySums({ kinds: ['same'], isTold: false }),
  },
  { name: '10 marking of the kind', applies: always, recover: recoverByMarking },
  { name: '11 zeros for small counts', applies: always, recover: recoverFromZeros },
  { name: 'all sums and statistics together', applies: always, recover: bySums(allMeans) },
];
