import { generateKeyPairSync } from 'node:crypto';
import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import { buildASTSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeProtected, protectedGraph } from '../../testing/protected-agencies.ts';
import { createGeneration } from '../supergraph/generation.ts';
import { readAccessRules } from './access-rules.ts';
import { CallerAccess } from './caller-access.ts';
import { startKeptThread } from '../../testing/kept-threads.ts';

const read = (sdl: string) => {
  const document = parse(sdl);
  return readAccessRules(document, buildASTSchema(document, { assumeValidSDL: true, assumeValid: true }));
};

const links = `schema @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
  @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY) { query: Query }
  directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE
  directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION`;

describe('The rules of a supergraph', () => {
  it('are none where it links none, and then nothing is looked for', () => {
    expect(
      read('schema @link(url: "https://specs.apollo.dev/link/v1.0") { query: Query } type Query { a: Int }'),
    ).toBeNull();
  });

  it('are found under the names by which they were imported', () => {
    expect(protectedGraph.supergraphSdl).toMatch(/@signedIn[\s\S]*@federation__requiresScopes/);
    const rules = read(protectedGraph.supergraphSdl);
    expect([rules?.ofField('Officer', 'badge'), rules?.ofField('Officer', 'contact'), rules?.ofType('Record')]).toEqual(
      [
        { scopes: null, policies: null },
        { scopes: [['contact:read']], policies: null },
        { scopes: [['record:read', 'record:open'], ['admin']], policies: null },
      ],
    );
  });

  it('are found under a name for the whole specification, and of an interface that its objects do not repeat', () => {
    const rules =
      read(`schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "signed", for: SECURITY) { query: Query }
      directive @signed on FIELD_DEFINITION | INTERFACE
      type Query { a: A } interface I { x: Int @signed } type A implements I { x: Int y: Int }`);
    expect([rules?.ofField('A', 'x'), rules?.ofField('A', 'y'), rules?.ofField('Query', 'a')]).toEqual([
      { scopes: null, policies: null },
      null,
      null,
    ]);
  });

  it('of an object that an interface object adds to are those of what it adds', () => {
    const rules = read(protectedGraph.supergraphSdl);
    const of = (name: string) => rules?.ofField(name, 'risk');
    expect(['Officer', 'Suspect'].map(of)).toEqual([
      { scopes: null, policies: null },
      { scopes: null, policies: null },
    ]);
  });

  it.each([
    [
      'another thing for security',
      links.replace('policy/v0.1', 'vault/v0.1'),
      /asks for https:\/\/specs.apollo.dev\/vault\/v0.1 for its security/,
    ],
    [
      'another version',
      links.replace('authenticated/v0.1', 'authenticated/v0.2'),
      /authenticated\/v0.2 for its security/,
    ],
    [
      'another version that is not marked',
      links.replace('authenticated/v0.1", for: SECURITY', 'authenticated/v0.2"'),
      /authenticated\/v0.2 for/,
    ],
    [
      'a directive that is not defined',
      links.replace('directive @authenticated', 'directive @other'),
      /links @authenticated and does not define it/,
    ],
    [
      'a directive that is not linked',
      `${links} type Query { a: Int @requiresScopes(scopes: [["a"]]) }`,
      /Query.a has @requiresScopes, which the supergraph does not link/,
    ],
    [
      'a policy that nobody can decide',
      `${links} type Query { a: Int @policy(policies: [["on-duty"]]) }`,
      /Query.a asks for the policy "on-duty"/,
    ],
    [
      'a purpose that there is not',
      `${links} type Query { a: Int @policy(policies: [["purpose:FUN"]]) }`,
      /policy "purpose:FUN"/,
    ],
    [
      'no lists',
      `${links} type Query { a: Int @policy(policies: "on-duty") }`,
      /without lists of texts as its "policies"/,
    ],
  ])('stop the start with %s', (_, sdl, message) => {
    expect(() => read(sdl.includes('type Query') ? sdl : `${sdl} type Query { a: Int }`)).toThrow(message);
  });

  it('stop the gateway, too', () => {
    const supergraphSdl = protectedGraph.supergraphSdl.replace('purpose:RESEARCH', 'purpose:FUN');
    expect(() => createGeneration({ supergraphSdl, urls: {} })).toThrow(/policy "purpose:FUN"/);
  });

  it('let a generation be made that its planner would refuse otherwise', async () => {
    const urls = { register: 'http://a.invalid', intelligence: 'http://b.invalid', records: 'http://c.invalid' };
    const { privateKey: signingKey } = generateKeyPairSync('ed25519');
    const generation = createGeneration({
      supergraphSdl: protectedGraph.supergraphSdl,
      urls,
      signingKey,
      startPlanningThread: startKeptThread,
    });
    await generation.ready;
    expect(generation.supergraphSdl).not.toContain('for: SECURITY');
    await generation.close();
  });
});

