import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import { describeAwaited, describePublished, describeUnnamed, withList, withoutList } from './dataset-lists.ts';

const [like] = agencies.flatMap(({ indicators }) =>
  indicators.filter(({ typicalRange }) => typicalRange === undefined),
);

/** A dataset of which nobody has seen a file. */
function awaited(id: string, accessTier: DatasetDefinition['accessTier'], ...indicators: string[]): DatasetDefinition {
  if (like === undefined) throw new Error('no indicator awaits a file');
  return {
    id,
    title: id,
    publisher: 'the London Fire Brigade',
    description: 'Fires.',
    licence: 'None',
    attribution: 'None',
    designation: 'MANAGEMENT_INFORMATION',
    accessTier,
    frequency: 'Yearly',
    landingPage: null,
    disclosurePolicy: disclosurePolicies.none,
    indicators: indicators.map((each) => ({ ...like, id: each, datasetId: id })),
    formats: [],
  };
}

const fire = {
  name: 'fire',
  datasets: [
    awaited('fires', 'OPEN', 'fires', 'false-alarms'),
    awaited('rescues', 'RESTRICTED_AGGREGATE', 'rescues'),
    awaited('names', 'OPEN'),
  ],
};

it('The list of published files says who has each and where, or that nobody shows it any more', () => {
  const format = {
    name: 'the table of fires',
    delimiter: ',',
    columns: {},
    otherColumns: 'refused',
    open: () => never,
  } as const;
  const fires = { ...awaited('fires', 'OPEN', 'fires'), formats: [format], references: { wards: 'the list of wards' } };
  const shown = { ...fires, id: 'floods', references: {}, landingPage: 'https://fire.invalid/' };
  expect(describePublished([{ name: 'fire', datasets: [fires, shown, awaited('names', 'OPEN')] }])).toBe(
    [
      '## fire',
      '',
      '- `fires`: the table of fires. From the London Fire Brigade, on no page of its own: ask the publisher; None. Beside it `wards`: the list of wards.',
      '- `floods`: the table of fires. From the London Fire Brigade, <https://fire.invalid/>; None.',
    ].join('\n'),
  );
});

const never = () => {
  throw new Error('no row is read');
};

describe('the list of what partners may load', () => {
  it('has each dataset with indicators that nobody has seen a file of, by who may see it', () => {
    expect(describeAwaited(fire)).toBe(`Open to everybody once loaded:

- \`fires\`: \`fires\`, \`false-alarms\`

For named users of organisations that have an agreement with the agency about it, with its scope and an agreed purpose (README of the project, "Who can see what"). For everybody else each cell is \`WITHHELD_BY_TIER\`, by every door, and the catalogue lists no release; six years after its publication a release is deleted:

- \`rescues\`: \`rescues\``);
  });

  it('has the indicators of a dataset that is held which still await a file', () => {
    const held = awaited('drills', 'OPEN', 'drills', 'hoses');
    const drills = { ...held, reviewed: { publishedAt: '2024-01-01', sourceName: 'a plan', tidy: '' } };
    const indicators = drills.indicators.map((one) => ({ ...one, awaitsFile: one.id === 'hoses' }));
    expect(describeAwaited({ name: 'fire', datasets: [{ ...drills, indicators }] })).toContain('- `drills`: `hoses`');
  });

  it('leaves out a part with nothing in it', () => {
    expect(describeAwaited({ ...fire, datasets: fire.datasets.slice(1) })).toMatch(/^For named users/);
    expect(describeAwaited({ ...fire, datasets: [] })).toBeNull();
  });
});

describe('the list of what answers for no system', () => {
  it('has the indicators that the text above it does not name', () => {
    expect(describeUnnamed([fire], 'Awaited: `fire/fires`, `fire/rescues`.')).toBe('- `fire/false-alarms`');
    expect(describeUnnamed([fire], '`fire/fires`, `fire/false-alarms`, `fire/rescues`')).toBeNull();
  });
});

describe('a list in a document', () => {
  const document =
    'Before\n<!-- begin: written by `npm run compose` -->\nold\n<!-- end: written by `npm run compose` -->\nAfter\n';

  it('stands between its marks, and nothing else of the document changes', () => {
    expect(withList(document, '- new')).toBe(document.replace('\nold\n', '\n\n- new\n\n'));
    expect(withList(document, null)).toBe(document.replace('\nold\n', '\n\nNone.\n\n'));
    expect(withoutList(document)).toBe('Before\n\nAfter\n');
  });

  it('needs both marks', () => {
    expect(() => withList('Before\n', '- new')).toThrow('expected a line <!-- begin: written by `npm run compose` -->');
  });
});
