import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, getOperationAST, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fixtureSubgraphs } from '../../testing/fixture-subgraphs.ts';
import { checkSubgraph, type SubgraphCheck } from './check-subgraph.ts';
import { useOf } from '../usage/operation-use.ts';
import { UsageCounter } from '../usage/usage-counts.ts';
import { writeUsage } from '../usage/usage-files.ts';
import { readCheckUsage } from './check-usage.ts';
import { describeCheck } from './describe-check.ts';
import { priceOperations } from './operation-price.ts';
import { composePublished, type PublishedGraph } from './published-graph.ts';

const { councils, transport, urlOf: url } = fixtureSubgraphs;
const published: PublishedGraph = composePublished(
  Object.entries({ councils, transport }).map(([name, sdl]) => ({ name, url: url(name), sdl: print(parse(sdl)) })),
);
const operations = Object.entries({
  names: '{ borough(code: "1") { name } }',
  stations: '{ borough(code: "1") { stations } }',
}).map(([name, text]) => ({ name, text, document: parse(text) }));

/** Nobody has counted or priced anything. */
const nothing = { prices: null, usage: null };

function check(name: string, sdl: string | null, from = published): SubgraphCheck {
  const typeDefs = sdl === null ? null : parse(sdl);
  return checkSubgraph(from, { name, url: url(name), typeDefs }, { operations });
}

const problemsOf = (result: SubgraphCheck) => (result.kind === 'refused' ? result.problems : []);

