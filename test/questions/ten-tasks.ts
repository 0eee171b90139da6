import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import type { Ask } from './plain-client.ts';

/** Something that people come for: the words are theirs, and each request uses what the one before has told. */
export interface Task {
  readonly what: string;
  /** As many requests as it may take. */
  readonly calls: number;
  /** What is found, in a form that a test compares. */
  readonly do: (ask: Ask) => Promise<unknown>;
  readonly found: unknown;
}

/** What a search finds first. */
interface First {
  readonly id: string;
  readonly agency: string;
  readonly narrowing: readonly { readonly dimension: string; readonly value: string }[];
}

async function findFirst(ask: Ask, text: string): Promise<First> {
  const { search } = await ask(
    'query Find($text: String!) { search(text: $text, first: 1) { id agency narrowing { dimension value } } }',
    { text },
  );
  const [first] = search as readonly First[];
  if (first === undefined) throw new Error(`nothing is found by ${text}`);
  return first;
}

/** A list at a path of an answer: of `a.b`, of each entry where a step is a list. */
function at(answer: unknown, path: string): readonly unknown[] {
  return path
    .split('.')
    .reduce<readonly unknown[]>(
      (values, step) => values.flatMap((value) => (value as Readonly<Record<string, unknown>>)[step] ?? []),
      [answer],
    );
}

const count = (values: readonly unknown[], wanted: (value: unknown) => boolean = () => true): number =>
  values.filter(wanted).length;

