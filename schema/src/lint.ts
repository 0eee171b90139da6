import { isTypeExtensionNode, type ASTNode, type DocumentNode } from 'graphql';
import { listElements } from './elements.ts';
import { requireRemovalDate } from './rules/deprecations.ts';
import { requireDescription, requireMeaningOfNull } from './rules/descriptions.ts';
import { requireReasonForDirective } from './rules/directives.ts';
import { requireWordsOfInterface } from './rules/interfaces.ts';
import { refusePersonalData, requireConvention, requireSpecifiedScalar } from './rules/names.ts';
import {
  requireNullableContribution,
  requireNullableForeignField,
  requireNullableRoot,
  requireRoomForFaults,
} from './rules/nullability.ts';
import type { Rule } from './rules/rule.ts';
import { requireListSize, requirePeriods } from './rules/sizes.ts';

const rules: readonly Rule[] = [
  requireDescription,
  requireMeaningOfNull,
  requireNullableRoot,
  requireNullableContribution,
  requireNullableForeignField,
  requireRoomForFaults,
  requireConvention,
  requireSpecifiedScalar,
  refusePersonalData,
  requireRemovalDate,
  requireWordsOfInterface,
  requireReasonForDirective,
  requireListSize,
  requirePeriods,
];

/**
 * What is wrong with the schema of one subgraph: a line for each problem, in the order of the document.
 *
 * A line begins with the file and line where the element stands, then its coordinate. Empty where all is well. Never
 * throws.
 */
export function lintSchema(document: DocumentNode): readonly string[] {
  const extensions = document.definitions
    .filter(isTypeExtensionNode)
    .map((node) => `${locate(node)} ${node.name.value} is extended; write its fields where it is defined.`);
  const problems = listElements(document).flatMap((element) =>
    rules
      .map((rule) => rule(element, document))
      .filter((problem) => problem !== undefined)
      .map((problem) => `${locate(element.node)} ${element.coordinate} ${problem}.`),
  );
  return [...extensions, ...problems];
}

function locate({ loc }: ASTNode): string {
  return loc === undefined ? 'Schema:' : `${loc.source.name}:${loc.startToken.line}:`;
}
