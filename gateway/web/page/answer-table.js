/**
 * The largest list of an answer as a table: a row for each thing in it, a column for each value, by the path that leads to it. Null
 * where there is no list of things. What lies around the list is in no row; lists within it are counted.
 */
export function readTable(data) {
  const lists = findLists(data, []);
  if (lists.length === 0) return null;
  const largest = lists.reduce((most, each) => (each.items.length > most.items.length ? each : most));
  const rows = largest.items.map((item) => Object.fromEntries(flatten(item, [])));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { path: largest.path.join('.'), columns, rows };
}

/** Points of a series: of rows with a period and a value, in their order; null where the table has none. */
export function readPoints({ columns, rows }) {
  const [period] = ['period.label', 'period.id', 'period.start'].filter((each) => columns.includes(each));
  if (period === undefined || !columns.includes('value')) return null;
  return rows.map((row) => ({
    label: String(row[period] ?? ''),
    value: typeof row.value === 'number' ? row.value : null,
  }));
}

function findLists(value, path) {
  if (Array.isArray(value)) {
    const items = value.filter((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
    const own = items.length > 0 ? [{ path, items }] : [];
    return [...own, ...items.flatMap((each, index) => findLists(each, [...path, index]))].flatMap((each) =>
      Array.isArray(each) ? each : [each],
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => findLists(each, [...path, key]));
}

function flatten(value, path) {
  return Object.entries(value).flatMap(([key, each]) => {
    const here = [...path, key];
    if (Array.isArray(each)) {
      const isPlain = each.every((one) => typeof one !== 'object' || one === null);
      return [[here.join('.'), isPlain ? each.join(' ') : `${each.length} things`]];
    }
    return typeof each === 'object' && each !== null ? flatten(each, here) : [[here.join('.'), each]];
  });
}
