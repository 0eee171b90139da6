import { readFileSync } from 'node:fs';
import { restrictedCutsOf } from '@boroughgraph/kit/inside/disclosure/restricted-cuts.ts';
import { findPersonalFaults } from '@boroughgraph/kit/inside/loading/personal-columns.ts';
import { describe, expect, it } from 'vitest';
import { publishedFile } from '../support/published-files.ts';
import { awaitedIndicators } from '../readme/dataset-lists.ts';
import { agencies } from '../support/all-agencies.ts';

/** One data system, as the reviewed list answers for it. */
interface Entry {
  /** Its number in the inventory; null for what is named once. */
  readonly number: number | null;
  readonly name: string;
  /** Places in the documents: `001:1432-1433`. */
  readonly cited: readonly string[];
  readonly answer: string;
}

const entries: readonly Entry[] = readFileSync(new URL('../../schema/data-systems.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, name = '', cited = '', answer = ''] =
      /^- (?:\*\*(\d+)\*\* )?(.*?) \((\d{3}:[^)]*)\)\. (.*)$/.exec(line) ?? [];
    return answer === ''
      ? []
      : [{ number: number === undefined ? null : Number(number), name, cited: cited.split('; '), answer }];
  });

/** The indicators that stand behind a word of an answer, as `agency/indicator`. */
function namedAfter(word: string, { answer }: Entry): readonly string[] {
  const clauses = answer.split(/(?<=\.) (?=(?:Held|Awaited|Never held|No number): )/);
  return clauses
    .filter((clause) => clause.startsWith(`${word}: `))
    .flatMap((clause) => [...clause.matchAll(/`([a-z-]+\/[a-z0-9-]+)`/g)].map(([, id = '']) => id));
}

const datasets = agencies.flatMap((agency) => agency.datasets.map((dataset) => ({ agency: agency.name, dataset })));

const indicatorsOf = (wanted: (isAwaited: boolean) => boolean) =>
  datasets.flatMap(({ agency, dataset }) => {
    const awaited = awaitedIndicators(dataset);
    return dataset.indicators
      .filter((indicator) => wanted(awaited.includes(indicator)))
      .map(({ id }) => `${agency}/${id}`);
  });

describe('the list of data systems', () => {
  it('has an answer for each system, and numbers without a gap', () => {
    const numbers = entries.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(100);
    const words = /^(Held|Awaited|Never held|No number): /;
    expect(entries.filter(({ answer }) => !words.test(answer)).map(({ name }) => name)).toEqual([]);
  });

  it('names as held what its agency reads or has reviewed', () => {
    const known = new Set(indicatorsOf((isAwaitedOne) => !isAwaitedOne));
    const named = entries.flatMap((entry) => namedAfter('Held', entry));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('names as awaited only what awaits a file', () => {
    const awaited = new Set(indicatorsOf((isAwaitedOne) => isAwaitedOne));
    const named = entries.flatMap((entry) => namedAfter('Awaited', entry));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !awaited.has(id))).toEqual([]);
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
    const listed = new Set(entries.map(({ cited }) => cited.join('; ')));
    const places = inventory.map((cited) => cited.replaceAll(/\([^)]*\)/g, '').match(/\d{3}:\d+(?:-\d+)?/g) ?? []);
    expect(places.length).toBeGreaterThan(150);
    expect(places.filter((cited) => !listed.has(cited.join('; ')))).toEqual([]);
  });

  it('calls restricted or personal nothing that the list opens, but for what it gives a reason for', () => {
    const tierOf = new Map<string, string>(
      datasets.flatMap(({ agency, dataset }) =>
        dataset.indicators.map(({ id }) => [`${agency}/${id}`, dataset.accessTier] as const),
      ),
    );
    const guarded = numbered.filter((cells) => /^(restricted|personal)/.test(cells[8] ?? ''));
    const opened = guarded.flatMap(([, number]) =>
      entries
        .filter((entry) => entry.number === Number(number))
        .flatMap((entry) => namedAfter('Awaited', entry))
        .filter((id) => tierOf.get(id) === 'OPEN'),
    );
    expect(guarded.length).toBeGreaterThan(80);
    expect([...new Set(opened)].toSorted()).toEqual([...openAllTheSame].toSorted());
  });
});

it('No dataset stores or serves what stands for a person, a case or an address', () => {
  expect(datasets.flatMap(({ dataset }) => findPersonalFaults(dataset))).toEqual([]);
});
