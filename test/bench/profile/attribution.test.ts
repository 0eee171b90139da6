import { describe, expect, it } from 'vitest';
import { attribute, collection, perRequest, unattributed, type CpuProfile } from './attribution.ts';
import { phaseRules } from './phases.ts';

type Frame = readonly [functionName: string, url: string];

const root: Frame = ['(root)', ''];
const modules = 'file:///project/node_modules';
const executor: Frame = ['executeNode', `${modules}/@apollo/gateway/dist/executeQueryPlan.js`];
const shaping: Frame = ['applySelectionSet', `${modules}/@apollo/gateway/dist/resultShaping.js`];
const http: Frame = ['runHttpQuery', `${modules}/@apollo/server/dist/esm/runHttpQuery.js`];
const source: Frame = ['process', 'file:///project/gateway/src/agencies/agency-source.ts'];

/** A profile with one sample of each stack, outermost call first; the first lasts 1 µs, the second 10, the third 100 … */
function profileOf(...stacks: readonly (readonly Frame[])[]): CpuProfile {
  const nodes: { id: number; callFrame: { functionName: string; url: string }; children: number[] }[] = [];
  const add = ([functionName, url]: Frame) =>
    nodes.push({ id: nodes.length + 1, callFrame: { functionName, url }, children: [] });
  add(root);
  const samples = stacks.map((stack) => {
    let parent = 1;
    for (const frame of stack) {
      const id = add(frame);
      nodes[parent - 1]?.children.push(id);
      parent = id;
    }
    return parent;
  });
  return { nodes, samples, timeDeltas: stacks.map((_, index) => 10 ** index) };
}
const timesOf = (...stacks: readonly (readonly Frame[])[]) =>
  Object.fromEntries(attribute(profileOf(...stacks), phaseRules));

describe('a sample belongs to', () => {
  it('the innermost call that a rule claims', () => {
    expect(timesOf([http, executor, shaping], [http, executor], [http])).toEqual({ shape: 1, merge: 10, http: 100 });
  });

  it('its caller, where it is native or in a file of no rule', () => {
    const getter: Frame = ['get', `${modules}/@apollo/federation-internals/dist/index.js`];
    const write: Frame = ['writev', ''];
    const undici: Frame = ['write', `${modules}/undici/lib/dispatcher/client-h1.js`];
    const response: Frame = ['_send', 'node:_http_outgoing'];
    const stream: Frame = ['writevGeneric', 'node:internal/stream_base_commons'];
    expect(timesOf([executor, shaping, getter], [undici, stream, write], [response, stream, write])).toEqual({
      shape: 1,
      fetch: 10,
      http: 100,
    });
  });

  it('the phase of a function within a file that has several', () => {
    const stringify: Frame = ['prettyJSONStringify', http[1]];
    expect(timesOf([http, stringify, ['stringify', '']], [http])).toEqual({ serialise: 1, http: 10 });
  });

  it('fetching, when an answer is read under the executor', () => {
    expect(timesOf([executor, source, ['parse', '']], [executor])).toEqual({ fetch: 1, merge: 10 });
  });

  it('planning, parsing or validating by its file', () => {
    expect(
      timesOf(
        [http, ['buildQueryPlan', `${modules}/@apollo/query-planner/dist/buildPlan.js`]],
        [http, ['parseMany', `${modules}/graphql/language/parser.js`]],
        [http, ['visit', `${modules}/graphql/validation/validate.js`]],
      ),
    ).toEqual({ plan: 1, parse: 10, validate: 100 });
  });

  it('the garbage collector, whoever made the garbage, and to nothing while it waits or profiles', () => {
    expect(timesOf([['(garbage collector)', '']], [['(idle)', '']], [['post', 'node:inspector']])).toEqual({
      [collection]: 1,
    });
  });

  it('no phase, where no rule claims any of it', () => {
    expect(timesOf([['something', 'file:///elsewhere.js']], [['(program)', '']])).toEqual({ [unattributed]: 11 });
  });
});

describe('the time of a phase in a request', () => {
  const times = new Map([
    ['fetch', 6_000],
    ['shape', 2_000],
  ]);

  it('is its share of the processor time, however long the samples waited for a core', () => {
    // 8 ms were sampled, of which the thread worked 4, for two requests.
    expect(perRequest(times, { cpuMs: 4, requests: 2 })).toEqual({ fetch: 1.5, shape: 0.5 });
  });

  it('is nothing without a request, or without a sample', () => {
    expect(perRequest(times, { cpuMs: 4, requests: 0 })).toEqual({ fetch: 0, shape: 0 });
    expect(perRequest(new Map(), { cpuMs: 4, requests: 2 })).toEqual({});
  });
});

it('A stack as deep as Node allows is followed to its end', () => {
  const deep = Array.from({ length: 20_000 }, (): Frame => ['again', 'file:///elsewhere.js']);
  expect(timesOf([executor, ...deep])).toEqual({ merge: 1 });
});
