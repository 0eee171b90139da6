import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, type GraphQLSchema, isInterfaceType, isObjectType, parse } from 'graphql';
import { projectRoot } from '../project-root.ts';
import { agencyNames } from '../wire/agency-names.ts';
import { type NewAgency, typePrefix } from './agency-words.ts';

/** What a new agency would be called that something else is called already, a sentence for each; empty where nothing is. */
export function findTakenNames({ name, dataset }: NewAgency, root: URL = projectRoot): readonly string[] {
  const schema = buildASTSchema(parse(readFileSync(new URL('schema/api.graphql', root), 'utf8')), {
    assumeValid: true,
  });
  const type = typePrefix(name);
  const { rootField } = agencyNames(name);
  const types = [`${type}Indicator`, `${type}Dataset`, `${type}Catalogue`, `Area${type}`];
  const fields = [`Query.${rootField}`, `Area.${rootField}`, `Area.${rootField}Absences`];
  const folder = `subgraphs/${name}/`;
  const pages = globSync(`subgraphs/*/src/datasets/**/${dataset}.ts`, { cwd: fileURLToPath(root) });
  return [
    ...(existsSync(new URL(folder, root)) ? [`${folder} is there already`] : []),
    ...types.filter((each) => schema.getType(each)).map((each) => `The graph has a type ${each} already`),
    ...fields.filter((each) => hasField(schema, each)).map((each) => `The graph has a field ${each} already`),
    ...pages.map((page) => `${page} is a dataset of this id already: name another with --dataset`),
  ];
}

function hasField(schema: GraphQLSchema, coordinate: string): boolean {
  const [name = '', field = ''] = coordinate.split('.');
  const type = schema.getType(name);
  return (isObjectType(type) || isInterfaceType(type)) && type.getFields()[field] !== undefined;
}
