import { decision2017 } from '../frameworks/documents.ts';
import { type IndicatorLink, linksTo } from '../frameworks/indicator-links.ts';
import { frameworkWithId } from '../frameworks/frameworks.ts';

const policing = linksTo('policing');

/** A priority of every borough that the Metropolitan Police polices. */
export interface MandatoryPriority {
  readonly title: string;
  /** First and last day: those of the plan that set it. Whether it stood after them no source at hand says. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly rationale: string;
  readonly consulted: readonly string[] | null;
  readonly evidence: string | null;
  readonly source: string;
  /** The indicator whose headline counts it. */
  readonly measuredBy: IndicatorLink;
}

const { validFrom, validTo } = frameworkWithId('police-and-crime-plan-2017-21');

const highHarm = {
  validFrom,
  validTo,
  rationale:
    'including the most harmful crimes, and those which affect the most vulnerable Londoners … as mandatory priorities for every Borough',
  consulted: null,
  evidence: 'the lessons of the HMIC review into child protection',
  source: decision2017('2068', '963'),
} as const;

/**
 * Antisocial behaviour, then the five high-harm crimes in the order of the plan.
 *
 * Source: Mayor's Office for Policing and Crime, Police and Crime Plan 2017-21, at the lines that each names.
 */
export const mandatoryPriorities: readonly MandatoryPriority[] = [
  {
    title: 'Antisocial behaviour',
    validFrom,
    validTo,
    rationale: 'identified in our consultation for this Plan as an important issue in every Borough',
    consulted: ['Whoever answered the consultation on the Plan'],
    evidence: null,
    source: decision2017('2066', '961'),
    measuredBy: policing('antisocial-behaviour-incidents'),
  },
  { title: 'Sexual violence', ...highHarm, measuredBy: policing('sexual-offences') },
  { title: 'Domestic abuse', ...highHarm, measuredBy: policing('domestic-abuse-offences') },
  { title: 'Child sexual exploitation', ...highHarm, measuredBy: policing('child-sexual-exploitation-offences') },
  { title: 'Weapon-based crime', ...highHarm, measuredBy: policing('weapon-based-crime') },
  { title: 'Hate crime', ...highHarm, measuredBy: policing('hate-crime') },
];
