import { type Comparison } from '../address.ts';
import { CopyButton } from '../copy-button.tsx';
import { describeCell, nameUnit, outcomeWords, writeNumber } from '../words.ts';
import { type ComparedBorough, type ComparedBoroughs } from './compared.ts';
import { writeCompareCsv } from './compare-csv.ts';
import { writeCompareQuestion } from './compare-question.ts';

interface Shown {
  readonly compared: ComparedBoroughs;
  readonly chosen: Comparison;
  readonly title: string;
}

/** The newest figure of each borough, by name, as a table, and the ways to take it away. */
export function CompareTable({ compared, chosen, title }: Shown) {
  const { indicator, all, period } = compared;
  const caption = `${title}, ${nameUnit(indicator.unit)}, ${period}, by name`;
  return (
    <div className="tools">
      <details className="series-table">
        <summary>Figures as a table</summary>
        <div className="scrolled" tabIndex={0} role="region" aria-label={`Table: ${caption}`}>
          <table>
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">Borough</th>
                <th scope="col" className="figure">
                  {nameUnit(indicator.unit)}
                </th>
                <th scope="col" className="figure">
                  95% interval
                </th>
                <th scope="col">Beside London</th>
              </tr>
            </thead>
            <tbody>
              {all.map((each) => (
                <Line key={each.borough.code} compared={each} decimals={indicator.decimals} usual={period} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <CopyButton label="Copy as CSV" write={() => writeCompareCsv(compared, chosen)} />
      <CopyButton label="Copy link" write={() => location.href} />
      <CopyButton label="Copy query" write={() => writeCompareQuestion(chosen).query} />
    </div>
  );
}

interface LineShown {
  readonly compared: ComparedBorough;
  readonly decimals: number;
  readonly usual: string;
}

function Line({ compared: { borough, latest, outcome, series }, decimals, usual }: LineShown) {
  const { lower = null, upper = null } = latest ?? {};
  const newest = latest ?? series?.observations.at(-1);
  return (
    <tr>
      <th scope="row">
        {borough.name}
        {latest !== null && latest.period.label !== usual && <span className="quiet"> ({latest.period.label})</span>}
      </th>
      <td className={latest === null ? 'no-value' : 'figure'}>{newest == null ? 'No figure' : describeCell(newest)}</td>
      <td className="figure">
        {lower === null || upper === null ? '' : `${writeNumber(lower, decimals)} to ${writeNumber(upper, decimals)}`}
      </td>
      <td>{outcomeWords[outcome]}</td>
    </tr>
  );
}
