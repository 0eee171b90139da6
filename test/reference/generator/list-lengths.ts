/**
 * About how long a list of objects is in what is loaded, by type and field; 4 where nothing is said. It keeps answers small:
 * what lies within lists of lists is not asked for.
 */
export function expectedLength(field: string): number {
  return lengths[field] ?? 4;
}

/**
 * Of how many objects a field may be asked for at once, by its type and name: an operation that is refused for its cost finds
 * nothing. No bound where nothing is said. Never throws.
 */
export function mostAsked(field: string): number {
  return field.endsWith('Dataset.changes') ? 1 : (fewest[field] ?? Infinity);
}

/** Bulk reading, of one agency: of all in the catalogue it is mostly too much. */
const fewest: Readonly<Record<string, number>> = { 'Agency.series': 1 };

const lengths: Readonly<Record<string, number>> = {
  'Query.boroughs': 33,
  'Query.areas': 30,
  'Query.frameworks': 8,
  'Query.courts': 6,
  'Query.healthProviders': 3,
  'Framework.measures': 60,
  'Agency.indicators': 60,
  'Agency.datasets': 60,
  'Dimension.values': 15,
  'Indicator.dimensions': 2,
  'Series.observations': 14,
  'ControlChart.points': 14,
  'Series.comparators': 5,
  'Area.publicPerception': 8,
  'Prosecution.convictions': 13,
  'Prosecution.unsuccessful': 13,
  'Crime.byOffenceGroup': 13,
  'SeriesPage.nodes': 20,
};
