import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import {
  getNullableType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** What an address may say beside the variables of an operation. */
export const optionNames: ReadonlySet<string> = new Set(['list', 'bom', 'comments']);

/**
 * The variables of an operation as an address gives them: each by its name, a list by its name several times (`areas=A&areas=B`), and
 * the parts of an object by their names after a dot (`during.from=2024-01-01`). Values that are not of the type are left to whoever checks variables.
 *
 * @throws {HttpError} BAD_REQUEST for a parameter that the operation does not have, or one that is given twice and is no list.
 */
export function readVariables(
  parameters: URLSearchParams,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): Readonly<Record<string, unknown>> {
  const fields = variableFields(operation, schema);
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
export interface VariableField {
  readonly name: string;
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
  /** Whether nothing is answered without it. */
  readonly isNeeded: boolean;
}

/** The parts of an operation's variables that an address may give, in the order of the operation. */
export function variableFields(
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
): readonly VariableField[] {
  return variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
    const known = typeFromAST(schema, type) as GraphQLInputType | undefined;
    if (known === undefined) return [];
    return fieldsOf(variable.name.value, known, isNonNullType(known) && defaultValue === undefined);
  });
}

function fieldsOf(name: string, type: GraphQLInputType, isNeeded: boolean): readonly VariableField[] {
  const bare = getNullableType(type);
  if (!isInputObjectType(bare)) return [{ name, path: [name], type: bare, isNeeded }];
  return Object.values(bare.getFields()).map((field) => {
    const part = `${name}.${field.name}`;
    return { name: part, path: [name, field.name], type: getNullableType(field.type), isNeeded: false };
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
