import type { ColumnDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';

/**
 * Kinds of emergency department; every attendance is counted in one of them.
 *
 * Source: NHS England, A&E attendances and emergency admissions, definitions.
 */
export const departmentLabels = ['Type 1', 'Type 2', 'Other'];

/** The dimension values of the kinds, in the order of the labels. */
export const departmentIds = departmentLabels.map(slug);

const attendanceColumns = ['attendancesType1', 'attendancesType2', 'attendancesOther'] as const;
const waitColumns = ['waitsType1', 'waitsType2', 'waitsOther'] as const;

/** The columns of figures that are served. */
export const figureColumns = [...attendanceColumns, ...waitColumns];

/** Years differ by "Number of" and by how they write the other departments. */
const heading = (what: string, kind: string): ColumnDefinition => {
  const kinds = kind === 'Other' ? ['Other A&E Department', 'Other Department'] : [kind];
  return { headings: kinds.flatMap((one) => [`Number of ${what} ${one}`, `${what} ${one}`]) };
};
const unserved = (...headings: readonly string[]): ColumnDefinition => ({ headings, isOptional: true });
const admission = (kind: string) => unserved(`Emergency admissions via A&E - ${kind}`);
const booked = (what: string, kind: string): ColumnDefinition => ({
  ...heading(`${what} Booked Appointments`, kind),
  isOptional: true,
});

/** Every column of the published tables; those that are not served are named, so that a new one is noticed. */
export const columns: Readonly<Record<string, ColumnDefinition>> = {
  period: { headings: ['Period'] },
  code: { headings: ['Org Code', 'Organisation Code', 'Code'] },
  parent: { headings: ['Parent Org', 'Parent Organisation', 'Parent name'] },
  name: { headings: ['Org name', 'Organisation name', 'Name'] },
  attendancesType1: heading('A&E attendances', 'Type 1'),
  attendancesType2: heading('A&E attendances', 'Type 2'),
  attendancesOther: heading('A&E attendances', 'Other'),
  waitsType1: heading('attendances over 4hrs', 'Type 1'),
  waitsType2: heading('attendances over 4hrs', 'Type 2'),
  waitsOther: heading('attendances over 4hrs', 'Other'),
  bookedType1: booked('A&E attendances', 'Type 1'),
  bookedType2: booked('A&E attendances', 'Type 2'),
  bookedOther: booked('A&E attendances', 'Other'),
  bookedWaitsType1: booked('attendances over 4hrs', 'Type 1'),
  bookedWaitsType2: booked('attendances over 4hrs', 'Type 2'),
  bookedWaitsOther: booked('attendances over 4hrs', 'Other'),
  waitsForBed: unserved(
    'Patients who have waited 4-12 hs from DTA to admission',
    'Patients who have waited 4-12 hrs from DTA to admission',
  ),
  longWaitsForBed: unserved('Patients who have waited 12+ hrs from DTA to admission'),
  admissionsType1: admission('Type 1'),
  admissionsType2: admission('Type 2'),
  admissionsOther: admission('Other A&E department'),
  otherAdmissions: unserved('Other emergency admissions'),
};

/** What a provider reports of one month, in the order of the departments. */
export interface ProviderFigures {
  readonly attendances: readonly Reading[];
  readonly waits: readonly Reading[];
  /** False where the provider counts no waits: what the table prints as zero is then NOT_AVAILABLE. */
  readonly suppliesWaits: boolean;
}

/**
 * A provider with this many attendances of type 1 in a month and not one wait over four hours supplied none. In both months at
 * hand these are the fourteen trusts that tried other standards, and no other.
 *
 * Source: NHS England left the fourteen trusts of the clinical review of standards out of its four-hour figures from May 2019.
 */
const busyAttendances = 1_000;

/** The figures of one provider. */
export function figuresIn(row: Row): ProviderFigures {
  const attendances = attendanceColumns.map((column) => row.count(column));
  const waits = waitColumns.map((column) => row.count(column));
  for (const [index, column] of waitColumns.entries()) {
    const attended = attendances[index]?.value ?? 0;
    if ((waits[index]?.value ?? 0) > attended) row.reject(column, `no more than the ${attended} who attended`);
  }
  const isBusy = (attendances[0]?.value ?? 0) >= busyAttendances;
  const suppliesWaits = !isBusy || waits.some(({ value }) => value !== 0);
  if (suppliesWaits) return { attendances, waits, suppliesWaits };
  const supplied = waits.map((reading, index) => (attendances[index]?.value === 0 ? reading : notSupplied));
  return { attendances, waits: supplied, suppliesWaits };
}

const notSupplied: Reading = { value: null, status: 'NOT_AVAILABLE' };
