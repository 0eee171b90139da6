import { useSite } from '../site.tsx';
import { writeDay } from '../words.ts';
import { type StatusAnswer } from './answer.ts';

type Agency = NonNullable<NonNullable<StatusAnswer['catalogue']>[number]['agency']>;
type Dataset = Agency['datasets'][number];

/** The newest release of each dataset of an agency, the newest first. */
export function NewestReleases({ agency }: { readonly agency: Agency }) {
  const loaded = agency.datasets
    .filter(({ latestRelease }) => latestRelease !== null)
    .toSorted((one, other) => publishedOn(other).localeCompare(publishedOn(one)));
  return (
    <article className="panel">
      <h3>
        {agency.name}: {loaded.length} of {agency.datasets.length} datasets are loaded
      </h3>
      <div className="scrolled" tabIndex={0} role="region" aria-label={`Newest releases of ${agency.name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Dataset</th>
              <th scope="col">Published</th>
              <th scope="col">Loaded</th>
              <th scope="col" className="figure">
                Figures
              </th>
              <th scope="col" className="figure">
                Rows rejected
              </th>
            </tr>
          </thead>
          <tbody>
            {loaded.map((each) => (
              <Line key={each.id} dataset={each} />
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

function Line({ dataset: { id, title, latestRelease } }: { readonly dataset: Dataset }) {
  const { top } = useSite();
  if (latestRelease === null) return null;
  const { publishedAt, loadedAt, observationCount, rowsRejected } = latestRelease;
  return (
    <tr>
      <th scope="row">
        <a href={`${top}catalogue/dataset/${id}`}>{title}</a>
      </th>
      <td>{writeDay(publishedAt)}</td>
      <td>{new Date(loadedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}</td>
      <td className="figure">{observationCount.toLocaleString('en-GB')}</td>
      <td className="figure">{rowsRejected.toLocaleString('en-GB')}</td>
    </tr>
  );
}

function publishedOn({ latestRelease }: Dataset): string {
  return latestRelease?.publishedAt ?? '';
}
