import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import { z } from 'zod';
import { type Ask, rootOf } from './graph-standings.ts';
import type { Tie } from './system-entry.ts';

/** One measure of a framework, and what measures it. */
export interface MeasureTies {
  readonly id: string;
  readonly wording: string;
  readonly ties: readonly Tie[];
  /** False for the lists of what a plan commits to and what a committee recommends: they are done or not. */
  readonly isMeasure: boolean;
}

const frameworksSchema = z.object({
  frameworks: z.array(
    z.object({
      measures: z.array(
        z.object({
          id: z.string(),
          wording: z.string(),
          measuredBy: z.array(
            z.object({
              __typename: z.string(),
              id: z.string(),
              narrowedTo: z.array(z.object({ dimension: z.string(), value: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

const typesSchema = z.record(z.string(), z.object({ indicators: z.array(z.object({ __typename: z.string() })) }));

/** The agencies that answer for each type of indicator, by what the running graph says of itself. */
async function readAgencies(ask: Ask): Promise<ReadonlyMap<string, string>> {
  const roots = agencyNames.map(({ slug }) => `${rootOf(slug)} { indicators { __typename } }`);
  const types = typesSchema.parse(await ask(`{ ${roots.join(' ')} }`));
  return new Map(
    agencyNames.flatMap(
      ({ slug }) => types[rootOf(slug)]?.indicators.map(({ __typename }) => [__typename, slug] as const) ?? [],
    ),
  );
}

/**
 * Every measure of every framework, in the order of the graph.
 *
 * @throws {Error} where an indicator is of no agency of the graph.
 */
export async function readMeasures(ask: Ask): Promise<readonly MeasureTies[]> {
  const agencies = await readAgencies(ask);
  const answer = await ask(
    '{ frameworks { measures { id wording measuredBy { __typename ... on Indicator { id narrowedTo { dimension value } } } } } }',
  );
  const measures = frameworksSchema.parse(answer).frameworks.flatMap((framework) => framework.measures);
  return measures.map(({ id, wording, measuredBy }) => ({
    id,
    wording,
    isMeasure: !/^(?:commitment|recommendation)-/.test(id),
    ties: measuredBy.map((indicator) => {
      const agency = agencies.get(indicator.__typename);
      if (agency === undefined) throw new Error(`"${indicator.__typename}" of ${id}: expected a known indicator`);
      const narrowing = Object.fromEntries(indicator.narrowedTo.map(({ dimension, value }) => [dimension, value]));
      const narrowed = indicator.narrowedTo.map(({ dimension, value }) => `${dimension}=${value}`).join(';');
      const name = `${agency}/${indicator.id}${narrowed === '' ? '' : `[${narrowed}]`}`;
      return { name, agency, id: indicator.id, narrowing };
    }),
  }));
}
