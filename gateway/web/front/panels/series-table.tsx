import { type Observation, type WholeSeries } from '../answer.ts';
import { describeCell, flagWords, nameUnit, writeNumber } from '../words.ts';

/** The figures of a chart as a table, newest first. */
export function SeriesTable({ series, caption }: { readonly series: WholeSeries; readonly caption: string }) {
  const { observations, indicator } = series;
  const hasLimits = observations.some(({ lower }) => lower !== null);
  return (
    <details className="series-table">
      <summary>Figures as a table</summary>
      <div className="scrolled" tabIndex={0} role="region" aria-label={`Table: ${caption}`}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" className="figure">
                {nameUnit(indicator.unit)}
              </th>
              {hasLimits && (
                <th scope="col" className="figure">
                  95% interval
                </th>
              )}
              <th scope="col">To know</th>
            </tr>
          </thead>
          <tbody>
            {observations.toReversed().map((each) => (
              <tr key={each.period.id}>
                <th scope="row">{each.period.label}</th>
                <td className={each.status === 'PUBLISHED' ? 'figure' : 'no-value'}>{describeCell(each)}</td>
                {hasLimits && <td className="figure">{describeLimits(each, indicator.decimals)}</td>}
                <td>{each.flags.map((flag) => flagWords[flag]).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function describeLimits({ lower, upper }: Observation, decimals: number): string {
  return lower === null || upper === null ? '' : `${writeNumber(lower, decimals)} to ${writeNumber(upper, decimals)}`;
}
