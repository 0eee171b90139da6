import { type Comparison } from '../address.ts';
import { CopyButton } from '../copy-button.tsx';
import { FoldedTable } from '../folded-table.tsx';
import { CopyPicture } from '../take-away/copy-picture.tsx';
import { TakeAway } from '../take-away/take-away.tsx';
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
  const { indicator, all, period, refusals } = compared;
  const writePicture = async () => (await import('../charts/compare-picture.ts')).drawComparePicture(compared, title);
  const caption = `${title}, ${nameUnit(indicator.unit)}, ${period}, by name`;
  const columns = [
    { name: 'Borough' },
    { name: nameUnit(indicator.unit), isFigure: true },
    { name: '95% interval', isFigure: true },
    { name: 'Beside London' },
  ];
  return (
    <div className="tools">
      <FoldedTable summary="Figures as a table" caption={caption} columns={columns}>
        {all.map((each) => (
          <Line key={each.borough.code} compared={each} decimals={indicator.decimals} usual={period} />
        ))}
      </FoldedTable>
      <TakeAway subject={title}>
        {refusals.length === 0 && <CopyPicture write={writePicture} name={`${chosen.indicator}-by-borough`} />}
        <CopyButton label="Copy as CSV" write={() => writeCompareCsv(compared, chosen)} />
        <CopyButton label="Copy link" write={() => location.href} />
        <CopyButton label="Copy query" write={() => writeCompareQuestion(chosen).query} />
      </TakeAway>
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
