import { type WholeSeries } from '../answer.ts';
import { breaksInSight, describeMarks } from '../charts/series-words.ts';
import { writeDay } from '../words.ts';

/** What the chart's lines and marks mean, as far as it has them, and what happened at each break. */
export function ChartNotes({ series }: { readonly series: WholeSeries }) {
  const inSight = breaksInSight(series);
  return (
    <div className="chart-notes quiet">
      {describeMarks(series).map((each) => (
        <p key={each}>{each}</p>
      ))}
      {inSight.length > 0 && (
        <ol className="breaks" aria-label="Breaks in the series">
          {inSight.map(({ at, note }, index) => (
            <li key={`${at} ${note}`}>
              <span className="break-mark" aria-hidden="true">
                {index + 1}
              </span>{' '}
              From {writeDay(at)}: {note}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
