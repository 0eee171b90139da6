import { type AgencyStanding } from '@boroughgraph/schema/wire/health-answers.ts';
import { AskedContent } from '../asked-content.tsx';
import { writeOversightAddress } from '../address.ts';
import { Notice } from '../notice.tsx';
import { useSite } from '../site.tsx';
import query from '@boroughgraph/web/operations/status-page.graphql?raw';
import { useGraph } from '../use-graph.ts';
import { type StatusAnswer } from './answer.ts';
import { NewestReleases } from './newest-releases.tsx';
import { nameAgency } from '../words.ts';
import { useStandings } from './use-standings.ts';

const question = { query, variables: {} };

/** For those who run the graph: how each agency stands, and what it loaded last. */
export function StatusPage() {
  const asked = useGraph<StatusAnswer>(question);
  return (
    <>
      <title>Status: London boroughs in figures</title>
      <AskedContent
        asked={asked}
        question={question}
        subject="the agencies"
        head={
          <div className="place-head">
            <h1>Status</h1>
            <Standings />
          </div>
        }
        nobodyKnows="No agency answers."
      >
        {({ catalogue }) => (
          <section aria-labelledby="newest" className="stacked">
            <h2 id="newest">Newest releases</h2>
            {catalogue?.map(({ id, agency }) =>
              agency === null ? (
                <Notice key={id} kind="down">
                  {id} does not say what it holds.
                </Notice>
              ) : (
                <NewestReleases key={id} agency={agency} />
              ),
            )}
          </section>
        )}
      </AskedContent>
    </>
  );
}

const conditionWords: Readonly<Record<AgencyStanding['condition'], string>> = {
  READY: 'Answers',
  STORE_AWAY: 'Lives, and its database does not answer',
  SILENT: 'Gives no sign of life',
};

/** The last letters of the state of a catalogue, by which two states are told apart. */
const toldOfState = 8;

function Standings() {
  const { top } = useSite();
  const standings = useStandings();
  if (standings === null) return <p role="status">Asking how the agencies stand …</p>;
  if (typeof standings === 'string') return <Notice kind="down">{standings}</Notice>;
  return (
    <ul className="plain standings">
      {standings.map(({ agency, condition, catalogue, circuit, circuitSinceMs }) => (
        <li key={agency} className={`panel standing-${condition.toLowerCase()}`}>
          <h2>{nameAgency(agency)}</h2>
          <p>
            <span aria-hidden="true">{condition === 'READY' ? '●' : '▲'}</span> {conditionWords[condition]}
          </p>
          <p className="quiet">
            {circuit === 'OPEN' ? 'Not asked' : 'Asked'} for {describeTime(circuitSinceMs)}
          </p>
          {catalogue !== null && (
            <p className="quiet">
              Catalogue <code>…{catalogue.slice(-toldOfState)}</code>
            </p>
          )}
          <p>
            <a href={top + writeOversightAddress(agency, 'accesses')}>
              For its own people<span className="visually-hidden"> of {nameAgency(agency)}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function describeTime(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 2) return `${Math.round(ms / 1000)} seconds`;
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
