import { loaded, type FileFormat, type OpenedFile } from '@boroughgraph/kit/datasets/dataset.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { countAt, countIn, marchOf, rateIn, residentsOfRates, yearTo } from './education-counts.ts';
import {
  educationColumn,
  educationColumns,
  type EducationRow,
  outsideLondon,
  readEducationRow,
  requireEducationTable,
} from '@boroughgraph/kit/datasets/education-rows.ts';

/** A table that counts something at 31 March, with its rate in the column beside. */
export interface CountAndRateTable {
  readonly name: string;
  /** What the column `category` holds in every row. */
  readonly category: string;
  readonly count: { readonly indicator: IndicatorDefinition; readonly heading: string };
  readonly rate: { readonly indicator: IndicatorDefinition; readonly heading: string };
  /** What the table counts over the year to 31 March, in columns that an extract may lack. */
  readonly flows: readonly { readonly indicator: IndicatorDefinition; readonly heading: string }[];
}

/**
 * The format of a wide table of the Department for Education, of which one count, its rate and its flows are served. Releases from
 * 2025 on have no rates.
 */
export function countAndRateFormat({ name, category, count, rate, flows }: CountAndRateTable): FileFormat {
  return {
    name,
    delimiter: ',',
    listsEveryArea: true,
    columns: {
      ...educationColumns,
      count: educationColumn(count.heading),
      rate: { ...educationColumn(rate.heading), isOptional: true },
      ...Object.fromEntries(
        flows.map(({ heading }) => [heading, { ...educationColumn(heading), isOptional: true }] as const),
      ),
    },
    otherColumns: 'ignored',
    open: (file, draft) => {
      requireEducationTable(file, category);
      noticeMissingBoroughs(draft, count.indicator);
      return educationReader((row, { area, year }) => {
        const ordinal = marchOf(year);
        const reading = countIn(row, 'count', area);
        draft.stage({ indicator: count.indicator, place: area.code, cells: [{ ordinal, reading }] });
        for (const flow of flows) {
          if (!row.has(flow.heading)) continue;
          const cells = [{ ordinal: yearTo(year), reading: countIn(row, flow.heading, area) }];
          draft.stage({ indicator: flow.indicator, place: area.code, cells });
        }
        if (!row.has('rate')) return;
        const cell = { ordinal, reading: rateIn(row, 'rate', reading) };
        draft.stage({
          indicator: rate.indicator,
          place: area.code,
          cells: [{ ...cell, denominatorPeriodId: residentsOfRates.periodId(year) }],
          denominatorSource: residentsOfRates.denominatorSource,
        });
      });
    },
  };
}

/** A table that counts something in the year to 31 March, in total and in a column for each part. */
export interface TotalAndPartsTable {
  readonly name: string;
  readonly category: string;
  readonly total: string;
  /** What a part is, for a sentence: "a source of referral". */
  readonly part: string;
  /** Its one dimension has a value for each part: the kebab-case of its heading. */
  readonly indicator: IndicatorDefinition;
}

/** What one row of such a table says: its total, and each part. */
interface TotalAndParts {
  readonly total: Reading;
  readonly parts: readonly { readonly value: string; readonly reading: Reading }[];
}

/** The format of a wide table of the Department for Education with a total and a column for each part. An unknown part is refused. */
export function totalAndPartsFormat({ name, category, total, part, indicator }: TotalAndPartsTable): FileFormat {
  const [dimension] = indicator.dimensions;
  if (dimension === undefined) throw new Error(`${indicator.id} has no dimension`);
  const values = dimension.choices.map(({ value }) => value);
  const open = (file: OpenedFile, draft: ReleaseDraft) => {
    requireEducationTable(file, category);
    noticeMissingBoroughs(draft, indicator);
    return educationReader((row, { area, year }) => {
      const ordinal = yearTo(year);
      const staged = { indicator, place: area.code };
      const total = countIn(row, 'total', area);
      const parts = file.others.map((column) => ({ value: column.meaning, reading: countAt(row, column, area) }));
      draft.stage({ ...staged, cells: [{ ordinal, reading: total }] });
      for (const { value, reading } of parts)
        draft.stage({ ...staged, cells: [{ ordinal, reading }], dimensions: { [dimension.id]: value } });
      // By how much they differ may be a part that is withheld.
      if (indicator.additivity === 'ADDITIVE' && area.type === 'BOROUGH' && !isWhole({ total, parts }))
        draft.notice(`${indicator.id} of ${area.name}, year to March ${year}: the parts do not add up to the total`);
    });
  };
  return {
    name,
    delimiter: ',',
    listsEveryArea: true,
    columns: { ...educationColumns, total: educationColumn(total) },
    otherColumns: {
      what: part,
      read: (heading) => values.find((value) => value === slug(heading)) ?? null,
    },
    open,
  };
}

/** Whether the parts add up to the total; true where the total or a part is not published. */
function isWhole({ total, parts }: TotalAndParts): boolean {
  const values = parts.map(({ reading }) => reading.value);
  const known = values.filter((value) => value !== null);
  if (total.value === null || known.length < values.length) return true;
  return known.reduce((sum, part) => sum + part, 0) === total.value;
}

/** Reads the rows of London and England, and leaves the others out. */
function educationReader(read: (row: Row, of: EducationRow) => void) {
  return (row: Row) => {
    const of = readEducationRow(row);
    if (of === null) return outsideLondon;
    read(row, of);
    return loaded;
  };
}
