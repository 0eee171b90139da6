/** Which files each file imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * The shortest way from each file back to itself, `a → b → a`, once for all files on it; none where no file imports itself over
 * others. In the order of the graph. Never throws.
 */
export function circlesIn(graph: ImportGraph): readonly string[] {
  const circles = new Map<string, string>();
  for (const file of graph.keys()) {
    const way = wayBack(graph, file);
    const members = way?.toSorted().join(' ') ?? '';
    if (way !== null && !circles.has(members)) circles.set(members, [...way, file].join(' → '));
  }
  return [...circles.values()];
}

/** The files of the shortest way from a file to itself, itself first; null where there is none. */
function wayBack(graph: ImportGraph, file: string): readonly string[] | null {
  const cameFrom = new Map<string, string>();
  const open = [file];
  for (const next of open)
    for (const imported of graph.get(next) ?? []) {
      if (imported === file) return wayTo(next, cameFrom);
      if (cameFrom.has(imported)) continue;
      cameFrom.set(imported, next);
      open.push(imported);
    }
  return null;
}

function wayTo(file: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [file];
  for (let before = cameFrom.get(file); before !== undefined; before = cameFrom.get(before)) way.unshift(before);
  return way;
}
