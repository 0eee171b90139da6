import type { FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { OperationTypeNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { makeRequirementsCertain } from './certain-requirements.ts';

const fetch = (operation: string, requires?: readonly QueryPlanSelectionNode[]): FetchNode => ({
  kind: 'Fetch',
  serviceName: 'any',
  operation,
  operationName: undefined,
  operationKind: OperationTypeNode.QUERY,
  ...(requires && { requires: [{ kind: 'InlineFragment', typeCondition: 'Area', selections: [...requires] }] }),
});

const residents: QueryPlanSelectionNode = {
  kind: 'Field',
  name: 'residents',
  selections: [{ kind: 'Field', name: 'year' }],
};
const code: QueryPlanSelectionNode = { kind: 'Field', name: 'code' };
const withVariables = (selections: string): string => `query ($v: Boolean!, $w: Boolean!) ${selections}`;

/** What the first fetch asks where the second one, as it stands in the plan, needs the residents of areas. */
function ask(selections: string, place: (second: FetchNode) => PlanNode = (second) => second): string {
  const first = fetch(withVariables(selections));
  const second = fetch('query ($representations: [_Any!]!) { _entities }', [code, residents]);
  const nodes = [first, { kind: 'Flatten' as const, path: ['area'], node: place(second) }];
  makeRequirementsCertain({ kind: 'QueryPlan', node: { kind: 'Sequence', nodes } });
  return first.operation;
}

const formatted = (selections: string): string => print(parse(withVariables(selections)));
const onlyIf = (condition: 'ifClause' | 'elseClause') => (second: FetchNode) => ({
  kind: 'Condition' as const,
  condition: 'v',
  [condition]: second,
});

describe('What a fetch needs of another agency', () => {
  it.each([
    [
      'is taken out of a condition',
      '{ area { code ... on Area @include(if: $v) { __typename residents { year } } } }',
      '{ area { ... on Area { residents { year } } code ... on Area @include(if: $v) { __typename residents { year } } } }',
    ],
    [
      'is taken out of conditions within others, and keeps the kinds that they name',
      '{ area { ... on Area @skip(if: $v) { ... on Ward @include(if: $w) { residents { year } name } } } }',
      '{ area { ... on Area { ... on Ward { residents { year } } } ... on Area @skip(if: $v) { ... on Ward @include(if: $w) { residents { year } name } } } }',
    ],
    [
      'is taken out of its own condition',
      '{ area { residents @include(if: $v) { year } } }',
      '{ area { residents { year } residents @include(if: $v) { year } } }',
    ],
    [
      'is left in the condition of a field above it: without that, nothing is there that needs it',
      '{ area @include(if: $v) { code residents { year } } }',
      '{ area @include(if: $v) { code residents { year } } }',
    ],
  ])('%s', (_, before, after) => {
    expect(print(parse(ask(before)))).toBe(formatted(after));
  });

  const conditional = '{ area { code ... on Area @include(if: $v) { residents { year } } } }';
  it('stays under a condition under which alone the fetch is sent', () => {
    expect(ask(conditional, onlyIf('ifClause'))).toBe(withVariables(conditional));
  });

  it('is taken out of one under which the fetch is not sent', () => {
    expect(ask(conditional, onlyIf('elseClause'))).toContain('... on Area {');
  });

  it('is what the fetch names, and nothing else', () => {
    const other = '{ area { code ... on Area @include(if: $v) { name } } }';
    expect(ask(other)).toBe(withVariables(other));
  });
});
