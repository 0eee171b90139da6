import { type BoroughFigures, type LineSeries } from '../answer.ts';
import { describeCell, flagWords, namePlace, nameUnit } from '../words.ts';

/** The newest figure of each kind, each a link to the rest; left out where its agency has sent nothing. */
export function AtAGlance({ figures }: { readonly figures: BoroughFigures }) {
  const residents = figures.populationEstimates?.findLast(({ ageBand }) => ageBand === 'ALL_AGES');
  const lines = [
    { to: 'crime', title: 'Recorded crime', series: figures.crime?.recorded },
    { to: 'crime', title: 'Crime per 1,000 residents', series: figures.crimeRate },
    { to: 'courts', title: 'Crown Court: median time to completion', series: figures.courtDelay?.timeliness?.[0] },
    { to: 'health', title: 'Emergency admissions', series: figures.health?.emergencyAdmissions },
    { to: 'safeguarding', title: 'Children in need', series: figures.safeguarding?.childrenInNeed },
  ];
  return (
    <section aria-labelledby="glance-title">
      <h2 id="glance-title" className="visually-hidden">
        At a glance
      </h2>
      <ul className="glance">
        {lines.map(
          ({ to, title, series }) => series != null && <Card key={title} to={to} title={title} series={series} />,
        )}
        {residents !== undefined && (
          <li>
            <a href="#residents">
              <span className="glance-title">Residents</span>
              <span className="glance-number">{residents.persons.toLocaleString('en-GB')}</span>
              <span className="quiet">
                people, mid-{residents.year}
                {residents.isSynthetic && <strong> Made up.</strong>}
              </span>
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

function Card({ to, title, series }: { readonly to: string; readonly title: string; readonly series: LineSeries }) {
  const { latest, indicator } = series;
  return (
    <li>
      <a href={`#${to}`}>
        <span className="glance-title">{title}</span>
        <span className={latest === null ? 'glance-none' : 'glance-number'}>
          {latest === null ? 'No figure' : describeCell(latest)}
        </span>
        <span className="quiet">
          {latest !== null && `${nameUnit(indicator.unit)}, ${latest.period.label}`}
          {!series.directlyMeasured && <strong> For {namePlace(series)}.</strong>}
          {latest !== null && latest.flags.length > 0 && ` (${latest.flags.map((flag) => flagWords[flag]).join(', ')})`}
          {series.isSynthetic && <strong> Made up.</strong>}
        </span>
      </a>
    </li>
  );
}
