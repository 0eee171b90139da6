import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import { ordinalOf, PeriodError } from '../statistics/periods.ts';
import { type FileFormat, leftOut, loaded, type RowReader } from './dataset.ts';
import { interactiveToolArea, interactiveToolColumns, interactiveToolReading } from './interactive-tool-rows.ts';
import type { ReleaseDraft } from './release-draft.ts';
import type { Row } from '../files/row.ts';

/** How an item writes its years: the id of the period that a text names, or null, and an example of a text. */
export interface YearsOfItem {
  readonly read: (text: string) => string | null;
  readonly example: string;
}

/** What an item of an extract is. */
export interface InteractiveToolItem {
  /** Undefined for none of the dataset's, which is a mistake in its definition. */
  readonly indicator: IndicatorDefinition | undefined;
  readonly dimensions?: Dimensions;
  readonly periodOf: YearsOfItem;
  /** Places whose figure is not theirs, or not of the indicator, by code: why, as a rule. @default none */
  readonly notOf?: Readonly<Record<string, string>>;
}

/** Three calendar years together, `2020-22`. */
export const threeYears: YearsOfItem = {
  read: (text) => (/^20\d\d-\d\d$/.test(text) ? `P3-${text}` : null),
  example: '2020-22',
};

/** The twelve months that end in December of a year, `2024`. */
export const yearToDecember: YearsOfItem = {
  read: (text) => (/^20\d\d$/.test(text) ? `R12-${text}-12` : null),
  example: '2024',
};

/** The financial year that ends in a year, `2024`. */
export const yearToMarch: YearsOfItem = {
  read: (text) => (/^20\d\d$/.test(text) ? `FY${Number(text) - 1}-${text.slice(2)}` : null),
  example: '2024',
};

/** A financial year, `2024-25`. */
export const financialYear: YearsOfItem = {
  read: (text) => (/^20\d\d-\d\d$/.test(text) ? `FY${text}` : null),
  example: '2024-25',
};

/**
 * An extract of the Local Authority Interactive Tool as one dataset reads it: the items that are its own, by their short descriptions. Rows
 * of other items are left out, and so are areas in which an item is not measured.
 *
 * @throws when an item has no indicator, which is a mistake in the definition of its dataset.
 */
export function interactiveToolTable(
  what: string,
  items: Readonly<Record<string, InteractiveToolItem>>,
  otherItems: readonly string[] = [],
): FileFormat {
  for (const [item, { indicator }] of Object.entries(items))
    if (indicator === undefined) throw new Error(`the item ${item} of the tool has no indicator`);
  return {
    name: `an extract of the Local Authority Interactive Tool with ${what}`,
    delimiter: ',',
    columns: interactiveToolColumns,
    otherColumns: 'refused',
    open: (_file, draft): RowReader => {
      const known = { ...Object.fromEntries(otherItems.map((item) => [item, null])), ...items };
      return (row) => readRow(row, row.oneOf<InteractiveToolItem | null>('item', known), draft);
    },
  };
}

function readRow(row: Row, item: InteractiveToolItem | null, draft: ReleaseDraft) {
  if (item?.indicator === undefined) return leftOut('another item than those of this dataset');
  const { indicator, dimensions = {}, notOf = {} } = item;
  const area = interactiveToolArea(row);
  if (area === null) return leftOut('outside London');
  const why = notOf[area.code] ?? indicator.notMeasuredIn?.[area.code];
  if (why !== undefined) return leftOut(why);
  if (!indicator.areaTypes.includes(area.type)) return leftOut(`not measured in ${area.name}`);
  const cells = [{ ordinal: yearsIn(row, indicator, item.periodOf), reading: interactiveToolReading(row) }];
  draft.stage({ indicator, place: area.code, dimensions, cells });
  return loaded;
}

function yearsIn(row: Row, { grid }: IndicatorDefinition, { read, example }: YearsOfItem): number {
  const id = read(row.text('years'));
  try {
    if (id !== null) return ordinalOf(grid, id);
  } catch (problem) {
    if (!(problem instanceof PeriodError)) throw problem;
  }
  return row.reject('years', `years such as ${example}`);
}
