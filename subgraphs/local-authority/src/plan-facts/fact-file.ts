import { readFileSync } from 'node:fs';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { periodFromId } from '@boroughgraph/kit/statistics/periods.ts';
import { unitValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { JSON_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { placeOf } from '../frameworks/documents.ts';
import { linkedAgencies } from '../frameworks/indicator-links.ts';
import { factNatureValues, factPrecisionValues } from '../generated/vocabulary.ts';
import type { PlanFactRecord } from './plan-fact.ts';

const text = z.string().min(1);
const number = z.number();
/** What may stand in a group, or in one of its facts where it differs. */
const common = {
  about: z.strictObject({
    agency: z.enum(linkedAgencies),
    indicator: text,
    only: z.record(z.string(), z.string()).optional(),
  }),
  only: z.record(z.string(), z.string()),
  area: text.refine((code) => areaByCode(code) !== null, 'expected the code of an area that is no ward'),
  unit: z.enum(unitValues),
  scale: number,
  nature: z.enum(factNatureValues),
  precision: z.enum(factPrecisionValues),
  period: text,
  time: text,
  method: text,
  source: text,
  differs: text,
};
const ofOne = { id: z.string().regex(/^[a-z0-9-]+$/), of: text, contradicts: z.array(z.string()).optional() };
const fact = z
  .strictObject({ ...common, value: number.nullable(), lower: number, upper: number })
  .partial()
  .extend({ ...ofOne, printed: text, text });
const row = z
  .strictObject(common)
  .partial()
  .extend({ ...ofOne, line: z.int().positive(), printed: z.array(text).min(1) });
const column = z.strictObject({ time: text, period: text.optional(), nature: common.nature.optional() });
const group = z
  .strictObject(common)
  .partial()
  .extend({
    about: common.about,
    facts: z.array(fact).min(1).optional(),
    document: text.optional(),
    columns: z.array(column).min(1).optional(),
    rows: z.array(row).min(1).optional(),
  });

type Group = z.infer<typeof group>;
type Fact = z.infer<typeof fact>;

/** A fact of a file, and what it says that it contradicts: the others are known once all files are read. */
export type ReadFact = Omit<PlanFactRecord, 'contradictedBy'> & { readonly contradicts: readonly string[] };

/**
 * The facts that a file of this folder sets down, in its order.
 *
 * @throws where the file is not as `README.md` says, with the place in it and what is accepted there.
 */
export function readFacts(name: string): readonly ReadFact[] {
  return factsOf(readFileSync(new URL(name, import.meta.url), 'utf8'), name);
}

/** The facts that a text sets down; see {@link readFacts}. */
export function factsOf(yaml: string, name: string): readonly ReadFact[] {
  const read = z.array(group).safeParse(load(yaml, { schema: JSON_SCHEMA }));
  if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`);
  return read.data.flatMap((one) =>
    [...(one.facts ?? []), ...cellsOf(one, name)].map((each) => complete(one, each, name)),
  );
}

/** A fact for each cell of a table; none where the group has no table. */
function cellsOf({ columns = [], rows = [], document }: Group, name: string): readonly Fact[] {
  return rows.flatMap(({ line, printed, ...of }) => {
    if (document === undefined) throw new Error(`${name}: "${of.id}" is in a table without a document`);
    if (printed.length !== columns.length)
      throw new Error(`${name}: "${of.id}" has ${printed.length} cells: expected ${columns.length}, one a column`);
    return columns.map((at, index) => ({
      ...of,
      ...at,
      id: columns.length === 1 ? of.id : `${of.id}-${slug(at.time)}`,
      printed: printed[index] ?? '',
      text: `${of.of} … ${printed[index] ?? ''}`,
      source: `${document} ${line}`,
    }));
  });
}

function complete(of: Group, given: Fact, name: string): ReadFact {
  const about = given.about ?? of.about;
  const { only = about.only, area, unit, scale = 1, source, ...rest } = { ...of, ...given };
  if (area === undefined || unit === undefined || source === undefined)
    throw new Error(
      `${name}: "${given.id}" has no ${area === undefined ? 'area' : unit === undefined ? 'unit' : 'source'}`,
    );
  return {
    id: given.id,
    of: given.of,
    value: given.value === undefined ? numberIn(given.printed, scale, `${name}: "${given.id}"`) : given.value,
    printed: given.printed,
    unit,
    lower: given.lower ?? null,
    upper: given.upper ?? null,
    precision: rest.precision ?? 'EXACT',
    nature: rest.nature ?? 'REPORTED',
    method: rest.method ?? null,
    period: rest.period === undefined ? null : periodFromId(rest.period),
    time: rest.time ?? null,
    area,
    differs: rest.differs ?? null,
    text: given.text,
    source: source.split('; ').map(placeOf).join('; '),
    about: { agency: about.agency, id: about.indicator, ...(only === undefined ? {} : { narrowing: only }) },
    contradicts: given.contradicts ?? [],
  };
}

/** The number that stands in a text, without its signs of money and per cent: `-1.3`, `£2.2bn`, `2,473.3`. */
function numberIn(printed: string, scale: number, where: string): number {
  const [numeral] = /-?\d[\d,]*(?:\.\d+)?/.exec(printed) ?? [];
  if (numeral === undefined) throw new Error(`${where}: no number stands in "${printed}": expected a value beside it`);
  // Fifteen digits are exact: a tenth of a million is no fraction.
  return Number((Number(numeral.replaceAll(',', '')) * scale).toPrecision(15));
}
