import { type DatasetDefinition, type FileFormat, loaded } from '@boroughgraph/kit/datasets/dataset.ts';
import { isoDayOf } from '@boroughgraph/kit/files/days.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { stoodOn } from '@boroughgraph/kit/geography/area-record.ts';
import { areaByCode, type AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { type ChosenPriority, factOfPriorities, prioritiesDatasetId } from '../local-priorities/chosen-priorities.ts';
import type { WardInput } from '../generated/vocabulary.ts';
import { mandatoryPriorities } from '../local-priorities/mandatory-priorities.ts';
import { priorityCrime, priorityCrimes } from '../local-priorities/priority-crimes.ts';
import { sampleOfPriorities } from '../local-priorities/sample-priorities.ts';

/** Each borough chose two crimes. Source: Police and Crime Plan 2017-21, "each Borough has selected two local priority crimes". */
const crimesAtATime = 2;

const table: FileFormat = {
  name: 'the list of local priorities',
  delimiter: ',',
  columns: {
    borough: { headings: ['borough'] },
    title: { headings: ['title'] },
    offence: { headings: ['offence'], isOptional: true },
    validFrom: { headings: ['valid_from', 'valid from'] },
    validTo: { headings: ['valid_to', 'valid to'], isOptional: true },
    rationale: { headings: ['rationale'], isOptional: true },
    meaning: { headings: ['meaning'], isOptional: true },
    consulted: { headings: ['consulted'], isOptional: true },
    evidence: { headings: ['evidence'], isOptional: true },
    wardInput: { headings: ['ward_input', 'ward input'], isOptional: true },
    wardInputNote: { headings: ['ward_input_note', 'ward input note'], isOptional: true },
    source: { headings: ['source'] },
  },
  otherColumns: 'refused',
  open: (_file, draft) => {
    const chosen = new Map<string, ChosenPriority[]>();
    draft.atEnd(() => {
      for (const [borough, priorities] of chosen) finish(borough, priorities, draft);
    });
    return (row) => {
      const { code } = boroughIn(row);
      const known = chosen.get(code) ?? [];
      known.push(priorityIn(row, known));
      chosen.set(code, known);
      return loaded;
    };
  },
};

const cityOfLondon = 'E09000001';

/** The borough of a row, by code or name: one that the Metropolitan Police polices, because the plan binds no other force. */
function boroughIn(row: Row): AreaRecord {
  const byCode = areaByCode(row.text('borough'));
  const borough = byCode?.type === 'BOROUGH' ? byCode : row.area('borough');
  return borough.code === cityOfLondon
    ? row.reject('borough', 'one of the 32 boroughs: the City of London has a police force of its own')
    : borough;
}

function priorityIn(row: Row, known: readonly ChosenPriority[]): ChosenPriority {
  const [validFrom, validTo] = daysIn(row);
  const priority = {
    title: requireText(row, 'title', 'what was chosen, such as Burglary'),
    offences: offencesIn(row),
    validFrom,
    validTo,
    rationale: row.text('rationale') || null,
    meaning: row.text('meaning') || null,
    consulted: row.text('consulted') === '' ? null : partsOf(row.text('consulted')),
    evidence: row.text('evidence') || null,
    ...wardInputIn(row),
    source: requireText(row, 'source', 'who says so'),
  };
  const isMandatory = mandatoryPriorities.some(({ title }) => slug(title) === slug(priority.title));
  if (isMandatory) row.reject('title', 'a crime that the borough chose: every borough has this one besides');
  requireRoom(row, priority, known);
  return priority;
}

/** What stands between semicolons. */
const partsOf = (text: string) =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The crimes that a borough means, with semicolons between them; none where recorded crime counts none of them. */
function offencesIn(row: Row): readonly string[] {
  const offences = partsOf(row.text('offence'));
  if (offences.length === 1) return [row.oneOf('offence', offenceIds)];
  if (offences.every((id) => priorityCrime(id) !== null)) return offences;
  return row.reject('offence', `${priorityCrimes.map(({ id }) => id).join(', ')}, or several of them with ";" between`);
}

const offenceIds = Object.fromEntries(priorityCrimes.map(({ id }) => [id, id]));

const wardInputs: Readonly<Record<string, WardInput>> = {
  'taken up': 'TAKEN_UP',
  'not taken up': 'NOT_TAKEN_UP',
};

/** Whether priorities of wards were taken up: UNKNOWN where the file does not say, and with a note where it does. */
function wardInputIn(row: Row): Pick<ChosenPriority, 'wardInput' | 'wardInputNote'> {
  const note = row.text('wardInputNote') || null;
  if (row.text('wardInput') === '') return { wardInput: 'UNKNOWN', wardInputNote: note };
  if (note === null) row.reject('wardInputNote', 'how the priorities of wards were taken up, or why not');
  return { wardInput: row.oneOf('wardInput', wardInputs), wardInputNote: note };
}

function requireText(row: Row, column: string, expected: string): string {
  const text = row.text(column);
  return text === '' ? row.reject(column, expected) : text;
}

function daysIn(row: Row): readonly [validFrom: string, validTo: string | null] {
  const expected = 'a day such as 2017-04-01';
  const validFrom = isoDayOf(row.text('validFrom')) ?? row.reject('validFrom', expected);
  if (row.text('validTo') === '') return [validFrom, null];
  const validTo = isoDayOf(row.text('validTo')) ?? row.reject('validTo', `${expected}, or nothing while it stands`);
  return validTo < validFrom ? row.reject('validTo', `a day from ${validFrom} on, the first`) : [validFrom, validTo];
}

/** Rejects a crime that the borough has chosen for some of the days already, or that is the third on one of them. */
function requireRoom(row: Row, priority: ChosenPriority, known: readonly ChosenPriority[]): void {
  const beside = known.filter((other) => overlap(other, priority));
  if (beside.some(({ title }) => slug(title) === slug(priority.title)))
    row.reject('title', 'each crime once for the same days');
  // A third crime stands beside two others on the first day of one of the three.
  const full = [priority, ...beside]
    .map(({ validFrom }) => validFrom)
    .filter((day) => standsOn(priority, day))
    .map((day) => beside.filter((other) => standsOn(other, day)))
    .find(({ length }) => length >= crimesAtATime);
  if (full !== undefined)
    row.reject(
      'title',
      `at most two chosen crimes on a day: ${full.map(({ title }) => title).join(' and ')} stand on some of these`,
    );
}

const standsOn = ({ validFrom, validTo }: ChosenPriority, day: string) =>
  stoodOn({ validFrom, validTo, notBefore: null }, day);
const overlap = (a: ChosenPriority, b: ChosenPriority) => standsOn(a, b.validFrom) || standsOn(b, a.validFrom);

/** States what a borough chose, and lists days on which it is less than two crimes. */
function finish(borough: string, priorities: readonly ChosenPriority[], draft: ReleaseDraft): void {
  const inOrder = priorities.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0));
  const alone = inOrder.find(
    ({ validFrom }) => inOrder.filter((one) => standsOn(one, validFrom)).length < crimesAtATime,
  );
  if (alone !== undefined)
    draft.notice(
      `${areaByCode(borough)?.name ?? borough} has one chosen crime alone on ${alone.validFrom}: every borough chose two`,
    );
  draft.state(factOfPriorities(borough, inOrder));
}

export const dataset: DatasetDefinition = {
  id: prioritiesDatasetId,
  title: 'Local priority crimes of the boroughs',
  publisher: "the boroughs, with the Mayor's Office for Policing and Crime and the Metropolitan Police",
  description:
    'Two crimes that each borough chose to act on, with their first and last day. What is held is what partners load. A file replaces all that is held of the boroughs that it names.',
  licence: 'Open Government Licence v3.0',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Yearly, and when a borough changes its mind',
  landingPage: null,
  disclosurePolicy: disclosurePolicies.none,
  indicators: [],
  formats: [table],
  sample: sampleOfPriorities,
};
