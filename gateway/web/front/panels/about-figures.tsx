import { type Caveat, type WholeSeries } from '../answer.ts';
import { describeSource, releaseOf } from '../charts/series-words.ts';
import { severityWords } from '../words.ts';

/** Where figures come from, what protects people in them, and what not to conclude: the gravest caveat in sight, the rest on demand. */
export function AboutFigures({ series }: { readonly series: WholeSeries }) {
  const [gravest] = series.caveats;
  return (
    <footer className="about">
      {gravest !== undefined && (
        <p className={`caveat caveat-${gravest.severity.toLowerCase()}`}>
          <strong>{severityWords[gravest.severity]}:</strong> {gravest.text}
        </p>
      )}
      <p className="quiet source">{describeSource(series)}</p>
      <AllAbout series={series} releaseId={releaseOf(series)?.id ?? null} />
    </footer>
  );
}

function AllAbout({ series, releaseId }: { readonly series: WholeSeries; readonly releaseId: string | null }) {
  const { dataset, caveats, indicator } = series;
  return (
    <details>
      <summary>About these figures</summary>
      <p>{series.statement}</p>
      <dl>
        <dt>What is counted</dt>
        <dd>{indicator.definition}</dd>
        <Caveats caveats={caveats} />
        <dt>How people are protected</dt>
        <dd>{dataset.disclosurePolicy.description}</dd>
        <dt>Source and licence</dt>
        <dd>
          {dataset.attribution} {dataset.licence}.{' '}
          {dataset.landingPage !== null && (
            <a href={dataset.landingPage} rel="noreferrer">
              The publisher’s page
            </a>
          )}
        </dd>
        <dt>Release</dt>
        <dd>{releaseId === null ? 'None is told.' : <code>{releaseId}</code>}</dd>
        <dt>How the trend is worked out</dt>
        <dd>{series.trend.method}</dd>
      </dl>
    </details>
  );
}

function Caveats({ caveats }: { readonly caveats: readonly Caveat[] }) {
  if (caveats.length < 2) return null;
  return (
    <>
      <dt>What not to conclude</dt>
      {caveats.map(({ severity, text }) => (
        <dd key={text}>
          <strong>{severityWords[severity]}:</strong> {text}
        </dd>
      ))}
    </>
  );
}
