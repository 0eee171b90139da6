/**
 * About how long a list of objects is in what is loaded, by type and field; 4 where nothing is said. It keeps answers small:
 * what lies within lists of lists is not asked for.
 */
export function expectedLength(field: string): number {
  return lengths[field] ?? 4;
}

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
