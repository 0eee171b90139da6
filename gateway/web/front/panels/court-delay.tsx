import { type BoroughFigures, type LineSeries } from '../answer.ts';
import { NothingHeld } from '../section.tsx';
import { describeCell, namePlace, writeDay } from '../words.ts';
import { SeriesPanel } from './series-panel.tsx';

/** How long the courts take: no figure of it is a borough's, which comes first. */
export function CourtDelayPanels({ figures: { name, courtDelay } }: { readonly figures: BoroughFigures }) {
  const [first, ...wider] = courtDelay?.timeliness ?? [];
  return (
    <>
      <p className="plainly">
        Nobody publishes how long cases from {name} take. What follows is measured for all of London, for wider areas
        and at courts, wherever the people in those cases live.
      </p>
      <SeriesPanel title="Crown Court: median time from offence to completion" series={first} borough={name} />
      <PlaceTable
        title="The same median for other areas"
        id="other-court-areas"
        lines={wider}
        unit="Days"
        none="No other area is held."
      />
      <p className="plainly">For single courts, the number of open cases is published, and not how long cases take.</p>
      <PlaceTable
        title="Cases open at Crown Court centres in London"
        id="open-cases"
        lines={courtDelay?.openCases ?? []}
        unit="Cases"
        none="No open cases are held."
      />
    </>
  );
}

interface Places {
  readonly title: string;
  readonly id: string;
  readonly lines: readonly LineSeries[];
  readonly unit: string;
  readonly none: string;
}

/** The newest figure of each place, in the order of the graph. */
function PlaceTable({ title, id, lines, unit, none }: Places) {
  const [first] = lines;
  const usual = findSharedPeriod(lines);
  return (
    <article className="panel" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {first === undefined ? (
        <NothingHeld>{none}</NothingHeld>
      ) : (
        <>
          <table className="places">
            {usual !== undefined && <caption>{usual}</caption>}
            <thead>
              <tr>
                <th scope="col">Measured at</th>
                <th scope="col" className="figure">
                  {unit}
                </th>
                {usual === undefined && <th scope="col">Period</th>}
              </tr>
            </thead>
            <tbody>
              {lines.map((each) => (
                <PlaceRow key={namePlace(each)} series={each} hasPeriod={usual === undefined} />
              ))}
            </tbody>
          </table>
          <p className="quiet">
            Source: {first.dataset.publisher}, {first.dataset.title}
            {first.latest?.release != null && `, published ${writeDay(first.latest.release.publishedAt)}`}.{' '}
            {first.caveats[0]?.text}
          </p>
        </>
      )}
    </article>
  );
}

function PlaceRow({ series, hasPeriod }: { readonly series: LineSeries; readonly hasPeriod: boolean }) {
  const { latest } = series;
  return (
    <tr>
      <th scope="row">{namePlace(series)}</th>
      <td className="figure">{latest === null ? 'No figure' : describeCell(latest)}</td>
      {hasPeriod && <td>{latest?.period.label}</td>}
    </tr>
  );
}

/** The period of all the newest figures; undefined where they are of several. */
function findSharedPeriod(lines: readonly LineSeries[]): string | undefined {
  const [period, ...others] = new Set(lines.map(({ latest }) => latest?.period.label));
  return others.length === 0 ? period : undefined;
}
