import { seriesColumns } from '../series-columns.ts';

/** The columns of a row of `series` that are lists. */
export const listColumns = seriesColumns.filter(({ holds, sqlType }) => holds !== 'name' && sqlType === 'json');

/** What stands within the brackets of a list, as SQL of its text; null where it is null or empty. */
export function elementsOf(list: string): string {
  const text = `btrim((${list})::text, ${space})`;
  return `nullif(btrim(substring(${text} from 2 for char_length(${text}) - 2), ${space}), '')`;
}

/** As many elements of a list as SQL says, each of them `element`; null where there is none. */
export const repeated = (element: string, times: string) => `nullif(rtrim(repeat('${element},', ${times}), ','), '')`;

/** What many rows say, one after the other in an order, as one list; null where none says anything. */
export const joinedList = (elements: string, order: string) =>
  `('[' || string_agg(${elements}, ',' order by ${order}) || ']')::json`;

const space = String.raw`E' \t\n\r'`;
