import type { TablePlan } from './table-plan.ts';
import { linesOf, type Pages } from './write-pages.ts';

/** The place of the column that has the outline of what a row is of; -1 where there is none. */
export function geometryColumn({ columns }: TablePlan): number {
  return columns.findLastIndex(({ reading, level }) => {
    return level > 0 && reading.kind === 'value' && reading.keys.at(-1) === 'geometry';
  });
}

/**
 * The rows of a table as a collection of features, each with its outline, and its other cells as properties. One whose outline is not known
 * has null in its place. Source: RFC 7946, The GeoJSON Format.
 */
export async function* writeGeoJson(plan: TablePlan, pages: Pages): AsyncGenerator<string, void> {
  const of = geometryColumn(plan);
  const properties = plan.columns.flatMap(({ name }, at) =>
    at === of ? [] : [[`${JSON.stringify(name)}:`, at] as const],
  );
  const head = '{"type":"FeatureCollection","features":[';
  let before = '';
  yield* linesOf(pages, head, (row) => {
    const cells = properties.map(([key, at]) => key + JSON.stringify(row[at] ?? null));
    const comma = before;
    before = ',';
    // The agency gives it as text of JSON.
    return `${comma}\n{"type":"Feature","geometry":${String(row[of] ?? null)},"properties":{${cells.join(',')}}}`;
  });
  yield '\n]}\n';
}
