import { type Observation, type WholeSeries } from '../answer.ts';
import { FoldedTable } from '../folded-table.tsx';
import { describeCell, flagWords, nameUnit, writeNumber } from '../words.ts';

/** The figures of a chart as a table, newest first. */
export function SeriesTable({ series, caption }: { readonly series: WholeSeries; readonly caption: string }) {
  const { observations, indicator } = series;
  const hasLimits = observations.some(({ lower }) => lower !== null);
  const columns = [
    { name: 'Period' },
    { name: nameUnit(indicator.unit), isFigure: true },
    ...(hasLimits ? [{ name: '95% interval', isFigure: true }] : []),
    { name: 'To know' },
  ];
  return (
    <FoldedTable summary="Figures as a table" caption={caption} columns={columns}>
      {observations.toReversed().map((each) => (
        <tr key={each.period.id}>
          <th scope="row">{each.period.label}</th>
          <td className={each.status === 'PUBLISHED' ? 'figure' : 'no-value'}>{describeCell(each)}</td>
          {hasLimits && <td className="figure">{describeLimits(each, indicator.decimals)}</td>}
          <td>{each.flags.map((flag) => flagWords[flag]).join(', ')}</td>
        </tr>
      ))}
    </FoldedTable>
  );
}

function describeLimits({ lower, upper }: Observation, decimals: number): string {
  return lower === null || upper === null ? '' : `${writeNumber(lower, decimals)} to ${writeNumber(upper, decimals)}`;
}
