import { type AuditPage, type ReadingRow } from '@boroughgraph/schema/wire/oversight-pages.ts';
import { ChangedRecords } from './changed-records.tsx';
import { Who, writeMoment } from './record-words.tsx';

/** Who has looked at what an agency shows its own people. Whoever sees this is among them. */
export function Readings({ page: { rows, changed } }: { readonly page: AuditPage<ReadingRow> }) {
  return (
    <>
      <ChangedRecords count={changed} />
      <div className="panel scrolled" tabIndex={0} role="region" aria-label="Who has looked here">
        <table className="records">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Looked at</th>
              <th scope="col">Outcome</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={`${row.at} ${index}`}>
                <th scope="row">
                  <time dateTime={row.at}>{writeMoment(row.at)}</time>
                </th>
                <td data-label="Who">
                  <Who {...row} />
                </td>
                <td data-label="Looked at">{parts[row.of]}</td>
                <td data-label="Outcome">{outcomes[row.outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const parts: Readonly<Record<ReadingRow['of'], string>> = {
  accesses: 'Who asked for its data',
  readings: 'Who has looked here',
  loads: 'What was loaded',
};

const outcomes: Readonly<Record<ReadingRow['outcome'], string>> = {
  shown: 'Shown',
  refused: 'Refused',
  failed: 'Not shown: the agency did not answer',
};
