import type { DocumentNode } from 'graphql';
import { takeTurn } from '../process/turns.ts';
import { ProvenCache } from './proven-cache.ts';

/** Where Apollo Server keeps operations that it has parsed and validated. */
export interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>;
  set(key: string, document: DocumentNode): Promise<void>;
  delete(key: string): Promise<void>;
  /** Whether there is one of this text's SHA-256. */
  has(hash: string): boolean;
  /** The one of this text's SHA-256, at once; undefined where there is none. */
  find(hash: string): DocumentNode | undefined;
}

/**
 * How much memory parsed operations may take, in bytes: some 250 dashboards as large as the largest recorded operation, or
 * thousands of small ones.
 */
const maxDocumentBytes = 12_000_000;

/**
 * A place for parsed operations that is bounded in the memory which they take, and in which operations that are asked once do not
 * push out those that are asked again. That of Apollo Server counts their length as JSON, a quarter of it.
 */
export function createDocumentStore(maxBytes = maxDocumentBytes): DocumentStore {
  const documents = new ProvenCache<DocumentNode>({ maxBytes });
  return {
    get: (key) => Promise.resolve(documents.get(hashIn(key))),
    set: async (key, document) => {
      // To measure a large one takes some milliseconds.
      await takeTurn();
      documents.set(hashIn(key), document);
    },
    delete: (key) => {
      documents.delete(hashIn(key));
      return Promise.resolve();
    },
    has: (hash) => documents.has(hash),
    find: (hash) => documents.get(hash),
  };
}

/** Apollo Server writes its schema's name before each hash; a store is for one schema. */
function hashIn(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}
