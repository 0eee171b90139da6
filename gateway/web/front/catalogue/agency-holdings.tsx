import { type Shown } from '../address.ts';
import { useSite } from '../site.tsx';
import { designationWords, nameUnit, writeDay } from '../words.ts';
import { type CatalogueEntry, type ListedDataset, type ListedIndicator } from './answer.ts';
import { absenceWords, accessWords } from './catalogue-words.ts';

interface Chosen {
  readonly id: string;
  readonly agency: NonNullable<CatalogueEntry['agency']>;
  readonly shown: Shown;
}

/** The datasets of one agency, each with its indicators, as far as they are to be shown. */
export function AgencyHoldings({ id, agency, shown }: Chosen) {
  const listed = agency.indicators.filter(({ held }) => shown === 'all' || held.isHeld === (shown === 'held'));
  const byDataset = Map.groupBy(listed, ({ dataset }) => dataset.id);
  const datasets = agency.datasets.filter((each) => byDataset.has(each.id));
  return (
    <section className="subject" aria-labelledby={`agency-${id}`}>
      <h2 id={`agency-${id}`}>{agency.name}</h2>
      <p className="quiet agency-words">
        {agency.description} {agency.contact !== null && `Contact: ${agency.contact}`}
      </p>
      {datasets.length === 0 && <p>Nothing of this kind.</p>}
      <ul className="holdings">
        {datasets.map((dataset) => (
          <Holding key={dataset.id} dataset={dataset} indicators={byDataset.get(dataset.id) ?? []} />
        ))}
      </ul>
    </section>
  );
}

interface Held {
  readonly dataset: ListedDataset;
  readonly indicators: readonly ListedIndicator[];
}

function Holding({ dataset, indicators }: Held) {
  const { top } = useSite();
  const { latestRelease, accessTier, designation } = dataset;
  return (
    <li className="panel holding">
      <div>
        <h3>
          <a href={`${top}catalogue/dataset/${dataset.id}`}>{dataset.title}</a>
        </h3>
        <p className="quiet">{dataset.publisher}</p>
        <p className="quiet">
          <span className={`badge badge-${accessTier.toLowerCase()}`}>{accessWords[accessTier]}</span>{' '}
          {dataset.frequency}
          {latestRelease === null
            ? '; nothing is loaded'
            : `; newest release ${writeDay(latestRelease.publishedAt)}`}; {designationWords[designation]}
        </p>
      </div>
      <ul className="plain indicator-lines">
        {indicators.map((each) => (
          <li key={each.id}>
            <a href={`${top}catalogue/${each.id}`}>{each.name}</a>{' '}
            <span className="quiet">
              {nameUnit(each.unit)} · {describeHeld(each)}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function describeHeld({ held }: ListedIndicator): string {
  if (!held.isHeld) return held.absence === null ? 'not held' : absenceWords[held.absence.reason];
  const [first, last] = [held.firstPeriod?.label, held.lastPeriod?.label];
  const span = first === last ? first : `${first ?? '?'} – ${last ?? '?'}`;
  return `${span ?? 'held'}${held.isSynthetic ? ' · made-up sample' : ''}`;
}
