import { areaByCode } from '../geography/areas.ts';
import { type DisclosurePolicy, policyForArea } from '../disclosure/policy.ts';
import type { DatasetDefinition } from './dataset.ts';

/** The policy of a dataset for one place: the kind of area may be exempt from it. Never throws. */
export function policyAt({ disclosurePolicy }: DatasetDefinition, place: string): DisclosurePolicy {
  const area = areaByCode(place);
  return area === null ? disclosurePolicy : policyForArea(disclosurePolicy, area.type);
}
