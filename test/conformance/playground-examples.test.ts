import { agencySchemaOf } from '@boroughgraph/kit/inside/server/agency-schema.ts';
import { describePlayground } from '@boroughgraph/kit/inside/server/describe-playground.ts';
import { getVariableValues, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

describe.each(agencies.map((agency) => [agency.name, agency] as const))('The playground of %s alone', (_, agency) => {
  const { schema } = agencySchemaOf(agency);
  const { examples = [], defaultQuery } = describePlayground(agency);

  it('begins with the first of its examples, and has some of its figures and of what gateways ask', () => {
    expect(examples.map(({ query }) => /^query (\w+)/m.exec(query)?.[1])).toEqual([
      'Measures',
      'Datasets',
      'Figures',
      'AsGateways',
    ]);
    expect(examples[0]?.query).toBe(defaultQuery);
  });

  it.each(examples)('asks what its schema has: $title', ({ query, variables }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an example is one operation');
    expect(getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors).toBeUndefined();
  });
});
