import { Kind, buildASTSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { maxCheapIntricacy } from '../limits.ts';
import { readRegisteredOperations, readSupergraph } from '../supergraph/schema-files.ts';
import { writePlannable } from './plannable-operation.ts';
import { findRequiringFields } from './requiring-fields.ts';

const schema = buildASTSchema(parse(await readSupergraph()), { assumeValid: true, assumeValidSDL: true });
const known = { schema, requiringFields: findRequiringFields(schema) };

function intricacyOf(text: string): number {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('The document has no operation');
  return writePlannable(known, document, operation).intricacy;
}

const rate = (inner: string): string => `crimeRate { area { ${inner} } }`;

describe('How intricate an operation looks', () => {
  it('is little for all of those that dashboards ask, but the two that ask for all of a borough', async () => {
    const operations = await readRegisteredOperations();
    const intricate = operations.filter((text) => intricacyOf(text) > maxCheapIntricacy);
    expect(intricate.map((text) => /(?<=^query )\w+/m.exec(text)?.[0])).toEqual(['BoroughPage', 'BoroughSafety']);
  });

  it('is a field each, and four times as much in what may be of several kinds', () => {
    expect(intricacyOf('{ borough(code: "E09000012") { code name } }')).toBe(3);
    expect(intricacyOf('{ areas(type: WARD) { code name } }')).toBe(1 + 4 + 4);
    expect(intricacyOf('{ areas(type: WARD) { ... on Ward { code } } }')).toBe(1 + 4 + 16);
  });

  it('is much for rates of crime of areas of rates of crime, which take the planner seconds', () => {
    const nested = `{ areas(type: WARD) { a: ${rate(rate('name'))} b: ${rate(rate('name'))} } }`;
    expect(intricacyOf(nested)).toBeGreaterThan(maxCheapIntricacy);
  });
});
