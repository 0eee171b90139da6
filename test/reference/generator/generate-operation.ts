import { nestedListsRule } from '@boroughgraph/schema/wire/nested-lists-rule.ts';
import { type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import type { Operation } from '../operation.ts';
import { createRandom } from '../random.ts';
import { SelectionWriter } from './selections.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What operations are made of. */
export interface GeneratorParts {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
}

/** An operation, and how many were thrown away before it because they were not valid. */
export interface GeneratedOperation extends Operation {
  readonly rejected: number;
}

/** Two selections of one name that disagree are rare, and dearer to foresee in every case than to throw away. */
const mostAttempts = 20;

/** What an operation has to keep to, and that no list lies within itself more often than a gateway takes on. */
const rules = [...specifiedRules, nestedListsRule];

/**
 * The operation of a seed and an index: always the same, always valid against the schema and taken on by a gateway. Values of its arguments and
 * variables may still be ones that no agency takes.
 *
 * @throws {Error} when no attempt is valid, which is a mistake of the generator.
 */
export function generateOperation(
  { schema, vocabulary }: GeneratorParts,
  seed: number,
  index: number,
): GeneratedOperation {
  let rejected = 0;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const random = createRandom(seed, index, attempt);
    const operation = new SelectionWriter({ schema, vocabulary, random }).write();
    if (validate(schema, parse(operation.query), rules).length === 0) return { ...operation, rejected };
    rejected += 1;
  }
  throw new Error(`No valid operation for seed ${seed}, index ${index}`);
}
