/**
 * A table for a terminal: columns under each other, two spaces apart, without a line feed at the end.
 *
 * @param isText whether a column holds text; the others hold numbers, which end under each other.
 */
export function formatTable(rows: readonly (readonly string[])[], isText: (column: number) => boolean): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const width = widths[column] ?? 0;
        return isText(column) ? cell.padEnd(width) : cell.padStart(width);
      });
      return cells.join('  ').trimEnd();
    })
    .join('\n');
}
