import { readFileSync } from 'node:fs';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { z } from 'zod';

/** By recorded operation, the ids of the indicators whose series it shows; `any` where whoever asks says which. */
const neededIndicators = z.record(z.string(), z.union([z.literal('any'), z.array(z.string())]));

/** What recorded operations show, as a test finds it out over published files. */
export type NeededIndicators = Readonly<Record<string, readonly string[] | 'any'>>;

/** What is written down beside the recorded operations. */
export function readNeededIndicators(): NeededIndicators {
  const place = import.meta.resolve('@boroughgraph/schema/operations/needed-indicators.json');
  return neededIndicators.parse(JSON.parse(readFileSync(new URL(place), 'utf8')));
}

/**
 * What a load does to the recorded operations, and so to the dashboards that ask them: a line for each indicator of which figures are gone,
 * with the operations that show it. None where nothing is gone. Never throws.
 */
export function describeBrokenOperations(
  { changes, outcome }: Pick<LoadReport, 'changes' | 'outcome'>,
  needed: NeededIndicators,
): readonly string[] {
  const lost = Map.groupBy(
    (changes?.by ?? []).filter((each) => each.lost > 0),
    ({ indicator }) => indicator.id,
  );
  const verb = outcome === 'loaded' ? 'are gone' : 'would be gone';
  return [...lost].map(([id, kinds]) => {
    const count = kinds.reduce((sum, each) => sum + each.lost, 0);
    const figures = `${count.toLocaleString('en-GB')} ${count === 1 ? 'figure' : 'figures'} of ${id}`;
    return `  ${figures} ${count === 1 ? verb.replace('are', 'is') : verb}: ${describeOperations(id, needed)}`;
  });
}

/** The recorded operations that show some of the indicators whatever is asked of them. Never throws. */
export function operationsShowing(indicators: readonly string[], needed: NeededIndicators): readonly string[] {
  return Object.keys(needed).filter((name) => {
    const shown = needed[name] ?? 'any';
    return shown !== 'any' && indicators.some((id) => shown.includes(id));
  });
}

function describeOperations(id: string, needed: NeededIndicators): string {
  const named = operationsShowing([id], needed);
  const any = Object.keys(needed).filter((name) => needed[name] === 'any');
  const shown = named.length > 0 ? `shown by ${named.join(', ')}` : 'shown by no recorded operation of itself';
  return any.length > 0 ? `${shown}, and to whoever asks for it by ${any.join(', ')}` : shown;
}
