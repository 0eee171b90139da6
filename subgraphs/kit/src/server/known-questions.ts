import { hash } from 'node:crypto';
import type { DocumentStore } from '@boroughgraph/schema/caching/document-store.ts';
import { writeAnswer } from '@boroughgraph/schema/http/write-answer.ts';
import type { FastifyRequest } from 'fastify';
import { type DocumentNode, getOperationAST, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { RequestContext } from '../series/context.ts';
import type { ExecuteForAgency } from './agency-executor.ts';
import type { AdmitOperation } from './limit-cost.ts';
import { requireFewEntities } from './limit-representations.ts';
import { extensionsOf, type Teller } from './tell-extensions.ts';

/** How a server answers what it knows. */
export interface KnownQuestionsOptions {
  /** What was read, and is valid. */
  readonly documents: Pick<DocumentStore, 'find'>;
  readonly admit: AdmitOperation;
  readonly execute: ExecuteForAgency;
  readonly tellers: readonly Teller[];
}

/** What is asked in a document that was read before. */
export interface KnownQuestion {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** The one form of answers that a gateway asks for. */
const json = 'application/json';

/** What a gateway sends. */
const parts: readonly string[] = ['query', 'operationName', 'variables'];

/**
 * Answers, as Apollo Server would and without it, what a gateway asks a second time, as long as nothing is wrong: for a small question it does
 * as much about the request as the agency does for the answer. Whatever is new, asked in another way, refused or answered with an error is
 * handed on to Apollo Server, with what is done already: see `RequestContext.underway`.
 */
export class KnownQuestions {
  readonly #options: KnownQuestionsOptions;

  constructor(options: KnownQuestionsOptions) {
    this.#options = options;
  }

  /** The question of a request; null where it is not known, or not asked as gateways ask. Never throws. */
  find({ method, headers, body }: Pick<FastifyRequest, 'method' | 'headers' | 'body'>): KnownQuestion | null {
    if (method !== 'POST' || headers.accept !== json || !isRecord(body)) return null;
    const { query, operationName, variables } = body;
    if (typeof query !== 'string' || !Object.keys(body).every((part) => parts.includes(part))) return null;
    if (operationName !== undefined && typeof operationName !== 'string') return null;
    if (variables !== undefined && !isRecord(variables)) return null;
    const document = this.#options.documents.find(hash('sha256', query));
    if (document === undefined) return null;
    const operation = getOperationAST(document, operationName);
    return operation?.operation === OperationTypeNode.QUERY ? { document, operation, variables } : null;
  }

  /** The answer as text; null where Apollo Server has to give it. Never rejects. */
  async answer(
    { document, operation, variables }: KnownQuestion,
    context: RequestContext,
    isWanted: (header: string) => boolean,
  ): Promise<string | null> {
    const { admit, execute, tellers } = this.#options;
    try {
      const priced = { document, operation, variables: variables ?? {} };
      requireFewEntities(priced);
      await admit(priced, context);
      const operationName = operation.name?.value ?? null;
      const { data, errors, extensions: given } = await execute({ document, operationName, variables, context });
      if (!data || errors !== undefined || given !== undefined || context.faults.length > 0) return null;
      const text = await writeAnswer({ data, extensions: extensionsOf(tellers, context, isWanted) }, { inLines: true });
      // Nobody asks for it again.
      context.underway.result = null;
      return text;
    } catch {
      return null;
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
