import { readFileSync } from 'node:fs';
import { actualCost } from '@boroughgraph/schema/cost/actual.ts';
import { CostLimit } from '@boroughgraph/schema/cost/cost-limit.ts';
import { maxCost } from '@boroughgraph/schema/wire/limits.ts';
import { buildSchema, getOperationAST, getVariableValues, type GraphQLSchema, parse } from 'graphql';
import type { Answer } from './answer.ts';
import { generateOperation } from './generator/generate-operation.ts';
import type { Operation } from './operation.ts';
import type { ComparedSystem } from './system/compared-system.ts';

/** An answered operation, what it was estimated to cost, and what its answer cost by the same weights. */
export interface PricedAnswer {
  readonly index: number;
  readonly query: string;
  readonly estimate: number;
  readonly actual: number;
}

/** How estimates stand to what answers cost. */
export interface CostAccuracy {
  /** How many operations were answered. */
  readonly answered: number;
  /** How many were refused for their cost. */
  readonly refused: number;
  /** Those whose answers cost more than estimated, the worst first. */
  readonly under: readonly PricedAnswer[];
  /** Estimate over actual: the least, the median, the ninth of ten, and the most. */
  readonly least: number;
  readonly median: number;
  readonly ninthDecile: number;
  readonly most: number;
}

/** Of all estimates, those that may be below what the answer costs; none may be below half of it. */
const mostUnder = 0.01;
const leastRatio = 0.5;
/** How many times what answers cost the middle estimate may be. */
const mostMedian = 3;

/** Whether estimates are as good as they have to be: hardly ever too low, and in the middle not far too high. */
export function isAccurate({ answered, under, least, median }: CostAccuracy): boolean {
  return answered > 0 && under.length <= answered * mostUnder && least >= leastRatio && median <= mostMedian;
}

/** The accuracy of estimates over the random operations of a seed, from an index on. */
export async function measureAccuracy(
  { parts, askOurs }: Pick<ComparedSystem, 'parts' | 'askOurs'>,
  { seed, from, operations }: { readonly seed: number; readonly from: number; readonly operations: number },
): Promise<CostAccuracy> {
  const limit = new CostLimit(readSupergraph(), maxCost);
  const priced: PricedAnswer[] = [];
  let refused = 0;
  for (let index = from; index < from + operations; index += 1) {
    const operation = generateOperation(parts, seed, index);
    const answer = await askOurs(operation);
    const costs = priceAnswer(limit, operation, answer);
    if (costs !== null) priced.push({ index, query: operation.query, ...costs });
    else if (JSON.stringify(answer.errors ?? []).includes('OPERATION_TOO_LARGE')) refused += 1;
  }
  return summarise(priced, refused);
}

function readSupergraph(): GraphQLSchema {
  const text = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
  return buildSchema(text, { assumeValid: true, assumeValidSDL: true });
}

/** Null where there is no answer. */
function priceAnswer(
  limit: CostLimit,
  { query, variables }: Operation,
  { data }: Answer,
): Pick<PricedAnswer, 'estimate' | 'actual'> | null {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation || data === undefined || data === null) return null;
  const { coerced } = getVariableValues(limit.schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) return null;
  const asked = { document, operation, variables: coerced };
  const estimate = limit.estimate(asked);
  return estimate === null ? null : { estimate, actual: actualCost({ schema: limit.schema, ...asked }, data) };
}

const ratioOf = ({ estimate, actual }: PricedAnswer): number => estimate / actual;

function summarise(priced: readonly PricedAnswer[], refused: number): CostAccuracy {
  const ordered = priced.toSorted((one, other) => ratioOf(one) - ratioOf(other));
  const at = (share: number): number => {
    const one = ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))];
    return one ? ratioOf(one) : NaN;
  };
  const under = ordered.filter((one) => ratioOf(one) < 1);
  return { answered: priced.length, refused, under, least: at(0), median: at(0.5), ninthDecile: at(0.9), most: at(1) };
}

/** The accuracy as lines to read. */
export function formatAccuracy({ answered, refused, under, ...ratios }: CostAccuracy): string {
  const format = (ratio: number): string => ratio.toFixed(2);
  return [
    `${answered} operations were answered, ${refused} refused for their cost.`,
    `The estimate is at least what the answer costs in ${answered - under.length} of ${answered}.`,
    `Estimate over actual: least ${format(ratios.least)}, median ${format(ratios.median)}, nine in ten at most ${format(ratios.ninthDecile)}, most ${format(ratios.most)}.`,
    ...under
      .slice(0, 10)
      .map(
        ({ index, estimate, actual, query }) =>
          `  index ${index}: ${estimate} for ${actual}: ${query.replaceAll('\n', ' ')}`,
      ),
  ].join('\n');
}
