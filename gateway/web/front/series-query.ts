import { type LineSeries } from './answer.ts';

/** An operation that answers with one series, for whoever wants to ask for it elsewhere. */
export function writeSeriesQuery({ indicator, area, dimensions }: LineSeries): string {
  const narrowed = dimensions.map(
    ({ dimension, value }) => `{ dimension: ${JSON.stringify(dimension)}, value: ${JSON.stringify(value)} }`,
  );
  const given = [
    `area: ${JSON.stringify(area?.code ?? '')}`,
    ...(narrowed.length > 0 ? [`dimensions: [${narrowed.join(', ')}]`] : []),
  ];
  return `{
  indicator(id: ${JSON.stringify(indicator.id)}) {
    name
    unit
    series(${given.join(', ')}) {
      area { name }
      observations { period { id label } value displayValue status flags lower upper release { id publishedAt } }
      caveats { severity text }
      dataset { title publisher licence attribution }
    }
  }
}
`;
}
