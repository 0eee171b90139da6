import { z } from 'zod';
import { listedDataset, listedRelease, releaseFields } from '../listed-dataset.ts';

const text = z.string();
const number = z.number().nullable();

const observation = z.object({
  period: z.object({ id: text, label: text, start: text, end: text }),
  value: number,
  displayValue: text,
  status: text,
  flags: z.array(text),
  numerator: number,
  denominator: number,
  denominatorSource: text.nullable(),
  lower: number,
  upper: number,
  release: z.object({ id: text, publishedAt: text }).nullable(),
});

const series = z.object({
  area: z.object({ code: text, name: text.nullable() }).nullable(),
  site: z.object({ id: text, name: text }).nullable(),
  dimensions: z.array(z.object({ dimension: text, value: text, label: text })),
  caveats: z.array(z.object({ severity: text, text })),
  breaks: z.array(z.object({ at: text, kind: text, note: text })),
  statement: text,
  observations: z.array(observation),
});

/** What the operation of a number answers; parts are null where there is none. */
export const numberAnswer = z.object({
  agency: z
    .object({
      id: text,
      name: text,
      contact: text.nullable(),
      indicator: z
        .object({
          id: text,
          name: text,
          definition: text,
          unit: text,
          valueType: text,
          dataset: listedDataset,
        })
        .nullable(),
      series: z.object({ nodes: z.array(series) }).nullish(),
    })
    .nullable(),
});

/** An agency's part of the answer. */
export type NumberAgency = NonNullable<z.infer<typeof numberAnswer>['agency']>;
/** What is measured. */
export type NumberIndicator = NonNullable<NumberAgency['indicator']>;
/** A series with some of its observations. */
export type NumberSeries = z.infer<typeof series>;
/** One of them. */
export type NumberObservation = z.infer<typeof observation>;
/** An edition of the dataset. */
export type NumberRelease = z.infer<typeof listedRelease>;

/** The text of the operation of a number, of the agency at a field of the root. */
export function writeNumberOperation(field: string): string {
  return `query Number($indicator: ID!, $indicators: [ID!]!, $areas: [ID!], $sites: [ID!], $dimensions: [DimensionInput!], $periodType: PeriodType!, $during: PeriodRange!, $on: Date) {
    agency: ${field} { id name contact
      indicator(id: $indicator) { id name definition unit valueType
        dataset { id title publisher licence attribution designation landingPage
          releases(last: 300) { ${releaseFields} } } }
      series(indicators: $indicators, areas: $areas, sites: $sites, dimensions: $dimensions, periodType: $periodType, asPublishedOn: $on, first: 20) { nodes {
        area { code name } site { id name } dimensions { dimension value label }
        caveats { severity text } breaks { at kind note } statement
        observations(during: $during) { period { id label start end } value displayValue status flags numerator denominator denominatorSource lower upper release { id publishedAt } } } } } }`;
}

/** What an agency tells of the editions of a dataset. */
export const editionsAnswer = z.object({
  agency: z.object({ dataset: z.object({ releases: z.array(listedRelease) }).nullable() }).nullable(),
});

/** The text of the operation that asks for the editions of a dataset, of the agency at a field of the root. */
export function writeEditionsOperation(field: string): string {
  return `query Editions($dataset: ID!) { agency: ${field} { dataset(id: $dataset) { releases(last: 300) { ${releaseFields} } } } }`;
}
