import { readFileSync } from 'node:fs';
import { restrictedCutsOf } from '@boroughgraph/kit/inside/disclosure/restricted-cuts.ts';
import { findPersonalFaults } from '@boroughgraph/kit/inside/loading/personal-columns.ts';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { publishedFile } from '../support/published-files.ts';
import { clausesOf, readEntries, readEntry, tiesIn } from '../coverage/system-entry.ts';
import { awaitedIndicators } from '../readme/dataset-lists.ts';
import { agencies } from '../support/all-agencies.ts';

const list = readFileSync(new URL('../../schema/data-systems.md', import.meta.url), 'utf8');
const entries = readEntries(list);

/** Each clause of the answers, with the indicators that it names, as `agency/indicator`, whatever of them is meant. */
const clauses = list.split('\n').flatMap((line) => {
  const entry = readEntry(line);
  const [, answer = ''] = /^- .*? \(\d{3}:[^)]*\)\. (.*)$/.exec(line) ?? [];
  return entry === null
    ? []
    : clausesOf(answer).map((text) => ({
        entry,
        text,
        names: tiesIn(text).map(({ agency, id }) => `${agency}/${id}`),
      }));
});

/** The indicators that stand behind a word of the answers. */
const namedAfter = (word: string) => clauses.filter(({ text }) => text.startsWith(word)).flatMap(({ names }) => names);

const datasets = agencies.flatMap((agency) => agency.datasets.map((dataset) => ({ agency: agency.name, dataset })));

const indicatorsOf = (wanted: (isAwaited: boolean) => boolean) =>
  datasets.flatMap(({ agency, dataset }) => {
    const awaited = awaitedIndicators(dataset);
    return dataset.indicators
      .filter((indicator) => wanted(awaited.includes(indicator)))
      .map(({ id }) => `${agency}/${id}`);
  });

const tierOf = new Map<string, string>(
  datasets.flatMap(({ agency, dataset }) =>
    dataset.indicators.map(({ id }) => [`${agency}/${id}`, dataset.accessTier] as const),
  ),
);

/** Datasets without indicators, of places and choices: a system may be tied to one as a whole. */
const wholeDatasets = datasets.flatMap(({ agency, dataset }) =>
  dataset.indicators.length === 0 ? [`${agency}/${dataset.id}`] : [],
);

describe('the list of data systems', () => {
  it('has an answer for each system, and numbers without a gap', () => {
    const numbers = entries.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(100);
    const words = /^(?:Held: |Awaited from |Restricted to |Never held: |No number: )/;
    expect(clauses.filter(({ text }) => !words.test(text)).map(({ text }) => text)).toEqual([]);
    expect(clauses.length).toBeGreaterThan(150);
  });

  it('names what its agency has', () => {
    const known = new Set([...tierOf.keys(), ...wholeDatasets]);
    expect(clauses.flatMap(({ names }) => names).filter((name) => !known.has(name))).toEqual([]);
  });

  // What is held is for the running graph to say: test/conformance compares the list with it.
  it('names as held no indicator that awaits a file, or is for named users', () => {
    const known = new Set(indicatorsOf((isAwaitedOne) => !isAwaitedOne));
    const named = namedAfter('Held');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !known.has(id) || tierOf.get(id) !== 'OPEN')).toEqual([]);
  });

  it('names as awaited what is open, and as restricted what is not', () => {
    const [awaited, restricted] = [namedAfter('Awaited'), namedAfter('Restricted')];
    expect(Math.min(awaited.length, restricted.length)).toBeGreaterThan(20);
    expect(awaited.filter((id) => !wholeDatasets.includes(id) && tierOf.get(id) !== 'OPEN')).toEqual([]);
    expect(restricted.filter((id) => tierOf.get(id) !== 'RESTRICTED_AGGREGATE')).toEqual([]);
  });

  it('speaks of no field that the graph has not', () => {
    const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
    const spoken = [...list.matchAll(/`([A-Z]\w+)\.(\w+)`/g)].map(([, type = '', field = '']) => ({ type, field }));
    const isKnown = ({ type, field }: (typeof spoken)[number]) => {
      const found = schema.getType(type);
      return (isObjectType(found) || isInterfaceType(found)) && found.getFields()[field] !== undefined;
    };
    expect(spoken.length).toBeGreaterThan(3);
    expect(spoken.filter((one) => !isKnown(one))).toEqual([]);
  });
});