/** What people come for, and in how many requests they have it who know neither ids nor agencies. */
export const tenTasks: readonly Task[] = [
  {
    what: 'monthly burglary in Camden for two years',
    calls: 2,
    do: async (ask) => {
      const { id, narrowing } = await findFirst(ask, 'burglary');
      const answer = await ask(
        `query Months($id: ID!, $dimensions: [DimensionInput!]) { borough(name: "Camden") { name } indicator(id: $id) { ... on Indicator {
          series(area: "E09000007", dimensions: $dimensions) { area { name } observations(last: 24) { period { id } value } } } } }`,
        { id, dimensions: narrowing },
      );
      const periods = at(answer, 'indicator.series.observations.period.id');
      return {
        places: at(answer, 'indicator.series.area.name'),
        first: periods[0],
        last: periods.at(-1),
        values: count(at(answer, 'indicator.series.observations.value')),
      };
    },
    found: { places: ['Camden'], first: '2023-12', last: '2025-11', values: 24 },
  },
  {
    what: "33 boroughs' child protection rates of one year with London",
    calls: 2,
    do: async (ask) => {
      const { id } = await findFirst(ask, 'child protection rates');
      const fields = 'observations(during: { from: "2024-03-31", to: "2024-03-31" }) { value status }';
      const answer = await ask(
        `query Rates($id: ID!) { localAuthority {
          boroughs: series(indicators: [$id], areaType: BOROUGH, first: 33) { nodes { area { name } ${fields} } }
          london: series(indicators: [$id], areas: ["E12000007"], first: 1) { nodes { area { name } ${fields} } } } }`,
        { id },
      );
      const statuses = at(answer, 'localAuthority.boroughs.nodes.observations.status');
      return {
        boroughs: statuses.length,
        published: count(statuses, (one) => one === 'PUBLISHED'),
        london: at(answer, 'localAuthority.london.nodes.observations.value').length,
      };
    },
    found: { boroughs: 33, published: 32, london: 1 },
  },
  {
    what: 'open cases at one Crown Court, and that no timeliness is published by court',
    calls: 2,
    do: async (ask) => {
      const { id } = await findFirst(ask, 'court delays');
      const answer = await ask(
        `query Court($id: ID!) { court(name: "Snaresbrook") { name openCases { latest { value } } }
          criminalJustice { series(indicators: [$id], sites: ["court:snaresbrook-crown-court"]) { nodes { latest { value } } unanswered } } }`,
        { id },
      );
      return {
        open: at(answer, 'court.openCases.latest.value'),
        delays: at(answer, 'criminalJustice.series.nodes').length,
        why: at(answer, 'criminalJustice.series.unanswered'),
      };
    },
    found: {
      open: [4299],
      delays: 0,
      why: [
        'court-timeliness is not measured at sites such as court:snaresbrook-crown-court: it is for REGION, COUNTRY, LOCAL_JUSTICE_AREA, LCJB_AREA.',
      ],
    },
  },
  {
    what: 'is crime in Lewisham rising, and how sure is that',
    calls: 1,
    do: async (ask) => {
      const answer = await ask(
        `{ search(text: "is crime in Lewisham rising", first: 1) { indicator { ... on Indicator { id series(area: "E09000023") { trend { direction scatter reason } } } } } }`,
        {},
      );
      return at(answer, 'search.indicator.series.trend');
    },
    found: [{ direction: 'NO_SIGNIFICANT_CHANGE', scatter: 'BEYOND_CHANCE', reason: null }],
  },
  {
    what: 'which boroughs have withheld numbers, and why',
    calls: 2,
    do: async (ask) => {
      const { id } = await findFirst(ask, 'child protection plans');
      const answer = await ask(
        `query Withheld($id: ID!) { localAuthority { series(indicators: [$id], areaType: BOROUGH, first: 33) { nodes { area { name } statuses dataset { disclosurePolicy { description } } } } } }`,
        { id },
      );
      const withheld = at(answer, 'localAuthority.series.nodes').filter((node) =>
        at(node, 'statuses').includes('CONFIDENTIAL'),
      );
      return {
        boroughs: withheld.flatMap((node) => at(node, 'area.name')),
        rules: count([...new Set(at(answer, 'localAuthority.series.nodes.dataset.disclosurePolicy.description'))]),
      };
    },
    found: { boroughs: ['City of London'], rules: 1 },
  },
  {
    what: "Newham's wards, and why there is no rank",
    calls: 2,
    do: async (ask) => {
      const { id } = await findFirst(ask, 'crime by ward');
      const answer = await ask(
        `query Wards($id: ID!) { areas(type: WARD, within: "E09000025") { code } indicator(id: $id) { ... on Indicator { series(area: "E05013920") { relation caveats { text } } } } }`,
        { id },
      );
      const caveats = at(answer, 'indicator.series.caveats.text').map(String);
      return {
        wards: at(answer, 'areas').length,
        relation: at(answer, 'indicator.series.relation'),
        why: caveats.filter((text) => text.includes('not compared')),
      };
    },
    found: {
      wards: 24,
      relation: ['SAME'],
      why: [
        'A count depends on how many people live in a place or come to it: places of unlike size are not compared by it.',
      ],
    },
  },
  {
    what: 'stop and search outcomes',
    calls: 2,
    do: async (ask) => {
      const { id, agency } = await findFirst(ask, 'stop and search');
      const answer = await ask(
        `query Outcomes($id: ID!) { policing { series(indicators: [$id], areas: ["E09000005"], first: 60) { nodes { dimensions { dimension value } latest { value } } } } }`,
        { id },
      );
      const outcomes = at(answer, 'policing.series.nodes.dimensions').filter((one) =>
        at(one, 'dimension').includes('outcome'),
      );
      return { agency, some: outcomes.length > 3 };
    },
    found: { agency: 'policing', some: true },
  },
  {
    what: 'is knife crime held',
    calls: 1,
    do: async (ask) => {
      const answer = await ask(
        `{ search(text: "is knife crime held", first: 1) { id isHeld indicator { ... on Indicator { held { firstPeriod { id } lastPeriod { id } } } } } }`,
        {},
      );
      return answer['search'];
    },
    found: [
      {
        id: 'knife-crime',
        isHeld: true,
        indicator: { held: { firstPeriod: { id: '2010-04' }, lastPeriod: { id: '2021-05' } } },
      },
    ],
  },
  {
    what: 'hospital attendances for assault, and who may see them',
    calls: 1,
    do: async (ask) => {
      const { search } = await ask(
        `{ search(text: "hospital attendances for assault", first: 1) { id isHeld reason note } }`,
        {},
      );
      return search;
    },
    found: [
      {
        id: 'violence-attendances',
        isHeld: false,
        reason: 'RESTRICTED',
        note: '"Emergency department attendances after violence" is for named users of partner bodies: it takes an agreement of the agency "health" about violence-attendances, a purpose that it allows, and the scope health:restricted. Nobody else is told what is held.',
      },
    ],
  },
  {
    what: 'what is in the graph at all',
    calls: 1,
    do: async (ask) => {
      const answer = await ask(`{ catalogue { id agency { indicators(held: true) { id } } } }`, {});
      return {
        agencies: at(answer, 'catalogue.id').length,
        hasMany: at(answer, 'catalogue.agency.indicators').length > 60,
      };
    },
    found: { agencies: agencyNames.length, hasMany: true },
  },
];
