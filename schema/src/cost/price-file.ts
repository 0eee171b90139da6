import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  parse,
  Source,
  validate,
} from 'graphql';
import { projectRoot } from '../project-root.ts';
import { maxCost } from '../wire/limits.ts';
import { nestedListsRule } from '../wire/nested-lists-rule.ts';
import { breakDown } from './breakdown.ts';
import { estimateCost } from './estimate.ts';
import { refuseCost } from './refusal.ts';

/** What is to be priced. */
export interface FileToPrice {
  /** For messages. */
  readonly path: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Which of several operations; null where there is one. */
  readonly operationName: string | null;
}

/** What is wrong with what was to be priced: a sentence for whoever has written it. */
export class PricingError extends Error {
  override readonly name = 'PricingError';
}

/**
 * The price of an operation, as text: its estimate beside the limit, where the cost lies, and what to ask for instead where it
 * would be refused.
 *
 * @throws {PricingError} when the operation is not valid by the graph, or a variable is not of its type.
 */
export function describePrice({ path, text, variables, operationName }: FileToPrice): string {
  const document = readDocument(path, text);
  const operation = getOperationAST(document, operationName);
  if (!operation)
    throw new PricingError(`${path} has several operations, or not the one named: name one with --operation`);
  const schema = readSupergraph();
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (errors) throw new PricingError(errors.map(({ message }) => message).join('\n'));
  const estimate = estimateCost(
    { schema, document, operation, variables: coerced },
    new Date().toISOString().slice(0, 10),
  );
  const share = ((100 * estimate.total) / maxCost).toFixed(1);
  const head = `${path}: at most ${format(estimate.total)}, which is ${share} % of the ${format(maxCost)} that an operation may cost`;
  const lines = breakDown(estimate).map(({ cost, count, path: at }) => `${pad(cost)} ${pad(count)}  ${at}`);
  const refusal = estimate.total > maxCost ? ['', refuseCost(estimate, maxCost, coerced).message] : [];
  return [head, '', `${'cost'.padStart(width)} ${'how many'.padStart(width)}  where`, ...lines, ...refusal].join('\n');
}

const width = 12;
const pad = (figure: number): string => format(figure).padStart(width);
const format = (figure: number): string => Math.round(figure).toLocaleString('en-GB');

function readDocument(path: string, text: string): DocumentNode {
  const document = refuseErrors(() => parse(new Source(text, path)));
  const api = buildSchema(readFileSync(new URL('schema/api.graphql', projectRoot), 'utf8'));
  const problems = [...validate(api, document), ...validate(api, document, [nestedListsRule])];
  if (problems.length > 0) throw new PricingError(problems.map((problem) => problem.toString()).join('\n'));
  return document;
}

function refuseErrors<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof GraphQLError ? new PricingError(error.toString()) : error;
  }
}

/** With the directives by which agencies say how long lists are. */
function readSupergraph(): GraphQLSchema {
  const text = readFileSync(new URL('schema/supergraph.graphql', projectRoot), 'utf8');
  return buildSchema(text, { assumeValid: true, assumeValidSDL: true });
}
