import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { FactRecord } from '@boroughgraph/kit/store/site.ts';
import { z } from 'zod';

/** One ward, of the vintage that its code says. */
export interface WardRecord {
  readonly code: string;
  readonly name: string;
  /** The code of the borough in which it lies. */
  readonly borough: string;
}

/** The dataset whose releases name wards, and the kind of its facts. */
export const wardDatasetId = 'wards';
const wardFact = 'ward';

const wardSchema = z.object({ code: z.string(), name: z.string(), borough: z.string() });

/** A ward as a fact of a release. */
export function factOfWard(ward: WardRecord): FactRecord {
  return { kind: wardFact, key: ward.code, body: ward };
}

/** The ward of a code, batched, of any vintage that is held; null for a code that none has. */
export async function wardByCode(context: RequestContext, code: string): Promise<WardRecord | null> {
  const fact = await context.reading.fact(wardDatasetId, wardFact, code);
  return fact === null ? null : wardSchema.parse(fact.body);
}

/**
 * The wards as they stood on a day, in code order: those of the newest lookup that had been published by its end, of the
 * newest of all without a day. Null where none is held. One statement for all boroughs of a request.
 */
export async function wardsOn(context: RequestContext, day: string | null): Promise<readonly WardRecord[] | null> {
  const facts = await context.reading.facts(wardDatasetId, wardFact, day);
  return facts.length === 0 ? null : wardsOf(facts);
}

/** Lists that were checked: the 33 boroughs of a request share one, which a request reads once. */
const checked = new WeakMap<readonly unknown[], readonly WardRecord[]>();

function wardsOf(facts: readonly unknown[]): readonly WardRecord[] {
  const wards = checked.get(facts) ?? facts.map((body) => wardSchema.parse(body));
  checked.set(facts, wards);
  return wards;
}
