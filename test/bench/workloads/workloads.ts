import { allBoroughs } from './all-boroughs.ts';
import { boroughSafety } from './borough-safety.ts';
import { bulk } from './bulk.ts';
import { catalogue } from './catalogue.ts';
import { dashboardDay } from './dashboard-day.ts';
import { framework } from './framework.ts';
import type { Workload } from './workload.ts';

/** What gateways are asked for, in the order in which it is reported. */
export const workloads: readonly Workload[] = [boroughSafety, allBoroughs, framework, catalogue, dashboardDay, bulk];

/**
 * The workload of that name.
 *
 * @throws when there is none.
 */
export function workloadNamed(name: string): Workload {
  const found = workloads.find((workload) => workload.name === name);
  if (found === undefined) throw new Error(`"${name}" is no workload`);
  return found;
}
