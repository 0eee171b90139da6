import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import { z } from 'zod';
import type { RunningSystem } from '../support/running-system.ts';

/** Which figures are asked for. What is left out is not narrowed. */
export interface Question {
  /** An agency by its name: `policing`. */
  readonly agency: string;
  readonly indicator: string;
  readonly areas?: readonly string[];
  readonly areaType?: string;
  readonly periodType?: string;
  /** By dimension: the value of each that is wanted, and no other dimension. @default every series */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly from?: string;
  readonly to?: string;
}

const period = z.object({ id: z.string(), type: z.string(), start: z.string(), end: z.string() });
const figureSchema = z.object({
  period,
  value: z.number().nullable(),
  displayValue: z.string(),
  status: z.string(),
  flags: z.array(z.string()),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  denominatorPeriod: z.object({ id: z.string() }).nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});
const seriesSchema = z.object({
  indicator: z.object({
    id: z.string(),
    name: z.string(),
    definition: z.string(),
    unit: z.string(),
    valueType: z.string(),
    multiplier: z.number(),
    additivity: z.string(),
    attributionBasis: z.string(),
  }),
  area: z.object({ code: z.string(), name: z.string(), type: z.string() }).nullable(),
  dimensions: z.array(z.object({ dimension: z.string(), value: z.string(), label: z.string() })),
  periodType: z.string(),
  observations: z.array(figureSchema),
  breaks: z.array(z.object({ at: z.string(), note: z.string() })),
  caveats: z.array(z.object({ severity: z.string(), text: z.string() })),
});

/** One series as a reader gets it, in whatever format. */
export type AskedSeries = z.infer<typeof seriesSchema>;

/** Asks for series: of each format in which figures are given out there is one such way. */
export type Ask = (question: Question) => Promise<readonly AskedSeries[]>;

/** The text of the operation that asks the agency of a root field. */
export const questionQuery = (
  root: string,
) => `query ($indicators: [ID!]!, $areas: [ID!], $areaType: AreaType, $periodType: PeriodType, $dimensions: [DimensionInput!], $during: PeriodRange) {
  agency: ${root} { series(indicators: $indicators, areas: $areas, areaType: $areaType, periodType: $periodType, dimensions: $dimensions) { nodes {
    indicator { id name definition unit valueType multiplier additivity attributionBasis }
    area { code name type } dimensions { dimension value label } periodType
    observations(during: $during) { period { id type start end } value displayValue status flags numerator denominator denominatorPeriod { id } lower upper }
    breaks { at note } caveats { severity text }
  } } } }`;

/** What it is asked with. */
export function questionVariables({ indicator, dimensions, from, to, areas, areaType, periodType }: Question) {
  const narrowed = Object.entries(dimensions ?? {}).map(([dimension, value]) => ({ dimension, value }));
  return { indicators: [indicator], areas, areaType, periodType, dimensions: narrowed, during: { from, to } };
}

const answer = z.object({ agency: z.object({ series: z.object({ nodes: z.array(seriesSchema) }) }) });

/**
 * Asks over HTTP, in GraphQL.
 *
 * @throws with the messages of the answer, where it has errors.
 */
export const askInGraphql =
  ({ ask }: Pick<RunningSystem, 'ask'>): Ask =>
  async (question) => {
    const { agency, dimensions } = question;
    const root = agencyNames.find(({ name }) => name === agency)?.rootField ?? agency;
    const { data, errors = [] } = await ask(questionQuery(root), questionVariables(question));
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    const { nodes } = answer.parse(data).agency.series;
    return dimensions === undefined
      ? nodes
      : nodes.filter((one) => one.dimensions.length === Object.keys(dimensions).length);
  };
