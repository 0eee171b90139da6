import { parse, print } from 'graphql';
import type { DifferentialReport, FoundDifference } from './differential.ts';
import type { JudgedDifference } from './judge.ts';
import type { Oracle } from './rule.ts';

/** Characters of a value that are shown. */
const shown = 300;

/** The report for people: each difference as small as it is, then the rules. */
export function formatReport({ operations, found, unrepeated, ruleUses }: DifferentialReport): string {
  const uses = [...ruleUses].map(
    ([name, count]) => `${String(count).padStart(7)}  ${name}${count === 0 ? ' (unused)' : ''}`,
  );
  const summary = `${operations} operations, each without and with failures: ${found.length} differences, ${unrepeated} more gone when asked again`;
  return [...found.map(formatFound), summary, 'answers in which a rule explained something:', ...uses].join('\n');
}

function formatFound({ seed, index, plan, operation, differences }: FoundDifference): string {
  const failures = [...plan.byAgency].map(([agency, kind]) => `${agency}: ${kind}`).join(', ');
  return [
    `seed ${seed}, index ${index}, ${failures === '' ? 'nothing fails' : failures}`,
    print(parse(operation.query)),
    `variables ${JSON.stringify(operation.variables)}`,
    ...differences.map(formatDifference),
    '',
  ].join('\n');
}

const names: Readonly<Record<Oracle, string>> = {
  executor: "Apollo's executor",
  stock: 'the stock gateway',
  monolith: 'the monolith',
  loss: 'the monolith',
};

function formatDifference({ oracle, difference }: JudgedDifference): string {
  const other = names[oracle];
  if (difference.kind === 'leak') return `  ours tells clients of ${difference.words}`;
  if (difference.kind === 'order') return `  fields in another order at ${difference.path.join('.')} than ${other}`;
  if (difference.kind === 'data') {
    const [ours, theirs] = [difference.ours, difference.theirs].map((value) => write(value).slice(0, shown));
    return `  data at ${difference.path.join('.') || 'the root'}: ours ${ours ?? ''}, ${other} ${theirs ?? ''}`;
  }
  const { place, code, original } = difference.error;
  const where = place === null ? 'without a place' : `at ${place.join('.')}`;
  return `  error of ${difference.side === 'ours' ? 'ours' : other} alone: ${code} ${where}: ${original.message.slice(0, shown)}`;
}

function write(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
