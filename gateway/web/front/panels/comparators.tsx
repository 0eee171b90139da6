import { type Comparator } from '../answer.ts';
import { describeCell, nameComparator, outcomeWords } from '../words.ts';

/** The newest figure beside others, in the order in which the graph gives them: no ranks, and a reason where two are not compared. */
export function Comparators({ comparators }: { readonly comparators: readonly Comparator[] }) {
  const shown = comparators.filter(({ observation, baseline }) => observation !== null || baseline !== null);
  if (shown.length === 0) return null;
  const period = shown[0]?.own?.period.label;
  return (
    <div className="comparators">
      <table>
        <caption>Beside others{period !== undefined && `: ${period}`}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Compared with</th>
            <th scope="col">Figure</th>
            <th scope="col">How the newest figure stands to it</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each, index) => (
            <tr key={index}>
              <th scope="row">{nameComparator(each)}</th>
              <td
                className={each.observation === null || each.observation.status === 'PUBLISHED' ? 'figure' : 'no-value'}
              >
                {each.observation === null
                  ? each.baseline?.value.toLocaleString('en-GB')
                  : describeCell(each.observation)}
              </td>
              <td>
                <span className={`outcome outcome-${each.outcome.toLowerCase()}`}>{outcomeWords[each.outcome]}</span>
                {each.baseline !== null && <span className="quiet words">“{each.baseline.text}”</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Reasons comparators={shown} />
    </div>
  );
}

/** Why figures are not compared: each reason once, with all that it holds for. */
function Reasons({ comparators }: { readonly comparators: readonly Comparator[] }) {
  const byReason = Map.groupBy(
    comparators.filter(({ reason }) => reason !== null),
    ({ reason }) => reason,
  );
  return [...byReason].map(([reason, those]) => (
    <p key={reason} className="quiet reason">
      {[...new Set(those.map(nameComparator))].join(', ')}: {reason}
    </p>
  ));
}
