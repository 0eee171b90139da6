import { useState } from 'react';
import { Notice } from '../notice.tsx';
import { useSite } from '../site.tsx';
import { writeDay } from '../words.ts';
import { type Release, type WholeDataset } from './answer.ts';
import { ReleaseChanges } from './release-changes.tsx';

interface Shown {
  readonly dataset: WholeDataset;
  readonly indicator: string | null;
}

/** Every release of a dataset, newest first, with its files, and what it changed on demand. */
export function Releases({ dataset, indicator }: Shown) {
  const newestFirst = dataset.releases.toReversed();
  return (
    <section className="panel" aria-labelledby="releases">
      <h2 id="releases">Releases</h2>
      {newestFirst.length === 0 ? (
        <Notice kind="nothing">Nothing of this dataset is loaded.</Notice>
      ) : (
        <ul className="plain releases">
          {newestFirst.map((release) => (
            <li key={release.id}>
              <ReleaseLine release={release} isOpen={dataset.accessTier === 'OPEN'} />
              <Changes release={release} dataset={dataset} indicator={indicator} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ReleaseLine({ release, isOpen }: { readonly release: Release; readonly isOpen: boolean }) {
  const { top } = useSite();
  const file = `${top}data/releases/${encodeURIComponent(release.id).replaceAll('%40', '@')}`;
  return (
    <>
      <h3>{writeDay(release.publishedAt)}</h3>
      {release.recalledAt !== null && (
        <Notice kind="down">
          Recalled on {writeDay(release.recalledAt.slice(0, 10))}: {release.recallReason}
        </Notice>
      )}
      <p>
        {release.observationCount.toLocaleString('en-GB')} figures from {release.rowsRead.toLocaleString('en-GB')} rows
        {release.rowsLeftOut > 0 && `, ${release.rowsLeftOut.toLocaleString('en-GB')} left out by a stated rule`}
        {release.rowsRejected > 0 && `, ${release.rowsRejected.toLocaleString('en-GB')} rejected`}.
      </p>
      <p className="quiet">
        <code>{release.id}</code>
      </p>
      {isOpen && release.recalledAt === null && (
        <p className="choice">
          <a href={`${file}.csv.gz`}>CSV, compressed</a> <a href={`${file}.parquet`}>Parquet</a>
        </p>
      )}
    </>
  );
}

function Changes({ release, dataset, indicator }: Shown & { readonly release: Release }) {
  const [isAsked, setAsked] = useState(false);
  const before = dataset.releases.findLast(({ publishedAt }) => publishedAt < release.publishedAt);
  if (before === undefined) return <p className="quiet">The first release that is held.</p>;
  if (!isAsked)
    return (
      <button
        type="button"
        className="quiet-button"
        onClick={() => {
          setAsked(true);
        }}
      >
        What it changed since {writeDay(before.publishedAt)}
      </button>
    );
  const between = { from: before.publishedAt, to: release.publishedAt };
  return <ReleaseChanges dataset={dataset.id} between={between} indicator={indicator} />;
}
