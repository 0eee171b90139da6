import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const flags = dimension('flag', 'Kind of crime', ['Hate crime', 'Domestic abuse', 'Rape', 'Sexual offences']);
const reasons = dimension('reason', 'Reason', [
  'Victim retraction',
  'Victim non-attendance',
  'Victim evidence does not support the case',
  'Acquittal after trial',
  'Conflict of evidence',
  'Other',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'cps-hate-crime-and-vawg-reports',
  title: 'Hate crime and violence against women and girls: prosecutions',
  publisher: 'the Crown Prosecution Service',
  description: 'The yearly reports on prosecutions of hate crime and of violence against women and girls.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'conviction-rate',
      name: 'Conviction rate of flagged crime',
      alsoCalled: ['convicted', 'DA conviction rate', 'rape conviction rate'],
      definition:
        'Convictions in percent of prosecutions completed in the year, by kind of crime. What ended before a charge is not in it.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['CPS_AREA', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [flags],
      headline: { flag: 'hate-crime' },
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'conviction-rate-gap',
      name: 'Gap in conviction rates between London and England and Wales',
      definition: 'Conviction rate of London less that of England and Wales, by kind of crime.',
      unit: 'PERCENTAGE_POINTS',
      polarity: 'SMALLER_GAP_IS_GOOD',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['CPS_AREA'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [flags],
      headline: { flag: 'hate-crime' },
    },
    {
      id: 'unsuccessful-outcome-reasons',
      name: 'Reasons for unsuccessful outcomes',
      alsoCalled: ['attrition', 'why cases fail', 'dropped cases'],
      definition:
        'Prosecutions of flagged crime completed in the year without a conviction, by the reason that was recorded.',
      unit: 'OUTCOMES',
      polarity: 'LOW_IS_GOOD',
      additivity: 'OVERLAPPING',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['CPS_AREA', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [flags, reasons],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'vawg-victim-attrition-share',
      name: 'Unsuccessful prosecutions of violence against women and girls lost with the victim',
      alsoCalled: ['VAWG attrition', 'victims withdrawing'],
      definition:
        'Prosecutions of violence against women and girls without a conviction because the victim withdrew, did not attend or did not support the case, in percent of those without one.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['CPS_AREA', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'hate-crime-victim-attrition-share',
      name: 'Unsuccessful prosecutions of hate crime lost with the victim',
      alsoCalled: ['hate crime attrition'],
      definition:
        'Prosecutions of hate crime without a conviction because the victim withdrew, did not attend or did not support the case, in percent of those without one.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['CPS_AREA', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'hate-crime-enhanced-sentences',
      name: 'Enhanced sentences for hate crime',
      alsoCalled: ['sentence uplift', 'aggravated sentences', 'section 145'],
      definition:
        'Convictions of hate crime in the year in which the court said that it raised the sentence for hostility.',
      unit: 'OUTCOMES',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['CPS_AREA', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
  ],
});
