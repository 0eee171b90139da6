import { readdirSync, readFileSync } from 'node:fs';
import { findMade, keepMade, type Making } from '@boroughgraph/schema/process/made-before.ts';
import { version } from 'graphql';
import { maxEvaluatedPlans } from '../limits.ts';
import { readVersion } from '../supergraph/apollo-version.ts';

/** The plans of some documents, each as JSON, by what of them is planned. */
export type TextsOfPlans = ReadonlyMap<string, string>;

/** Plans of registered operations, for the next gateway over the same supergraph. */
export interface KeptPlans {
  /** What was kept of just these documents; null where nothing was, or where they may now be planned otherwise. */
  readonly find: (documents: readonly string[]) => TextsOfPlans | null;
  readonly keep: (documents: readonly string[], plans: TextsOfPlans) => void;
}

/**
 * Plans by a supergraph that were kept when a gateway last had it. A thread that plans takes half a second of processor time before its first plan,
 * and the registered operations as much again; a gateway that needs no other plan needs no thread.
 *
 * @param folder - Where they are kept. @default where Node keeps compiled code
 */
export function keptPlansOf(supergraphSdl: string, folder?: string): KeptPlans {
  const makingOf = (documents: readonly string[]): Making => ({
    name: 'plans',
    of: [...describePlanning(), supergraphSdl, ...documents],
  });
  return {
    find: (documents) => {
      const text = findMade(makingOf(documents), folder);
      // It was written below.
      return text === null ? null : new Map(JSON.parse(text) as readonly (readonly [string, string])[]);
    },
    keep: (documents, plans) => {
      keepMade(makingOf(documents), JSON.stringify([...plans]), folder);
    },
  };
}

/** All by which the same operation may be planned otherwise by the same supergraph: libraries, and the code of this room. */
function describePlanning(): readonly string[] {
  const libraries = ['@apollo/query-planner', '@apollo/federation-internals'].map(readVersion);
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const code = files.sort().map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'));
  return [version, String(maxEvaluatedPlans), ...libraries, ...code];
}
