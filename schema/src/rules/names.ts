import { Kind } from 'graphql';
import type { SchemaElement } from '../elements.ts';
import type { Rule } from '../lint.ts';

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
  if (node.kind !== Kind.SCALAR_TYPE_DEFINITION) {
    return undefined;
  }
  if (/json|any|object|map/i.test(node.name.value)) {
    return 'is a scalar of unknown content; write a type';
  }
  return node.directives?.some(({ name }) => name.value === 'specifiedBy') === true
    ? undefined
    : 'is a scalar without @specifiedBy';
};

/**
 * What belongs to one person, case or address, in lower case without separators; a name that contains one is refused.
 *
 * The graph holds counts only. Coordinates are here because they place one incident or one home exactly.
 */
const personalWords = [
  'nhsnumber',
  'nationalinsurance',
  'ninumber',
  'passport',
  'pncid',
  'custodynumber',
  'crimeid',
  'crimereference',
  'caseid',
  'casenumber',
  'casereference',
  'patientid',
  'childid',
  'victimname',
  'firstname',
  'forename',
  'givenname',
  'lastname',
  'surname',
  'familyname',
  'fullname',
  'birth',
  'uprn',
  'postcode',
  'homeaddress',
  'streetaddress',
  'email',
  'telephone',
  'phonenumber',
  'latitude',
  'longitude',
  'easting',
  'northing',
];

/** No name stands for anything that identifies a person, a case or an address: such records are never in the graph. */
export const refusePersonalData: Rule = ({ node }) => {
  const name = node.name.value.replaceAll('_', '').toLowerCase();
  const word = personalWords.find((candidate) => name.includes(candidate));
  return word === undefined ? undefined : `looks like personal data ("${word}"), which is never in the graph`;
};
