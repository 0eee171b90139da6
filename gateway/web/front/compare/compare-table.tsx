import { FoldedTable } from '../folded-table.tsx';
import { describeCell, nameUnit, outcomeWords, writeNumber } from '../words.ts';
import { type ComparedBorough, type ComparedBoroughs } from './compared.ts';

interface Shown {
  readonly compared: ComparedBoroughs;
  readonly title: string;
}

/** The newest figure of each borough, by name, as a table that somebody opens. */
export function ComparedFigures({ compared, title }: Shown) {
  const { indicator, all, period } = compared;
  const caption = `${title}, ${nameUnit(indicator.unit)}, ${period}, by name`;
  const columns = [
    { name: 'Borough' },
    { name: nameUnit(indicator.unit), isFigure: true },
    { name: '95% interval', isFigure: true },
    { name: 'Beside London' },
  ];
  return (
    <FoldedTable summary="Figures as a table" caption={caption} columns={columns}>
      {all.map((each) => (
        <Line key={each.borough.code} compared={each} decimals={indicator.decimals} usual={period} />
      ))}
    </FoldedTable>
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