describe('A changed subgraph', () => {
  it('that is as before changes nothing', () => {
    expect(describeCheck('transport', check('transport', transport), nothing)).toBe(
      'transport makes one graph with the other 1.\nClients see no difference.',
    );
  });

  it('says what breaks, and with it which operations', () => {
    const text = describeCheck(
      'transport',
      check('transport', transport.replace('stations: Int', 'stops: Int')),
      nothing,
    );
    expect(text).toBe(`transport makes one graph with the other 1.

Breaking (1)
  Borough.stations is gone
    breaks stations

Safe (1)
  Borough.stops is new

1 recorded operation breaks: stations. It can be published with --accept-breaking and --why.`);
  });

  it('says how often what breaks was asked for, and by whom', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-usage-'));
    try {
      const counter = new UsageCounter();
      const schema = buildSchema(published.composition.apiSdl);
      const ask = (text: string, client?: string) => {
        const document = parse(text);
        const operation = getOperationAST(document);
        if (operation) counter.add(useOf(schema, document, operation), client);
      };
      for (const client of ['Map', 'Map', undefined]) ask('{ borough(code: "2") { stations } }', client);
      ask('query Other { borough(code: "3") { code stations } }', 'Page');
      await writeUsage(folder, { day: '2026-01-20', writer: 'one', counts: counter.counts });
      const usage = await readCheckUsage(folder, operations, '2026-01-31');
      const changed = transport.replace('stations: Int', 'stops: Int');
      const lines = describeCheck('transport', check('transport', changed), { prices: null, usage }).split('\n');
      expect(lines.slice(3, 6)).toEqual([
        '  Borough.stations is gone',
        '    breaks stations (asked 3 times since 2026-01-20: Map 2, unnamed 1)',
        '    Borough.stations was asked for 4 times since 2026-01-20: Map 2, unnamed 1, Page 1',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('that is taken down breaks who asks for what was its', () => {
    const result = check('transport', null);
    expect(result.kind === 'composed' && [...result.broken.keys()]).toEqual(['stations']);
  });

  it('is priced: how often agencies are asked, before and after', async () => {
    const today = '2026-01-31';
    const before = await priceOperations(published.composition.supergraphSdl, operations, today);
    expect([...before].map(([name, { fetches }]) => [name, fetches])).toEqual([
      ['names', 1],
      ['stations', 2],
    ]);
    const [cost = 0, more = 0] = [...before.values()].map((price) => price.cost);
    expect(more).toBeGreaterThan(cost);
  });
});

describe('A variant without what is tagged', () => {
  const tagged = transport.replace('"@shareable"', '"@shareable", "@tag"');
  const hidden = tagged.replace('stations: Int', 'stations: Int @tag(name: "internal")');
  const withHidden = composePublished(
    Object.entries({ councils, transport: hidden }).map(([name, sdl]) => ({
      name,
      url: url(name),
      sdl: print(parse(sdl)),
    })),
  );

  it('breaks by a new tag, though the graph does not change', () => {
    const result = check('transport', hidden);
    expect(describeCheck('transport', result, nothing)).toBe(`transport makes one graph with the other 1.
Clients see no difference.

Without internal, besides

Breaking (1)
  Borough.stations is gone
    breaks stations

1 recorded operation breaks: stations without internal. It can be published with --accept-breaking and --why.`);
  });

  it('shows what was left out where a tag is gone, which has to be looked at', () => {
    const text = describeCheck('transport', check('transport', tagged, withHidden), nothing);
    expect(text).toContain('Dangerous (1)\n  Borough.stations is shown now, and was left out by its tag');
  });

  it('is not told of what changes in the graph as much, nor where nothing changes', () => {
    const both = check('transport', hidden.replace('newest: Month', 'latest: Month'), withHidden);
    expect(both.kind === 'composed' && [both.changes.length, both.variants]).toEqual([2, []]);
    const same = check('transport', hidden, withHidden);
    expect(same.kind === 'composed' && [same.changes, same.variants]).toEqual([[], []]);
  });

  it('that would make no schema is refused, and one of several tags is looked at where it is named', () => {
    const named = hidden.concat(`"What has a name." interface Named {
        "Its name. Null where it has none." title: String
        "Its code. Null where it has none." code: ID
      }
      "A line." type Line implements Named {
        "Its name. Null where it has none." title: String @tag(name: "draft")
        "Its code. Null where it has none." code: ID @tag(name: "internal")
      }`);
    const problems = problemsOf(check('transport', named));
    expect(problems.map((each) => /^Without "(\w+)" the graph makes no schema: .*Line\.\w+/.exec(each)?.[1])).toEqual([
      'draft',
      'internal',
    ]);
    const typeDefs = parse(hidden.replace('newest: Month', 'newest: Month @tag(name: "draft")'));
    const two = checkSubgraph(
      published,
      { name: 'transport', url: url('transport'), typeDefs },
      { operations, variants: [['internal', 'draft']] },
    );
    expect(two.kind === 'composed' && two.variants.map(({ tags }) => tags.join(','))).toEqual([
      'internal,draft',
      'draft',
      'internal',
    ]);
  });
});

describe('A hazard of federation is refused with a sentence', () => {
  const added = (field: string) => transport.replace('  "A month."', `  ${field}\n  "A month."`);
  it.each([
    [
      'a field that is added to the thing of another agency and may not be null',
      'transport',
      transport.replace('stations: Int', 'stations: Int!'),
      '[transport] Borough.stations is Int!, and Borough belongs to another agency: let it be null, or all of that is lost while transport is down.',
    ],
    [
      'a field that is shared with nobody',
      'transport',
      added('"A line." type Line @shareable {\n "Its name." name: String! }'),
      '[transport] Line.name is @shareable, and no other agency has it. Take the mark away: whoever takes the field over later says so by @override.',
    ],
    [
      'a shared field that one place lacks the mark for',
      'transport',
      transport.replace('Month @shareable', 'Month'),
      'Non-shareable field "Month.start" is resolved from multiple subgraphs: it is resolved from subgraphs "councils" and "transport" and defined as non-shareable in subgraph "transport"',
    ],
    [
      'a key that is gone',
      'councils',
      councils.replace('@key(fields: "code")', '@key(fields: "name")'),
      '[councils] @key(fields: "code") of Borough is gone: other agencies ask about it by that key. Keep it beside a new one.',
    ],
    [
      'arguments inside @requires',
      'transport',
      transport.replace(
        '"Its stations.',
        `"Who lives there. Null where nobody has counted."
        people("In this year." year: Int): Int @external
        "Stations a head. Null where nobody has counted."
        # until councils count by day
        density: Float @requires(fields: "people(year: 2024)")
        "Its stations.`,
      ),
      '[transport] Borough.density has arguments inside @requires(fields: "people(year: 2024)"), which planners mix up with those of clients. Ask for a field without arguments: its owner can add one.',
    ],
    [
      'a type that means two things',
      'transport',
      transport.replace('start: String!', 'start: Int!'),
      'Type of field "Month.start" is incompatible across subgraphs: it has type "String!" in subgraph "councils" but type "Int!" in subgraph "transport"',
    ],
  ])('%s', (_, name, sdl, problem) => {
    expect(problemsOf(check(name, sdl))).toContain(problem);
  });

  it('and none of them is found in what is right', () => {
    expect(problemsOf(check('transport', transport))).toEqual([]);
    expect(problemsOf(check('councils', councils))).toEqual([]);
  });
});
