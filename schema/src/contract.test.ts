import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isTypeDefinitionNode, Kind, parse, print, type DocumentNode, type TypeDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { listElements, type SchemaElement } from './elements.ts';
import { projectRoot } from './project-root.ts';
import { readSubgraphSchemas } from './subgraph-schema.ts';

/** The agreement with those who write dashboards. It lies beside the project, not in it. */
const contract = new URL('../shared/contract/', projectRoot);

const read = (file: string) => readFileSync(new URL(file, contract), 'utf8');

/** The contract of one agency, with the fields of an indicator in place of their placeholder. */
function readContract(agency: string): DocumentNode {
  const indicator = read('indicator.graphql');
  const fields = indicator.slice(indicator.indexOf('{') + 1, indicator.lastIndexOf('}'));
  return parse(
    [read('core.graphql'), indicator, read(`${agency}.graphql`).replace('__INDICATOR__', fields)].join('\n'),
  );
}

/** What a client or another subgraph can rely on: a line for each element, interface, union member and directive. */
function listPromises(document: DocumentNode): readonly string[] {
  return [
    ...listElements(document).flatMap((element) => [
      describeElement(element),
      ...(element.node.directives ?? []).map((directive) => `${element.coordinate} ${print(directive)}`),
    ]),
    ...document.definitions.filter(isTypeDefinitionNode).flatMap(listRelations),
  ];
}

function describeElement({ coordinate, node }: SchemaElement): string {
  if (node.kind === Kind.FIELD_DEFINITION) return `${coordinate}: ${print(node.type)}`;
  if (node.kind === Kind.INPUT_VALUE_DEFINITION) {
    const byDefault = node.defaultValue === undefined ? '' : ` = ${print(node.defaultValue)}`;
    return `${coordinate}: ${print(node.type)}${byDefault}`;
  }
  return `${node.kind} ${coordinate}`;
}

function listRelations(type: TypeDefinitionNode): readonly string[] {
  const interfaces = 'interfaces' in type ? (type.interfaces ?? []) : [];
  const members = 'types' in type ? (type.types ?? []) : [];
  return [
    ...interfaces.map(({ name }) => `${type.name.value} implements ${name.value}`),
    ...members.map(({ name }) => `${type.name.value} = ${name.value}`),
  ];
}

/** The promise of an argument that a client may give and need not: who gives it is answered as before. Others as they are. */
const withoutDuty = (promise: string) => (promise.includes('(') ? promise.replace(/!$/, '') : promise);

/** The field or input type that an argument or input field belongs to: `Area.crime` for `Area.crime(offence:)`. */
const ownerOf = (coordinate: string) => coordinate.split(coordinate.includes('(') ? '(' : '.')[0] ?? '';

describe.skipIf(!existsSync(contract))('The contract', () => {
  const agencies = readSubgraphSchemas().filter(({ name }) => existsSync(new URL(`${name}.graphql`, contract)));

  it.each(agencies)('with $name is kept: nothing is missing or of another type', ({ name, typeDefs }) => {
    const kept = new Set(listPromises(typeDefs));
    const isKept = (promise: string) => kept.has(promise) || kept.has(withoutDuty(promise));
    expect(listPromises(readContract(name)).filter((promise) => !isKept(promise))).toEqual([]);
  });

  it.each(agencies)('with $name gains no argument that a client must give', ({ name, typeDefs }) => {
    const promised = new Set(listElements(readContract(name)).map(({ coordinate }) => coordinate));
    const added = listElements(typeDefs).filter(
      ({ coordinate, node }) =>
        node.kind === Kind.INPUT_VALUE_DEFINITION &&
        node.type.kind === Kind.NON_NULL_TYPE &&
        node.defaultValue === undefined &&
        promised.has(ownerOf(coordinate)) &&
        !promised.has(coordinate),
    );
    expect(added.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it('has every operation among ours, and no other text', () => {
    const operations = readdirSync(new URL('operations/', contract)).map((file) => ({
      file,
      ours: print(parse(readFileSync(new URL(`schema/operations/${file}`, projectRoot), 'utf8'))),
      promised: print(parse(read(`operations/${file}`))),
    }));
    expect(operations.filter(({ ours, promised }) => ours !== promised).map(({ file }) => file)).toEqual([]);
  });
});
