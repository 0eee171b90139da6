import { graphqlPath } from '@boroughgraph/schema/wire/paths.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOperation, recordedVariables } from '../conformance/anonymous-caller.ts';
import { beginNewState } from '../support/new-state.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { loadSmallFigures } from '../support/small-figures.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await startRunningSystem(loadSmallFigures);
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

const fields = `
  code name populationEstimates { persons }
  crime { recorded { latest { value } } byOffenceGroup { latest { value } } }
  crimeRate { latest { value } }
  officers { latest { value } }
  courtDelay { timeliness { area { name } latest { value } } openCases { site { name } latest { value } } }
  health { emergencyAdmissions { latest { value } } drugMisuseAdmissions { area { name } latest { value } } }
  safeguarding { childrenInNeed { latest { value } } childProtectionPlans { latest { value } } referrals(source: "police") { latest { value } } }`;

/** The agencies whose traffic is known here, in the order of their names: another is a folder of its own, and its owners count its own. */
const known = ['criminal-justice', 'health', 'local-authority', 'policing'];
const knownAgencies = () => [...system.agencies].filter(([name]) => known.includes(name));

/** How many statements each agency sends for a request. */
async function statementsFor(query: string): Promise<Readonly<Record<string, number>>> {
  for (const { store, statements } of system.agencies.values()) {
    await beginNewState(store);
    statements.length = 0;
  }
  const { errors } = await system.ask(query);
  expect(errors).toBeUndefined();
  return Object.fromEntries(knownAgencies().map(([name, { statements }]) => [name, statements.length]));
}

describe('batching', () => {
  it('sends as many statements for 33 boroughs as for one', async () => {
    // Which narrowings a release has is asked once.
    await statementsFor(`{ boroughs { ${fields} } }`);
    const one = await statementsFor(`{ boroughs(codes: ["E09000012"]) { ${fields} } }`);
    const all = await statementsFor(`{ boroughs { ${fields} } }`);
    expect(all).toEqual(one);
    expect(Object.values(one).every((count) => count > 0)).toBe(true);
  });

  it('sends as many statements for ten indicators in one request as for one of the same agency and depth', async () => {
    const one = await statementsFor('{ borough(code: "E09000012") { crime { recorded { latest { value } } } } }');
    const many = await statementsFor(
      '{ borough(code: "E09000012") { crime { recorded { latest { value } observations { value } values } byOffenceGroup { latest { value } } } } }',
    );
    expect(many['policing']).toBe(one['policing']);
  });
});

/** What a recorded operation sends to each agency, in the order of their names, and how long its answer is. */
interface Traffic {
  readonly requests: string;
  /** Statements in a state of the store that nothing was read of yet. */
  readonly cold: string;
  /** Statements once the same was asked before. */
  readonly warm: string;
  /** At most, of the answer. */
  readonly kilobytes: number;
}

async function trafficOf(file: string): Promise<Traffic> {
  const query = readOperation(file);
  const ask = async () => {
    for (const { statements, requests } of system.agencies.values()) {
      statements.length = 0;
      requests.length = 0;
    }
    const answer = await system.ask(query, recordedVariables[file]);
    const agencies = knownAgencies()
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, agency]) => agency);
    return {
      // What a gateway asks for itself, whatever is asked of it, is for no operation.
      requests: agencies.map(({ requests }) => requests.filter((path) => path === graphqlPath).length).join(' '),
      statements: agencies.map(({ statements }) => statements.length).join(' '),
      kilobytes: Math.round(JSON.stringify(answer).length / 1_000),
    };
  };
  for (const { store } of system.agencies.values()) await beginNewState(store);
  const { statements: cold } = await ask();
  const { requests, statements: warm, kilobytes } = await ask();
  return { requests, cold, warm, kilobytes };
}

