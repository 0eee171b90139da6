import { dimension } from '../statistics/dimensions.ts';
import { disclosurePolicies } from '../disclosure/policy.ts';
import { expect, it } from 'vitest';
import { awaitedDataset } from '../datasets/awaited-dataset.ts';
import { type DatasetDefinition, type FileFormat, loaded } from '../datasets/dataset.ts';
import { findPersonalFaults, personalColumnIn, requireImpersonalFacts } from './personal-columns.ts';
import { readRelease } from './read-release.ts';
import { ReleaseDraft } from '../datasets/release-draft.ts';
import { sourceFile } from '../files/source-file.ts';

const visits: DatasetDefinition = awaitedDataset({
  id: 'library-visits',
  title: 'Visits',
  publisher: 'Library',
  description: 'Visits to the library.',
  accessTier: 'OPEN',
  disclosurePolicy: disclosurePolicies.none,
  frequency: 'Yearly',
  indicators: [
    {
      id: 'visits',
      name: 'Visits',
      definition: 'Visits in the year.',
      unit: 'VISITS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['BOROUGH'],
      grid: { type: 'CALENDAR_YEAR' },
      dimensions: [dimension('kind', 'Kind', ['Loan'])],
    },
  ],
});

const read = (headings: string, row: string) =>
  readRelease(visits, sourceFile('visits.csv', new TextEncoder().encode(`${headings}\n${row}\n`)));

it('A tidy file of counts is read', () => {
  expect(read('indicator,area,period,kind,value', 'visits,Barnet,CY2024,loan,12').rowsLoaded).toBe(1);
});

it.each([
  ['nhs_number', 'nhsnumber'],
  ['Date of birth', 'birth'],
  ['Full name', 'fullname'],
  ['victim_id', 'victimid'],
  ['POSTCODE', 'postcode'],
  ['VRM', 'vrm'],
])('A tidy file with a column %s is refused, whatever else it has', (heading, word) => {
  const sentence = `its column "${heading}" stands for a person, a case or an address ("${word}"): records about people are never loaded, so send counts without it`;
  expect(() => read(`indicator,area,period,${heading},value`, 'visits,Barnet,CY2024,x,12')).toThrow(sentence);
  // A list of people has none of the columns of the format.
  expect(() => read(`${heading},visited_on`, 'x,2024-01-02')).toThrow(sentence);
});

it.each(['Name', ' names'])('A column %j is refused, and not said to be of a person', (heading) => {
  expect(() => read(`indicator,area,period,${heading},value`, 'visits,Barnet,CY2024,x,12')).toThrow(
    `its column "${heading.trim()}" does not say what it names: the name of a place stands under area_name or site_name`,
  );
});

it.each(['Name of police station', 'Hospital name', "Name of children's home", 'Full name of the hospital'])(
  'A column %s is unknown, and stands for nobody',
  (heading) => {
    expect(() => read(`indicator,area,period,${heading},value`, 'visits,Barnet,CY2024,x,12')).toThrow(
      `its column "${heading}" is unknown`,
    );
  },
);

it('A heading that a format reads is not refused, and neither is one that stands for nobody', () => {
  expect(personalColumnIn(['name', 'site_name', 'period', 'latest'], new Set(['name']))).toBeNull();
});

it('A dataset that reads a personal column says why', () => {
  const format: Omit<FileFormat, 'columns'> = {
    name: 'the list of visits',
    delimiter: ',',
    otherColumns: 'ignored',
    open: () => () => loaded,
  };
  const reading = (personal?: 'counted') => ({
    ...visits,
    formats: [{ ...format, columns: { card: { headings: ['Card', 'Full name'], ...(personal && { personal }) } } }],
  });
  expect(findPersonalFaults(reading())).toEqual([
    'library-visits: card reads "Full name", which stands for personal data: say in "personal" why it is read.',
  ]);
  expect(findPersonalFaults(reading('counted'))).toEqual([]);
});

it('A dataset breaks nothing down by what stands for a person', () => {
  const [indicator] = visits.indicators;
  const byPostcode =
    indicator === undefined ? [] : [{ ...indicator, dimensions: [dimension('postcode', 'Postcode', [])] }];
  expect(findPersonalFaults({ ...visits, indicators: byPostcode })).toEqual([
    'library-visits: postcode stands for personal data ("postcode"), which is never served.',
  ]);
});

it('A fact has no key that stands for a person, at any depth', () => {
  const draft = new ReleaseDraft();
  const state = (body: unknown) => {
    draft.state({ kind: 'branch', key: 'A1', body });
    draft.keepRow();
  };
  state({ name: 'Central', openings: [{ day: 'Monday' }] });
  expect(() => {
    requireImpersonalFacts(draft);
  }).not.toThrow();
  state({ name: 'Central', readers: [{ surname: 'Doe' }] });
  expect(() => {
    requireImpersonalFacts(draft);
  }).toThrow('a fact of kind "branch" has "surname", which stands for personal data');
});
