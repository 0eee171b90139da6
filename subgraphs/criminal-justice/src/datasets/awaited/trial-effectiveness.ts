import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { Remark, SeriesBreak } from '@boroughgraph/kit/statistics/indicator.ts';
import { oneCrown, publication } from '../../criminal-court-statistics.ts';

const tiers = dimension('tier', 'Tier', ['Crown Court', "Magistrates' court"]);
const outcomes = dimension('outcome', 'Outcome', ['Effective', 'Cracked', 'Ineffective']);
/** Why a trial was cracked or ineffective. */
const reasons = dimension('reason', 'Reason', ['Prosecution', 'Defence', 'Court', 'Other']);

/** Magistrates' courts were not restated: it touches all series but theirs. */
const crownAlone: Remark<SeriesBreak> = {
  ...oneCrown,
  appliesTo: ({ dimensions }) => dimensions['tier'] !== 'magistrates-court',
};

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'trial-effectiveness',
  title: 'Trials: effective, cracked and ineffective',
  publisher: 'the Ministry of Justice',
  description: 'What became of trials that were listed, by court.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: disclosurePolicies.none,
  comparableFrom: publication.comparableFrom,
  indicators: [
    {
      id: 'trials',
      name: 'Trials',
      alsoCalled: ['trial', 'cracked trials', 'ineffective trials', 'jury trials'],
      definition:
        'Trials listed in the quarter. Effective: it went ahead as scheduled. Cracked: it did not, and needs no other date, because of a plea or because the prosecution ended. Ineffective: it did not, and must be listed again. Trials taken out of the list before the day are not in it.',
      unit: 'TRIALS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['REGION', 'COUNTRY'],
      siteKind: 'court',
      grid: { type: 'QUARTER' },
      dimensions: [tiers, outcomes, reasons],
      breaks: [crownAlone],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'effective-trial-rate',
      name: 'Effective trials',
      alsoCalled: ['effective trials', 'cracked and ineffective trials'],
      definition:
        'Effective trials in percent of effective, cracked and ineffective ones. Vacated trials are not in the denominator.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['REGION', 'COUNTRY'],
      siteKind: 'court',
      grid: { type: 'QUARTER' },
      dimensions: [tiers],
      breaks: [crownAlone],
      caveats: [{ severity: 'CAUTION', text: 'It describes listing and cases: not a ranking of courts or judges.' }],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
  ],
});
