import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

/**
 * What a survey of residents or victims may show: results of 100 people or more.
 *
 * The rule of this project until the owner states another. Source: Mayor's Office for Policing and Crime, Public Attitude Survey,
 * which asks 100 people a borough and quarter, and publishes boroughs over 12 months alone.
 */
export const surveyPolicy: DisclosurePolicy = {
  ...disclosurePolicies['under-10-respondents'],
  id: 'survey-100',
  description:
    'Results of fewer than 100 respondents are withheld. The rule of this project until the owner states another.',
  minimumDenominator: 100,
};
