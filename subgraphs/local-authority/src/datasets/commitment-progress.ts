import { type DatasetDefinition, type FileFormat, loaded } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { isoDayOf } from '@boroughgraph/kit/files/days.ts';
import { nearestOf } from '@boroughgraph/kit/files/nearest.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { frameworks } from '../frameworks/frameworks.ts';
import { progressStateValues } from '../generated/vocabulary.ts';
import { factOfProgress, progressDatasetId, type ProgressReport } from '../progress/reported-progress.ts';

const table: FileFormat = {
  name: 'the list of progress on commitments',
  delimiter: ',',
  columns: {
    measure: { headings: ['measure'] },
    on: { headings: ['on'] },
    state: { headings: ['progress'] },
    by: { headings: ['reported_by', 'reported by'] },
    partners: { headings: ['partners'], isOptional: true },
    note: { headings: ['note'], isOptional: true },
    source: { headings: ['source'] },
  },
  otherColumns: 'refused',
  open: (_file, draft) => {
    const reports = new Map<string, ProgressReport[]>();
    draft.atEnd(() => {
      for (const [measure, of] of reports)
        draft.state(
          factOfProgress(
            measure,
            of.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
          ),
        );
    });
    return (row) => {
      const measure = measureIn(row);
      const known = reports.get(measure) ?? [];
      const report = reportIn(row);
      if (known.some(({ on }) => on === report.on)) row.reject('on', 'each day once for a measure');
      reports.set(measure, [...known, report]);
      return loaded;
    };
  },
};

const measureIds = frameworks.flatMap(({ measures }) => measures.map(({ id }) => id));

function measureIn(row: Row): string {
  const id = row.text('measure').toLowerCase();
  if (measureIds.includes(id)) return id;
  const near = nearestOf(id, measureIds);
  return row.reject('measure', `the id of a measure of a framework, such as ${near[0] ?? measureIds[0] ?? 'none'}`);
}

function reportIn(row: Row): ProgressReport {
  const states = Object.fromEntries(progressStateValues.map((state) => [state, state]));
  return {
    on: isoDayOf(row.text('on')) ?? row.reject('on', 'a day such as 2017-09-30'),
    state: row.oneOf('state', states),
    by: requireText(row, 'by', 'who says so'),
    partners: row
      .text('partners')
      .split(';')
      .map((partner) => partner.trim())
      .filter((partner) => partner !== ''),
    note: row.text('note') || null,
    source: requireText(row, 'source', 'where it is said'),
  };
}

function requireText(row: Row, column: string, expected: string): string {
  return row.text(column) === '' ? row.reject(column, expected) : row.text(column);
}

export const dataset: DatasetDefinition = {
  id: progressDatasetId,
  title: 'Progress on measures and commitments of the plans',
  publisher: "the Mayor's Office for Policing and Crime",
  description:
    'How far a measure, milestone, commitment or recommendation had come on a day, who says so and with which partners. A file replaces all that is held of the measures that it names.',
  licence: 'Open Government Licence v3.0',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  landingPage: null,
  disclosurePolicy: disclosurePolicies.none,
  indicators: [],
  formats: [table],
};
