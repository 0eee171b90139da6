import { z } from 'zod';
import { writeNumberAddress } from '../takeaway/numbers/number-address.ts';
import { writeDatasetAddress } from '../takeaway/datasets/dataset-address.ts';
import { defineTool } from './tool.ts';

/** What both tools of one series are asked with. */
export const seriesInput = z.object({
  indicator: z.string().min(1).max(200).describe('Id of the indicator, as search gave it.'),
  area: z.string().min(1).max(200).describe('Code of the area, as search gave it: E09000012.'),
  dimensions: z
    .array(z.object({ dimension: z.string().max(200), value: z.string().max(200) }))
    .max(5)
    .default([])
    .describe('What the indicator is narrowed to, as the narrowing of search says. Its total when left out.'),
});

const observation = z.object({
  period: z.object({ id: z.string(), label: z.string() }),
  value: z.number().nullable(),
  displayValue: z.string(),
  status: z.string(),
  flags: z.array(z.string()),
  release: z.object({ id: z.string(), publishedAt: z.string() }).nullable(),
});

const answer = z.object({
  indicator: z
    .object({
      __typename: z.string(),
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      valueType: z.string(),
      additivity: z.string(),
      definition: z.string(),
      dataset: z.looseObject({ id: z.string(), agency: z.string().optional() }),
      seriesAbsence: z.object({ reason: z.string(), text: z.string() }).nullable(),
      series: z
        .looseObject({
          area: z.object({ code: z.string(), name: z.string() }).nullable(),
          observations: z.array(observation),
        })
        .nullable(),
    })
    .nullable(),
});

/** The fields of a series that say what it is, and what not to conclude from it. */
export const seriesHead = `area { code name } relation directlyMeasured dimensions { dimension value label } periodType isSynthetic
      statement caveats { severity text } breaks { at kind note }`;
/** The fields of an indicator and where its figures come from. */
export const indicatorHead = `__typename id name definition unit valueType additivity
    dataset { id title publisher licence attribution designation landingPage }`;

/** The newest figures of one series. */
export const seriesTool = defineTool({
  name: 'series',
  title: 'Read the newest figures of one series',
  description:
    'The newest figures of one indicator for one area, with a statement for residents, what not to conclude, where they come from, and the address of each to cite; and the addresses of the same for all areas, and of the outlines of boroughs. Figures may be added up as `additivity` says, and not otherwise. A figure that is not there says why: [c] is withheld to protect people, and is not zero.',
  input: seriesInput.extend({
    last: z.int().min(1).max(36).default(6).describe('How many of the newest periods.'),
    asPublishedOn: z.iso.date().optional().describe('The figures as they stood at the end of this day.'),
  }),
  operation: `query ToolSeries($indicator: ID!, $area: ID!, $dimensions: [DimensionInput!], $last: Int!, $on: Date) { indicator(id: $indicator) {
    ${indicatorHead}
    seriesAbsence(area: $area, asPublishedOn: $on) { reason text }
    series(area: $area, dimensions: $dimensions, asPublishedOn: $on) { ${seriesHead}
      observations(last: $last) { period { id label } value displayValue status flags release { id publishedAt } } } } }`,
  variables: ({ indicator, area, dimensions, last, asPublishedOn }) => ({
    ...{ indicator, area, last },
    dimensions: dimensions.length === 0 ? null : dimensions,
    on: asPublishedOn ?? null,
  }),
  tell: (data, { input, origin, agencies }) => {
    const { indicator } = answer.parse(data);
    if (indicator === null) return noIndicator(input.indicator);
    const { series, seriesAbsence, ...about } = indicator;
    if (series === null) return { kind: 'refused', reason: seriesAbsence?.text ?? 'There is no such series.' };
    const { observations, ...head } = series;
    const key = {
      agency: agencyOf(indicator.__typename, agencies),
      indicator: indicator.id,
      place: series.area?.code ?? input.area,
      isSite: false,
      dimensions: input.dimensions,
    };
    const figures = observations.map(({ period, release, ...own }) => ({
      ...own,
      period,
      release,
      ...(own.status === 'PUBLISHED' &&
        release !== null && {
          address: origin + writeNumberAddress({ ...key, period: period.id, release: release.id }),
        }),
    }));
    const addresses = {
      dataset: origin + writeDatasetAddress(about.dataset.id, 'csv'),
      outlines: `${origin}/data/boundaries.geojson`,
    };
    return { kind: 'answer', value: { indicator: about, ...head, observations: figures, addresses } };
  },
});

/** What is said of an id that no agency has. */
export function noIndicator(id: string) {
  const reason = `There is no indicator "${id.slice(0, 100)}". Take an id that search gave.`;
  return { kind: 'refused', reason } as const;
}

/** The id of the agency that an indicator's type is of: the type is named after all of it, or after its last word. */
function agencyOf(typeName: string, agencies: readonly string[]): string {
  const kebab = typeName
    .replace(/Indicator$/, '')
    .replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
  return agencies.find((agency) => agency === kebab || agency.endsWith(`-${kebab}`)) ?? kebab;
}
