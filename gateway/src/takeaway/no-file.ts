import type { Audit } from '../audit/audit.ts';
import { describeRequest } from '../audit/audit-entries.ts';
import type { GatewayContext } from '../http/gateway-context.ts';
import type { AgencyField } from './agency-fields.ts';

/** Nothing is held for whoever asks. */
export interface NoFile {
  readonly kind: 'none';
  /** The dataset that was asked for where it is not for everybody, for the audit alone; null where it is, or there is none. */
  readonly restricted: { readonly agency: string; readonly dataset: string } | null;
}

type Answered = Readonly<
  Record<string, { readonly dataset: { readonly id: string; readonly accessTier: string } | null } | null>
>;

/** What is not held for whoever asks, by what the agencies said of a dataset. Never throws. */
export function noFileOf(agencies: readonly AgencyField[], answered: Answered): NoFile {
  for (const { agency, field } of agencies) {
    const dataset = answered[field]?.dataset ?? null;
    if (dataset !== null && dataset.accessTier !== 'OPEN')
      return { kind: 'none', restricted: { agency, dataset: dataset.id } };
  }
  return { kind: 'none', restricted: null };
}

/** Writes down who was given no file of what is not for everybody. No agency has read anything of it, and so none says that it was touched. */
export function noteNoFile(audit: Audit | null, context: GatewayContext, { restricted }: NoFile): void {
  if (restricted === null) return;
  const nothing = { releases: [], areas: [], indicators: [], cuts: [], shown: 0, withheld: 0 };
  context.touched?.push({ ...restricted, ...nothing });
  context.record.errorCodes = ['NO_SUCH_FILE'];
  audit?.note(describeRequest(context, { operationName: null, operationHash: null }));
}