describe('Who may see an interface', () => {
  const viewers: readonly Viewer[] = [
    { kind: 'anonymous' },
    ...[['contact:read'], ['needs:read'], ['contact:read', 'needs:read']].map((scopes): Viewer => ({
      kind: 'named',
      subject: 's',
      organisation: 'o',
      role: null,
      scopes,
      purpose: 'RESEARCH',
    })),
  ];

  it.each(viewers)('may see of each of its objects what that shows: %j', (viewer) => {
    const rules = read(protectedGraph.supergraphSdl);
    if (rules === null) throw new Error('there are rules');
    const schema = protectedGraph.apiSchema;
    const access = new CallerAccess(rules, schema, viewer);
    const party = schema.getType('Party');
    if (party === undefined || !('getFields' in party) || !('getInterfaces' in party))
      throw new Error('there are parties');
    const isNamed = viewer.kind === 'named';
    const seen = access
      .objectsOf(party)
      .map((type) => [type.name, access.maySee(type.name), access.maySeeField(type, 'contact')]);
    const reads = isNamed && viewer.scopes.includes('contact:read');
    expect(seen.toSorted()).toEqual([
      ['Officer', true, reads],
      ['Suspect', true, true],
      ['Victim', isNamed, isNamed],
    ]);
  });
});

describe('Composition', () => {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@authenticated", "@context", "@fromContext"])';
  const compose = (...sdls: readonly string[]) =>
    composeProtected(sdls.map((sdl, index) => ({ name: `agency-${index}`, typeDefs: parse(`${link} ${sdl}`) })));
  const owner = 'type Query { a: A } type A @key(fields: "id") { id: ID! x: String @authenticated }';
  const second = (rule: string) =>
    `type A @key(fields: "id") { id: ID! x: String @external y: String @requires(fields: "x") ${rule} }`;
  const third = 'type A @key(fields: "id") { id: ID! y: String @external z: String @requires(fields: "y") }';

  it('fails where a field is made of a protected one and asks for less, through a chain of three as well', () => {
    expect(() => compose(owner, second(''))).toThrow(/"A.y" does not specify necessary/);
    expect(() => compose(owner, second('@authenticated'), third)).toThrow(/"A.z" does not specify necessary/);
  });

  it('fails where a field gets a protected one from around it and asks for less', () => {
    const around = (rule: string) =>
      `type Query { a: A } type A @key(fields: "id") @context(name: "around") { id: ID! x: String @authenticated b: B }
      type B @key(fields: "id") { id: ID! y(given: String @fromContext(field: "$around { x }")): String ${rule} }`;
    const elsewhere = 'type Query { other: Int } type B @key(fields: "id") { id: ID! w: Int }';
    expect(() => compose(around(''), elsewhere)).toThrow(/"B.y" does not specify necessary/);
    expect(() => compose(around('@authenticated'), elsewhere)).not.toThrow();
  });
});
