import { type ComparisonOutcome } from '@boroughgraph/schema/vocabulary/core.ts';
import { writeBoroughAddress } from '../address.ts';
import { useSite } from '../site.tsx';
import { describeCell } from '../words.ts';
import { type ComparedBorough, type ComparedBoroughs, isCompared } from './compared.ts';
import { describeShortly, signOf } from './tile-words.ts';

/** The boroughs as squares where they lie, each with its figure and how it stands to London, in words, by a sign and by a colour. */
export function CompareMap({ compared }: { readonly compared: ComparedBoroughs }) {
  const { all, london, period } = compared;
  const outcomes = [...new Set(all.filter(isCompared).map(({ outcome }) => outcome))];
  return (
    <section className="panel compare-map" aria-labelledby="map-title">
      <h2 id="map-title">Beside London{period !== '' && `, ${period}`}</h2>
      {london?.latest != null && (
        <p>
          London: <strong>{describeCell(london.latest)}</strong>
        </p>
      )}
      <ul>
        {all.map((each) => (
          <Tile key={each.borough.code} compared={each} usual={period} />
        ))}
      </ul>
      <p className="quiet map-key" aria-hidden="true">
        {(['HIGHER', 'WORSE', 'BETTER', 'LOWER', 'SIMILAR'] as const)
          .filter((outcome) => outcomes.includes(outcome))
          .map((outcome) => (
            <span key={outcome} className={`key key-${outcome.toLowerCase()}`}>
              {tileWords[outcome]}
            </span>
          ))}
        <span className="key key-not_compared">not compared</span>
      </p>
      <p className="quiet">Higher, lower, better and worse are said where 95% intervals tell more than chance.</p>
      <Uncompared all={all} />
    </section>
  );
}

const tileWords: Readonly<Record<ComparisonOutcome, string>> = {
  HIGHER: 'higher',
  LOWER: 'lower',
  BETTER: 'better',
  WORSE: 'worse',
  SIMILAR: 'no difference beyond chance',
  NOT_COMPARED: 'not compared',
};

function Tile({ compared, usual }: { readonly compared: ComparedBorough; readonly usual: string }) {
  const { top, target } = useSite();
  const { borough, latest, outcome, difference, series } = compared;
  const newest = latest ?? series?.observations.at(-1);
  return (
    <li style={{ gridColumn: borough.column, gridRow: borough.row }} className={`tile tile-${outcome.toLowerCase()}`}>
      <a href={top + writeBoroughAddress(borough)} target={target}>
        <span className="tile-name">{borough.name}</span>{' '}
        <span className="tile-figure">
          <span aria-hidden="true">{signOf(outcome, difference)}</span>
          {newest == null ? 'no figure' : describeShortly(newest)}
        </span>{' '}
        <span className="visually-hidden">{tileWords[outcome]}</span>
        {latest !== null && latest.period.label !== usual && <span className="tile-period">{latest.period.label}</span>}
      </a>
    </li>
  );
}

/** Why some are not compared while others are: each reason once. */
function Uncompared({ all }: { readonly all: readonly ComparedBorough[] }) {
  const byReason = Map.groupBy(
    all.filter((each) => !isCompared(each) && each.reason !== null),
    ({ reason }) => reason,
  );
  const without = all.filter(({ series }) => series === null);
  return (
    <>
      {[...byReason].map(([reason, those]) => (
        <p key={reason} className="quiet">
          {those.map(({ borough }) => borough.name).join(', ')}: {reason}
        </p>
      ))}
      {without.length > 0 && (
        <p className="quiet">Not measured for {without.map(({ borough }) => borough.name).join(', ')}.</p>
      )}
    </>
  );
}
