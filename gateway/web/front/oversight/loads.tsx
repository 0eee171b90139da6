import { type KeptReport, type ToldLoad } from '@boroughgraph/schema/wire/oversight.ts';
import { type LoadsPage } from '@boroughgraph/schema/wire/oversight-pages.ts';
import { Notice } from '../notice.tsx';
import { useSite } from '../site.tsx';
import { writeDay } from '../words.ts';
import { LoadChanges } from './load-changes.tsx';
import { writeMoment } from './record-words.tsx';

/** What the loader reported of each file, newest first. */
export function Loads({ page: { loads } }: { readonly page: LoadsPage }) {
  if (loads.length === 0) return <Notice kind="nothing">Nothing was loaded yet.</Notice>;
  return (
    <ul className="plain stacked">
      {loads.map((load) => (
        <li key={load.release} className="panel load">
          <Load load={load} />
        </li>
      ))}
    </ul>
  );
}

function Load({ load }: { readonly load: ToldLoad }) {
  const { top } = useSite();
  const { dataset, file, release, publishedAt, loadedAt, isSynthetic, weight, recalledAt, recallReason, report } = load;
  return (
    <>
      <h2>
        <a href={`${top}catalogue/dataset/${encodeURIComponent(dataset)}`}>{dataset}</a>, published{' '}
        {writeDay(publishedAt)}
      </h2>
      <p>
        From <code>{file}</code>, loaded {writeMoment(loadedAt)}
        {isSynthetic && ', made-up sample'}; {weights[weight] ?? weight}.
      </p>
      {recalledAt !== null && (
        <Notice kind="down">
          Recalled on {writeDay(recalledAt.slice(0, 10))}: {recallReason}
        </Notice>
      )}
      {report === null ? (
        <p className="quiet">It was loaded before reports were kept.</p>
      ) : (
        <Report report={report} observations={load.observations} />
      )}
      <p className="quiet">
        <code>{release}</code>
      </p>
    </>
  );
}

/** What a load did to the version of its dataset. */
const weights: Readonly<Record<string, string>> = {
  major: 'something is gone that was there',
  minor: 'something has come, and nothing is gone',
  patch: 'a correction at most',
};

function Report({ report, observations }: { readonly report: KeptReport; readonly observations: number }) {
  return (
    <>
      <dl className="counts">
        {countsOf(report, observations).map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      <Rules title="Left out" rules={report.leftOut} />
      <Rules title="Kept outside areas" rules={report.keptOutside} />
      <Rejected report={report} />
      <Notices report={report} />
      <LoadChanges changes={report.changes} />
    </>
  );
}

function countsOf(report: KeptReport, observations: number): readonly (readonly [name: string, count: number])[] {
  return [
    ['Rows read', report.rowsRead],
    ['Loaded', report.rowsLoaded],
    ['Left out', report.rowsLeftOut],
    ['Outside areas', report.rowsKeptOutside],
    ['Rejected', report.rowsRejected],
    ['Figures', observations],
    ['Withheld besides', report.withheldBesides],
  ];
}

function Rules({ title, rules }: { readonly title: string; readonly rules: KeptReport['leftOut'] }) {
  if (rules.length === 0) return null;
  return (
    <p>
      {title}: {rules.map(({ rule, rows }) => `${rule} (${rows.toLocaleString('en-GB')})`).join('; ')}.
    </p>
  );
}

function Rejected({ report: { rejected, rowsRejected } }: { readonly report: KeptReport }) {
  if (rowsRejected === 0) return null;
  const named = rejected.map(({ line, column }) => (column === null ? `line ${line}` : `line ${line}, “${column}”`));
  const rest = rowsRejected - rejected.length;
  return (
    <p>
      Rejected: {named.join('; ')}
      {rest > 0 && ` and ${rest.toLocaleString('en-GB')} more`}. What stood there is kept nowhere.
    </p>
  );
}

function Notices({ report: { notices, noticesLeftOut } }: { readonly report: KeptReport }) {
  return (
    <>
      {notices.length > 0 && (
        <ul>
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {noticesLeftOut > 0 && (
        <p className="quiet">
          {noticesLeftOut === 1 ? '1 remark was' : `${noticesLeftOut.toLocaleString('en-GB')} remarks were`} told where
          it was loaded, and {noticesLeftOut === 1 ? 'is' : 'are'} not kept: what names a figure today would tell it
          when it is withheld tomorrow.
        </p>
      )}
    </>
  );
}
