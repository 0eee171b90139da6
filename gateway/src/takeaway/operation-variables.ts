import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import {
  getNullableType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** What an address may say beside the variables of an operation. */
const optionNames: ReadonlySet<string> = new Set(['list', 'bom', 'comments']);

/**
 * The variables of an operation as an address gives them: each by its name, a list by its name several times (`areas=A&areas=B`), and
 * the parts of an object by their names after a dot (`during.from=2024-01-01`). Values that are not of the type are left to whoever checks variables.
 *
 * @throws {HttpError} BAD_REQUEST for a parameter that the operation does not have, or one that is given twice and is no list.
 */
export function readVariables(
  parameters: URLSearchParams,
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
): Readonly<Record<string, unknown>> {
  const fields = variableDefinitions.flatMap(({ variable, type }) => {
    const known = typeFromAST(schema, type) as GraphQLInputType | undefined;
    return known === undefined ? [] : fieldsOf(variable.name.value, known);
  });
  const variables: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    if (optionNames.has(name)) continue;
    const field = fields.find((each) => each.name === name);
    if (field === undefined) throw unknown(name, fields);
    place(variables, field, parameters.getAll(name));
  }
  return variables;
}

/** A part of a variable that an address may give. */
interface VariableField {
  readonly name: string;
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

function fieldsOf(name: string, type: GraphQLInputType): readonly VariableField[] {
  const bare = getNullableType(type);
  if (!isInputObjectType(bare)) return [{ name, path: [name], type: bare }];
  return Object.values(bare.getFields()).map((field) => {
    const part = `${name}.${field.name}`;
    return { name: part, path: [name, field.name], type: getNullableType(field.type) };
  });
}

function place(
  variables: Record<string, unknown>,
  { name, path, type }: VariableField,
  given: readonly string[],
): void {
  const [outer = '', inner] = path;
  const [only, ...more] = given;
  if (!isListType(type) && more.length > 0) throw badRequest(`"${name}" is given ${given.length} times. Give it once.`);
  const value = isListType(type)
    ? given.map((each) => readValue(each, String(getNullableType(type.ofType))))
    : readValue(only ?? '', String(type));
  if (inner === undefined) variables[outer] = value;
  else variables[outer] = { ...(variables[outer] as object | undefined), [inner]: value };
}

function readValue(text: string, type: string): unknown {
  if (type === 'Boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if ((type === 'Int' || type === 'Float') && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  return text;
}

function unknown(name: string, fields: readonly VariableField[]): HttpError {
  const known = [...fields.map((field) => field.name), ...optionNames].join(', ');
  return badRequest(`There is no parameter "${name.slice(0, 100)}" here. Expected some of ${known}.`);
}

function badRequest(message: string): HttpError {
  return new HttpError({ status: 400, code: 'BAD_REQUEST', message });
}
