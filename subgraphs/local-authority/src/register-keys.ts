import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { type AreaRecord, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

/** Who published the registers, and on which terms. */
export const register = {
  publisher: 'the Government Digital Service, through GOV.UK registers',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Government Digital Service.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Once',
  landingPage: 'https://github.com/openregister/local-authority-data',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [],
} as const satisfies Partial<DatasetDefinition>;

const englishPrefix = 'local-authority-eng:';
/** Keys name the register of a country, then the authority: `local-authority-eng:HCK`, `local-authority-nir:NIR-T`. */
const keyPattern = /^(?:local-authority-(?:eng|sct|nir)|principal-local-authority):[A-Z]{3}(?:-[A-Z])?$/;

const byKey: ReadonlyMap<string, AreaRecord> = new Map(
  boroughs.map((borough) => [`${englishPrefix}${borough.registerCode ?? ''}`, borough]),
);

/**
 * The borough that a row's key names; null for the key of an authority elsewhere.
 *
 * @throws {RowProblem} when it is no key.
 */
export function boroughOfKey(row: Row, column: string): AreaRecord | null {
  const key = row.text(column);
  if (!keyPattern.test(key)) return row.reject(column, 'a key such as local-authority-eng:HCK');
  return byKey.get(key) ?? null;
}