/** Of criminal justice, health, the local authority and policing. More of any is a cost that no stopwatch shows on a busy machine. */
const recordedTraffic: Readonly<Record<string, Traffic>> = {
  'all-boroughs.graphql': { requests: '1 1 1 1', cold: '6 6 6 6', warm: '1 1 1 1', kilobytes: 16 },
  'as-published.graphql': { requests: '0 0 1 1', cold: '0 0 0 5', warm: '0 0 0 1', kilobytes: 1 },
  'borough-page.graphql': { requests: '1 1 1 1', cold: '10 6 6 6', warm: '1 1 1 1', kilobytes: 63 },
  'borough-safety.graphql': { requests: '1 1 1 1', cold: '10 6 6 6', warm: '1 1 1 1', kilobytes: 17 },
  'boundaries.graphql': { requests: '0 0 1 0', cold: '0 0 5 0', warm: '0 0 1 0', kilobytes: 3 },
  'bulk.graphql': { requests: '0 0 0 1', cold: '0 0 0 7', warm: '0 0 0 1', kilobytes: 1 },
  'catalogue.graphql': { requests: '1 1 1 1', cold: '5 5 5 5', warm: '1 1 1 1', kilobytes: 290 },
  'compare.graphql': { requests: '0 0 1 0', cold: '0 0 0 0', warm: '0 0 0 0', kilobytes: 1 },
  'courts.graphql': { requests: '1 0 0 0', cold: '9 0 0 0', warm: '1 0 0 0', kilobytes: 1 },
  'dataset-changes.graphql': { requests: '0 0 1 1', cold: '0 0 0 7', warm: '0 0 0 1', kilobytes: 1 },
  'every-file.graphql': { requests: '1 2 1 1', cold: '5 6 6 5', warm: '1 2 1 1', kilobytes: 2 },
  'find-borough.graphql': { requests: '0 0 1 0', cold: '0 0 0 0', warm: '0 0 0 0', kilobytes: 1 },
  'framework.graphql': { requests: '0 0 1 0', cold: '0 0 0 0', warm: '0 0 0 0', kilobytes: 1 },
  'local-priorities.graphql': { requests: '0 0 1 0', cold: '0 0 5 0', warm: '0 0 1 0', kilobytes: 1 },
  'rates.graphql': { requests: '0 0 1 1', cold: '0 0 6 6', warm: '0 0 1 1', kilobytes: 10 },
  'recorded-crime.graphql': { requests: '0 0 1 1', cold: '0 0 0 6', warm: '0 0 0 1', kilobytes: 2 },
  'search.graphql': { requests: '1 1 2 2', cold: '8 5 5 9', warm: '1 1 1 2', kilobytes: 4 },
};

describe('a recorded operation', () => {
  it('is known with its traffic', () => {
    expect(Object.keys(recordedTraffic).toSorted()).toEqual(Object.keys(recordedVariables).toSorted());
  });

  it.each(Object.entries(recordedTraffic))(
    '%s sends what it is known to send',
    async (file, { kilobytes, ...sent }) => {
      const { kilobytes: answered, ...traffic } = await trafficOf(file);
      expect(traffic).toEqual(sent);
      expect(answered).toBeLessThanOrEqual(kilobytes);
    },
  );
});

describe('an argument that is wrong', () => {
  const backwards = 'during: { from: "2025-02-01", to: "2025-01-01" }';
  const query = `{
    borough(code: "E09000012") { name crime { recorded {
      periodType few: observations(last: -1) { value } whole: observations(last: 1) { status }
      values(${backwards}) periodIds(during: { to: "2025-02-30" }) statuses(${backwards})
    } } }
    policing { id series(indicators: ["nothing"], first: 0) { nodes { values } hasNextPage endCursor }
      dataset(id: "mps-recorded-crime-borough") { id releases(last: -1) { id } } }
    framework(id: "police-and-crime-plan-2017-21") { measures(theme: "nothing") { id } }
  }`;

  it('costs the field that has it, which says so, and nothing around it', async () => {
    const { data, errors = [] } = await system.ask(query);
    expect(data).toMatchObject({
      borough: {
        name: 'Hackney',
        crime: {
          recorded: { periodType: 'MONTH', few: [], whole: [{}], values: [], periodIds: [], statuses: [] },
        },
      },
      policing: {
        id: 'policing',
        series: { nodes: [], hasNextPage: false, endCursor: null },
        dataset: { id: 'mps-recorded-crime-borough', releases: [] },
      },
      framework: { measures: [] },
    });
    const recorded = ['borough', 'crime', 'recorded'];
    const told = errors.flatMap(({ path, extensions: { code, argument, instead, paths = [path] } = {} }) =>
      (paths as string[][]).map((place) => [code, place.join('.'), argument, String(instead).split(' stands')[0]]),
    );
    const list = 'An empty list';
    expect(told.toSorted()).toEqual(
      [
        [...recorded, 'few', 'last', list],
        [...recorded, 'values', 'during', list],
        [...recorded, 'periodIds', 'during', list],
        [...recorded, 'statuses', 'during', list],
        ['policing', 'series', 'indicators', 'An empty SeriesPage'],
        ['policing', 'series', 'first', 'An empty SeriesPage'],
        ['policing', 'dataset', 'releases', 'last', list],
        ['framework', 'measures', 'theme', list],
      ]
        .map((parts) => ['BAD_USER_INPUT', parts.slice(0, -2).join('.'), ...parts.slice(-2)])
        .toSorted(),
    );
  });
});
