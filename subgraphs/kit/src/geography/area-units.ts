import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { courtUnits } from './area-units-courts.ts';
import { healthUnits } from './area-units-health.ts';
import { policeUnits } from './area-units-police.ts';
import { probationUnits } from './area-units-probation.ts';
import type { AreaRecord } from './area-record.ts';

/**
 * The units of several boroughs by which the police, the courts, health and probation work, in that order.
 *
 * They do not nest in one another: only the borough is a common part of all. A name alone is never unique: the police's North
 * East (Newham, Waltham Forest) shares no borough with the courts' North East London.
 */
export const areaUnits: readonly AreaRecord[] = [...policeUnits, ...courtUnits, ...healthUnits, ...probationUnits];

/** The kinds of area that are such units. */
export const unitTypes: readonly AreaType[] = [...new Set(areaUnits.map(({ type }) => type))];
