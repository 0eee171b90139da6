import { z } from 'zod';
import type { RunningSystem } from '../support/running-system.ts';

const figure = z.object({
  period: z.object({ id: z.string(), label: z.string() }),
  value: z.number().nullable(),
  status: z.string(),
  release: z.object({ publishedAt: z.string() }).nullable(),
});
const days = z.object({
  agency: z.object({
    indicator: z.object({ dataset: z.object({ releases: z.array(z.object({ publishedAt: z.string() })) }) }),
  }),
});
const dimension = z.object({ dimension: z.string(), value: z.string() });
const page = z.object({
  agency: z.object({
    series: z.object({ nodes: z.array(z.object({ dimensions: z.array(dimension), observations: z.array(figure) })) }),
  }),
});

/** What was served of a series on the day of an edition. */
export type Edition = readonly z.infer<typeof figure>[];

/** Which series is meant. */
interface Series {
  readonly indicator: { readonly id: string };
  readonly area: { readonly code: string } | null;
  readonly site: { readonly id: string } | null;
  readonly dimensions: readonly z.infer<typeof dimension>[];
  readonly periodType: string;
}

/** Whether a caveat tells what editions have. */
export const isOfEditions = (text: string) =>
  text.startsWith('Figures that an earlier edition') || text.startsWith('No figure of it stands');

/** What a series was on the day of each edition of its dataset, oldest first. */
export async function editionsOf({ ask }: RunningSystem, root: string, one: Series): Promise<readonly Edition[]> {
  const { id } = one.indicator;
  const query = `query ($id: ID!) { agency: ${root} { indicator(id: $id) { dataset { releases(last: 200) { publishedAt } } } } }`;
  const { releases } = days.parse((await ask(query, { id })).data).agency.indicator.dataset;
  const found: Edition[] = [];
  for (const on of [...new Set(releases.map(({ publishedAt }) => publishedAt))].toSorted())
    found.push(await editionOn({ ask }, root, { ...one, on }));
  return found;
}

async function editionOn(
  { ask }: Pick<RunningSystem, 'ask'>,
  root: string,
  { indicator, area, site, dimensions, periodType, on }: Series & { readonly on: string },
): Promise<Edition> {
  const place = area === null ? 'sites: [$place]' : 'areas: [$place]';
  const query = `query ($id: ID!, $place: ID!, $type: PeriodType, $dimensions: [DimensionInput!], $on: Date) {
    agency: ${root} { series(indicators: [$id], ${place}, periodType: $type, dimensions: $dimensions, asPublishedOn: $on) {
      nodes { dimensions { dimension value } observations { period { id label } value status release { publishedAt } } } } } }`;
  const narrowed = dimensions.map(({ dimension: name, value }) => ({ dimension: name, value }));
  const variables = { id: indicator.id, place: area?.code ?? site?.id, type: periodType, dimensions: narrowed, on };
  const { data, errors } = await ask(query, variables);
  if (errors !== undefined) throw new Error(`${indicator.id} on ${on}: ${JSON.stringify(errors).slice(0, 500)}`);
  const { nodes } = page.parse(data).agency.series;
  return nodes.find((node) => node.dimensions.length === dimensions.length)?.observations ?? [];
}
