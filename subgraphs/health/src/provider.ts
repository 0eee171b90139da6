import type { FactRecord, SiteRecord } from '@boroughgraph/kit/store/site.ts';
import { z } from 'zod';

/** An NHS provider, as the newest release that names it describes it. */
export interface ProviderRecord {
  /** Organisation code: `RQX`. */
  readonly id: string;
  readonly name: string;
  /** Null where no release says to whom it reports. */
  readonly parentOrganisation: string | null;
}

/** The kind of site that a provider is. */
export const providerKind = 'provider';

/** The kind of fact that says to whom a provider reports. What it is called is the fact of its site. */
export const reportingFactKind = 'provider-reporting';

const reportingSchema = z.object({ provider: z.string(), parentOrganisation: z.string() });

/** To whom a provider reports, as a fact of a release. */
export function reportingFact(provider: string, parentOrganisation: string): FactRecord {
  return { kind: reportingFactKind, key: provider, body: { provider, parentOrganisation } };
}

/**
 * Providers, in the order of their sites.
 *
 * @throws when a stored fact of reporting is of another form.
 */
export function providersFrom(sites: readonly SiteRecord[], reporting: readonly unknown[]): readonly ProviderRecord[] {
  const facts = reporting.map((body) => reportingSchema.parse(body));
  const parents = new Map(facts.map(({ provider, parentOrganisation }) => [provider, parentOrganisation]));
  return sites
    .filter(({ kind }) => kind === providerKind)
    .map(({ id, name }) => ({ id, name, parentOrganisation: parents.get(id) ?? null }));
}
