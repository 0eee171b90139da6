import { type MeasureTies, readMeasures } from './graph-measures.ts';
import { type Ask, readStandings } from './graph-standings.ts';
import { type Answer, answerOf, answers, describeTies, type StandingOf, writeEntry } from './standing.ts';
import { type IsStated, readPlanFacts } from './plan-facts.ts';
import { readEntries, readEntry, type SystemEntry } from './system-entry.ts';

/** What the graph answers of all that the plans name. */
export interface Coverage {
  /** The systems with a number in the inventory, in its order. */
  readonly systems: readonly SystemEntry[];
  readonly measures: readonly MeasureTies[];
  readonly standingOf: StandingOf;
  readonly isStated: IsStated;
}

/** Asks the graph about every system of the list of data systems, and every measure of its frameworks. */
export async function readCoverage(ask: Ask, list: string): Promise<Coverage> {
  const entries = readEntries(list);
  const measures = await readMeasures(ask);
  const standingOf = await readStandings(
    ask,
    [...entries, ...measures].flatMap(({ ties }) => ties),
  );
  const isStated = await readPlanFacts(ask);
  return { systems: entries.filter(({ number }) => number !== null), measures, standingOf, isStated };
}

const heads = { HELD: 'held', AWAITED: 'awaited', RESTRICTED: 'restricted', NEVER: 'never' } as const;

type Counts = Readonly<Record<Answer, number>>;
type Counted = Pick<SystemEntry, 'ties'>;

/** How many of these have each answer. */
function countAnswers(all: readonly Counted[], standingOf: StandingOf): Counts & { readonly all: number } {
  const found = all.map(({ ties }) => answerOf(ties, standingOf));
  const count = (answer: Answer) => found.filter((one) => one === answer).length;
  return {
    HELD: count('HELD'),
    AWAITED: count('AWAITED'),
    RESTRICTED: count('RESTRICTED'),
    NEVER: count('NEVER'),
    all: all.length,
  };
}

/** How many of these have a figure of a published file, or a fact of a plan, or both. */
function countWithFacts(all: readonly Counted[], { standingOf, isStated }: Coverage): number {
  return all.filter(({ ties }) => answerOf(ties, standingOf) === 'HELD' || ties.some(isStated)).length;
}

/** The totals as a table of Markdown: what published files answer, and what is answered with the facts of the plans. */
export function describeTotals(coverage: Coverage): string {
  const { systems, measures, standingOf } = coverage;
  const rows = [
    ['data systems', systems],
    ['measures of the frameworks', measures.filter(({ isMeasure }) => isMeasure)],
    ['commitments and recommendations of lists', measures.filter(({ isMeasure }) => !isMeasure)],
  ] as const;
  const cells = [
    ['', ...answers.map((answer) => heads[answer]), 'all', 'with facts'],
    ...rows.map(([title, all]) => {
      const counts = countAnswers(all, standingOf);
      const numbers = [...answers.map((answer) => counts[answer]), counts.all, countWithFacts(all, coverage)];
      return [title, ...numbers.map(String)];
    }),
  ];
  const [first = 0, ...others] = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const widths = others.map((width) => Math.max(width, 3));
  const lines = cells.map(
    ([title = '', ...numbers]) =>
      `| ${title.padEnd(first)} | ${numbers.map((number, at) => number.padStart(widths[at] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${'-'.repeat(first)} | ${widths.map((width) => `${'-'.repeat(width - 1)}:`).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** One line for each system and each measure, and what there is of it: for people to read. */
export function describeEach({ systems, measures, standingOf, isStated }: Coverage): string {
  const line = (title: string, { ties }: Counted, reasons: readonly string[]) => {
    const facts = ties.some(isStated) ? ['Facts of plans.'] : [];
    const said = [...describeTies(ties, standingOf), ...facts, ...reasons].join(' ');
    return `${heads[answerOf(ties, standingOf)].padEnd(10)}  ${title}  ${said}`.trimEnd();
  };
  return [
    ...systems.map((system) => line(`${String(system.number).padStart(3)} ${system.name}`, system, system.reasons)),
    '',
    ...measures.filter(({ isMeasure }) => isMeasure).map((measure) => line(measure.id, measure, [])),
  ].join('\n');
}

/** The list of data systems as it must be for what the graph answers: which word each indicator stands behind. */
export function rewriteList(list: string, standingOf: StandingOf): string {
  const lines = list.split('\n').map((line) => {
    const entry = readEntry(line);
    return entry === null ? line : writeEntry(entry, standingOf);
  });
  return lines.join('\n');
}
