import { Kind } from 'graphql';
import type { SchemaElement } from '../elements.ts';
import type { Rule } from './rule.ts';
import { personalWordIn } from '../personal-data.ts';

const conventions: Readonly<
  Record<SchemaElement['kind'], { readonly pattern: RegExp; readonly name: string; readonly example: string }>
> = {
  type: { pattern: /^[A-Z][a-zA-Z0-9]*$/, name: 'PascalCase', example: 'AreaLink' },
  field: {
    pattern: /^(?!(?:get|list)[A-Z])[a-z][a-zA-Z0-9]*$/,
    name: 'camelCase without a verb',
    example: 'areaLinks',
  },
  argument: { pattern: /^[a-z][a-zA-Z0-9]*$/, name: 'camelCase', example: 'offenceGroup' },
  inputField: { pattern: /^[a-z][a-zA-Z0-9]*$/, name: 'camelCase', example: 'offenceGroup' },
  enumValue: { pattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, name: 'SCREAMING_SNAKE_CASE', example: 'POLICE_FORCE_AREA' },
};

/** Names are camelCase for fields and arguments, PascalCase for types, SCREAMING_SNAKE_CASE for enum values; no read verbs. */
export const requireConvention: Rule = ({ kind, node }) => {
  const { pattern, name, example } = conventions[kind];
  return pattern.test(node.name.value) ? undefined : `must be named in ${name}, such as ${example}`;
};

/** A scalar links the document that defines it, and none holds JSON: the schema says what a field contains. */
export const requireSpecifiedScalar: Rule = ({ node }) => {
  if (node.kind !== Kind.SCALAR_TYPE_DEFINITION) return undefined;
  if (/json|any|object|map/i.test(node.name.value)) return 'is a scalar of unknown content; write a type';
  return node.directives?.some(({ name }) => name.value === 'specifiedBy') === true
    ? undefined
    : 'is a scalar without @specifiedBy';
};

/** By these a point on a map is asked about, which nobody keeps: the areas that are asked for are as large as boroughs. */
const pointArguments: ReadonlySet<string> = new Set(['longitude', 'latitude']);

/** No name stands for anything that identifies a person, a case or an address: such records are never in the graph. */
export const refusePersonalData: Rule = ({ kind, node }) => {
  const word = personalWordIn(node.name.value);
  if (word === null || (kind === 'argument' && pointArguments.has(node.name.value))) return undefined;
  return `looks like personal data ("${word}"), which is never in the graph`;
};
