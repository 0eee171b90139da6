import { commitments2017 } from './commitments-2017-21.ts';
import { recommendations2017 } from './committee-recommendations-2017.ts';
import { recommendations2022 } from './committee-recommendations-2022.ts';
import type { FrameworkRecord } from './framework.ts';
import { businessPlan2017 } from './met-business-plan-2017-18.ts';
import { plan2013 } from './police-and-crime-plan-2013-16.ts';
import { plan2017 } from './police-and-crime-plan-2017-21.ts';
import { plan2022 } from './police-and-crime-plan-2022-25.ts';

/**
 * Every framework that London's policing and crime partners were given, oldest first.
 *
 * They contradict each other on purpose: that of 2013 sets numbers, that of 2017 forbids them, that of 2022 adds a baseline.
 */
export const frameworks: readonly FrameworkRecord[] = [
  plan2013,
  recommendations2017,
  plan2017,
  commitments2017,
  businessPlan2017,
  recommendations2022,
  plan2022,
];
