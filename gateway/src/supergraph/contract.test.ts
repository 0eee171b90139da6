import { composeSubgraphs } from '@boroughgraph/schema/compose.ts';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  print,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { health, localAuthority, policing } from '../../testing/fixture-agencies.ts';
import { startTestGateway } from '../../testing/gateway-for-test.ts';
import { hideTagged, listTags } from './contract.ts';
import { createGeneration } from './generation.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])`;

/** A graph of one subgraph, in which something is tagged. */
function compose(sdl: string): string {
  const subgraph = { name: 'one', url: 'http://one.invalid', typeDefs: parse(`${link} ${sdl}`) };
  return composeSubgraphs([subgraph]).supergraphSdl;
}

/** What clients see without what is tagged `internal`. */
async function visibleOf(sdl: string, hiddenTags: readonly string[] = ['internal']): Promise<readonly string[]> {
  const generation = createGeneration({ supergraphSdl: compose(sdl), hiddenTags, urls: { one: 'http://one.invalid' } });
  const types = Object.values(generation.apiSchema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  await generation.close();
  return types.flatMap(membersOf).toSorted();
}

function membersOf(type: GraphQLNamedType): readonly string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(({ name, args }) => {
    const names = args.map((each) => each.name).join(' ');
    return `${type.name}.${name}${names === '' ? '' : `(${names})`}`;
  });
}

describe('A contract', () => {
  it('hides what is tagged, and nothing else', async () => {
    const sdl = `
      type Query { area(code: ID, depth: Int @tag(name: "internal")): Area notes: String @tag(name: "internal") }
      type Area @key(fields: "code") { code: ID! draft: Int @tag(name: "internal") other: Int @tag(name: "public") kind: Kind }
      enum Kind { WARD CELL @tag(name: "internal") }`;
    expect(await visibleOf(sdl)).toEqual(['Area.code', 'Area.kind', 'Area.other', 'Kind.WARD', 'Query.area(code)']);
    expect(await visibleOf(sdl, [])).toContain('Query.notes');
    expect(listTags(compose(sdl))).toEqual(['internal', 'public']);
    expect(hideTagged(compose(sdl), ['nothing'])).toBe(compose(sdl));
  });

  it('hides what could not be asked for without it, as far as that goes', async () => {
    const sdl = `
      type Query { one: Int cell: Cell cells(by: By!): [Int] some(by: By): Int all: [Any] }
      type Cell @tag(name: "internal") { value: Int }
      type Holder { cell: Cell }
      input By @tag(name: "internal") { size: Int }
      union Any = Cell | Holder
      extend type Query { holder: Holder }`;
    expect(await visibleOf(sdl)).toEqual(['Query.one', 'Query.some']);
  });

  it('is refused in words where an interface would promise what is gone', () => {
    const sdl = `
      type Query { named: Named }
      interface Named { name: String code: ID }
      type Area implements Named { name: String @tag(name: "internal") code: ID }`;
    const parts = { supergraphSdl: compose(sdl), hiddenTags: ['internal'], urls: { one: 'http://one.invalid' } };
    expect(() => createGeneration(parts)).toThrow(/Area\.name.*Named\.name/s);
  });

  it('is what a gateway answers by: what is hidden is unknown, and still leads to what is not', async () => {
    const imports = '["@interfaceObject", "@key", "@shareable", "@tag"]';
    const subgraphs = [localAuthority, policing, health].map(({ name, typeDefs }) => {
      const hidden = print(typeDefs)
        .replace(/import: \[[^\]]*\]/, `import: ${imports}`)
        .replace('recorded: Int', 'recorded: Int @tag(name: "internal")');
      return { name, url: `http://${name}.invalid`, typeDefs: parse(hidden) };
    });
    const { supergraphSdl } = composeSubgraphs(subgraphs);
    await using system = await startTestGateway({ supergraphSdl, hiddenTags: ['internal'] });
    const query = (field: string) => `{ borough(code: "E09000012") { name crime { ${field} } } }`;
    expect(await system.ask(query('months'))).toMatchObject({ data: { borough: { name: 'Hackney' } } });
    expect(await system.ask(query('recorded'))).toMatchObject({
      status: 400,
      errors: [{ message: 'Cannot query field "recorded" on type "Crime".' }],
    });
    const shown = await system.ask('{ __type(name: "Crime") { fields { name } } }');
    expect(JSON.stringify(shown.data)).not.toContain('recorded');
  });
});