/**
 * Indicators that anyone may see although the inventory calls their system restricted or personal, and why: they count no
 * people, or their publisher shows them to everybody; the cuts of them that are neither are in `cutsForNamedUsers`.
 */
const openAllTheSame: ReadonlySet<string> = new Set([
  // Sites and things.
  'criminal-justice/victim-services-spend',
  'health/custody-suites-with-healthcare',
  'health/emergency-departments-sharing-violence-data',
  'health/hospitals-with-youth-workers',
  'health/liaison-and-diversion-sites',
  'health/violence-returns-by-department',
  'policing/body-worn-cameras-issued',
  'policing/knives-seized',
  'policing/weapon-arrests',
  'policing/weapon-sweeps',
  'local-authority/public-cctv-cameras',
  // Published.
  'criminal-justice/electronic-monitoring-compliance',
  'criminal-justice/electronic-monitoring-orders',
  'criminal-justice/mappa-offenders',
  'health/female-genital-mutilation-recorded-cases',
  'health/section-136-cell-detentions',
  'health/section-136-detentions-police',
  'local-authority/adult-safeguarding-concerns',
  'local-authority/adult-safeguarding-enquiries',
  'policing/modern-slavery-referrals',
  'policing/police-complaints-per-1000-officers',
]);

/** What of an open dataset is for named users alone: people in a borough and month, and who referred them. */
const cutsForNamedUsers = {
  'health/section-136-cell-detentions': [{ areaTypes: ['BOROUGH'] }],
  'health/section-136-detentions-police': [{ areaTypes: ['BOROUGH'] }],
  'policing/modern-slavery-referrals': [{ dimension: 'first-responder' }],
  'policing/weapon-arrests': [{ areaTypes: ['BOROUGH'], periodTypes: ['MONTH'] }],
};

it('keeps the cuts of open datasets that single people out for named users', () => {
  const cuts = datasets.flatMap(({ agency, dataset }) =>
    dataset.indicators.flatMap((indicator) => {
      const restricted = dataset.accessTier === 'OPEN' ? restrictedCutsOf(indicator) : [];
      return restricted.length === 0 ? [] : [[`${agency}/${indicator.id}`, restricted] as const];
    }),
  );
  expect(Object.fromEntries(cuts)).toEqual(cutsForNamedUsers);
});

const inventoryPath = publishedFile('../sources/inventory.md');
describe.skipIf(inventoryPath === null)('the inventory of the documents', () => {
  const text = inventoryPath === null ? '' : readFileSync(inventoryPath, 'utf8');
  const section = text.slice(text.indexOf('## 1. Data systems'), text.indexOf('## 2. Indicators'));
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const numbered = rows.filter(([, number = '']) => /^\d+$/.test(number));
  const namedOnce = rows.filter(([, , cited = '']) => /^\d{3}:\d/.test(cited));

  it('has no system that the list lacks, or places elsewhere in the documents', () => {
    const inventory = [...numbered.map(([, , , cited = '']) => cited), ...namedOnce.map(([, , cited = '']) => cited)];
    const listed = new Set(entries.map(({ cited }) => cited));
    const places = inventory.map((cited) => cited.replaceAll(/\([^)]*\)/g, '').match(/\d{3}:\d+(?:-\d+)?/g) ?? []);
    expect(places.length).toBeGreaterThan(150);
    expect(places.filter((cited) => !listed.has(cited.join('; ')))).toEqual([]);
  });

  it('calls restricted or personal nothing that the list opens, but for what it gives a reason for', () => {
    const guarded = numbered.filter((cells) => /^(restricted|personal)/.test(cells[8] ?? ''));
    const opened = guarded.flatMap(([, number]) =>
      clauses
        .filter(({ entry, text }) => entry.number === Number(number) && text.startsWith('Awaited'))
        .flatMap(({ names }) => names)
        .filter((id) => tierOf.get(id) === 'OPEN'),
    );
    expect(guarded.length).toBeGreaterThan(80);
    expect([...new Set(opened)].toSorted()).toEqual([...openAllTheSame].toSorted());
  });
});

it('No dataset stores or serves what stands for a person, a case or an address', () => {
  expect(datasets.flatMap(({ dataset }) => findPersonalFaults(dataset))).toEqual([]);
});
