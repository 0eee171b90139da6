import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const sites = dimension('site-type', 'Kind of site', ['Custody suite', "Magistrates' court"]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'health-coverage',
  title: 'Coverage of services between health and justice',
  publisher: 'the Greater London Authority and NHS England',
  description: 'How many sites take part: what the counts of those services rest on.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'emergency-departments-sharing-violence-data',
      name: 'Emergency departments that share violence data',
      alsoCalled: ['ISTV', 'Cardiff model'],
      definition:
        'Type 1 emergency departments of London that sent the monthly return of Information Sharing to Tackle Violence for the last month of the quarter.',
      unit: 'SITES',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
    {
      id: 'violence-returns-by-department',
      name: 'Returns of violence data by emergency department',
      alsoCalled: ['which departments share violence data', 'ISTV returns'],
      definition:
        'Monthly returns of Information Sharing to Tackle Violence that an emergency department, or all of London, sent in the quarter: 3 from one that shares every month, 0 from one that shares none. It counts no patient.',
      unit: 'REPORTS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'provider',
      grid: { type: 'QUARTER' },
      otherGrids: [],
    },
    {
      id: 'hospitals-with-youth-workers',
      name: 'Hospitals with youth workers',
      alsoCalled: ['Redthread', 'youth workers in A&E'],
      definition:
        'Emergency departments and trauma centres in which youth workers meet young victims of violence, on the day.',
      unit: 'SITES',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
    {
      id: 'liaison-and-diversion-sites',
      name: 'Sites with Liaison and Diversion',
      alsoCalled: ['L&D sites'],
      definition: "Custody suites and magistrates' courts with a Liaison and Diversion service, on the day.",
      unit: 'SITES',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [sites],
    },
    {
      id: 'custody-suites-with-healthcare',
      name: 'Custody suites with healthcare',
      definition: 'Custody suites in which a nurse or doctor is on duty at all hours, on the day.',
      unit: 'SITES',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
  ],
});
