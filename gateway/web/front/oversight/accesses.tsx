import { type AccessRow, type AuditPage } from '@boroughgraph/schema/wire/oversight-pages.ts';
import { Notice } from '../notice.tsx';
import { ChangedRecords } from './changed-records.tsx';
import { describePurpose, nameOutcome, Who, writeMoment } from './record-words.tsx';

/** Who has asked for what of an agency that is not for everybody. */
export function Accesses({ page: { rows, changed, next } }: { readonly page: AuditPage<AccessRow> }) {
  return (
    <>
      <ChangedRecords count={changed} />
      {rows.length === 0 ? (
        <Notice kind="nothing">
          {next === null
            ? 'Nobody has asked for anything that is not for everybody, as far as it is written down here.'
            : 'Nothing among the newest records; older ones may have something.'}
        </Notice>
      ) : (
        <Table rows={rows} />
      )}
    </>
  );
}

function Table({ rows }: { readonly rows: readonly AccessRow[] }) {
  return (
    <div className="panel scrolled" tabIndex={0} role="region" aria-label="Who asked for its data">
      <table className="records">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">Purpose</th>
            <th scope="col">Operation and datasets</th>
            <th scope="col" className="figure">
              Areas
            </th>
            <th scope="col" className="figure">
              Cells returned
            </th>
            <th scope="col" className="figure">
              Withheld
            </th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Line key={`${row.at} ${index}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ row }: { readonly row: AccessRow }) {
  const { at, purpose, operation, datasets, areas, shown, withheld, outcome } = row;
  return (
    <tr>
      <th scope="row">
        <time dateTime={at}>{writeMoment(at)}</time>
      </th>
      <td data-label="Who">
        <Who {...row} />
      </td>
      <td data-label="Purpose">{describePurpose(purpose)}</td>
      <td data-label="Operation">
        <code>{operation ?? 'no operation'}</code>
        <span className="quiet under">{datasets.join(', ')}</span>
      </td>
      <td className="figure" data-label="Areas">
        {areas.toLocaleString('en-GB')}
      </td>
      <td className="figure" data-label="Cells returned">
        {shown.toLocaleString('en-GB')}
      </td>
      <td className="figure" data-label="Withheld">
        {withheld.toLocaleString('en-GB')}
      </td>
      <td data-label="Outcome">{nameOutcome(outcome)}</td>
    </tr>
  );
}
