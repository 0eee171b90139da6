import { representativeWorkforce, wardOfficers } from './baselines.ts';
import { businessPlan, decision2017 } from './documents.ts';
import { measuresOf, stated } from './framework.ts';

const visibility = measuresOf({ theme: 'visibility', polarity: 'HIGH_IS_GOOD' }, [
  {
    id: 'c-dwo-coverage',
    kind: 'COMMITMENT',
    wording:
      'By December 2017, we aim for each of the 629 wards in London to have at least two dedicated Police Constables and one PCSO',
    source: decision2017('947', '1067'),
    baselines: wardOfficers,
    due: '2017-12-31',
    collection: 'COLLECTED',
  },
  {
    id: 'c-dwo-abstraction',
    kind: 'STANDARD',
    wording:
      'DWOs will only be taken out of their wards to do policing work elsewhere in the most exceptional circumstances',
    source: decision2017('949'),
    polarity: 'LOW_IS_GOOD',
    // Line 949: "with data on deployments published regularly".
    collection: 'COLLECTED',
  },
  {
    id: 'c-dwo-turnover',
    wording: 'dedicated ward officers should stay in the same location for a period of time',
    source: decision2017('2555'),
  },
  {
    id: 'c-dwo-interaction',
    wording: 'the Mayor may also wish to consider or measure how often Londoners interact with their local officers',
    source: decision2017('2552'),
    baselines: [stated('Know how to contact your local team 35%', businessPlan('906'))],
    // The committee asks for it because it is not measured.
    collection: 'NOT_COLLECTED',
  },
]);

const response = measuresOf({ theme: 'response', kind: 'STANDARD', polarity: 'HIGH_IS_GOOD' }, [
  { id: 'c-response-15', wording: 'reach emergencies within 15 minutes', source: businessPlan('745') },
]);

const victims = measuresOf({ theme: 'victims', kind: 'STANDARD', polarity: 'HIGH_IS_GOOD' }, [
  {
    id: 'c-same-officer',
    wording:
      'Our aim is that for at least two-thirds of crimes reported, victims deal with the same local officer from start to finish',
    source: businessPlan('930'),
  },
  {
    id: 'c-28-day-updates',
    wording: 'Ensure we provide 28-day updates for complainants in line with the Code of Practice for Victims of Crime',
    source: businessPlan('1008'),
    due: '2018-03-31',
  },
]);

const backOffice = measuresOf({ theme: 'costs', kind: 'COMMITMENT', polarity: 'LOW_IS_GOOD' }, [
  {
    id: 'c-back-office',
    wording: 'reduce the proportion of our back office costs to 15 per cent of gross expenditure by 2019-20',
    source: businessPlan('1187'),
    baselines: [
      stated(
        'We currently spend 19 per cent of our budget on business support costs (down from 24 per cent in 2014)',
        businessPlan('1034'),
      ),
    ],
    collection: 'COLLECTED',
  },
]);

const access = measuresOf({ theme: 'access', polarity: 'HIGH_IS_GOOD' }, [
  {
    id: 'c-front-counter-24-7',
    kind: 'STANDARD',
    wording:
      'Every borough will continue to have a front counter in a police station, open to the public 24 hours a day, seven days a week',
    source: businessPlan('702', '713'),
  },
  {
    id: 'c-online-reporting',
    kind: 'COMMITMENT',
    wording: 'Roll out e-reporting forms and tools for most volume crimes through the new website',
    source: businessPlan('734', '701'),
    baselines: [
      stated(
        'went live in March 2017 with online reporting forms for road traffic incidents, fraud and anti-social behaviour',
        businessPlan('725'),
      ),
    ],
    due: '2018-03-31',
  },
]);

const costs = measuresOf({ theme: 'costs', kind: 'COMMITMENT', polarity: 'LOW_IS_GOOD' }, [
  {
    id: 'c-productivity',
    wording: 'deliver 3 per cent productivity savings a year across the organisation',
    source: businessPlan('1186'),
    polarity: 'HIGH_IS_GOOD',
  },
  {
    id: 'c-savings-gap',
    wording:
      'The challenge is to deliver the necessary cost reductions whilst controlling other costs and identifying further savings to close the gap',
    source: businessPlan('1203'),
    baselines: [
      stated('a future budget gap of £185 million by 2020-21', businessPlan('1203')),
      stated('we still need to identify an extra £94 million savings', businessPlan('1203')),
      stated('will need to make £400m in additional savings over the next four years', decision2017('843')),
      stated('another £443 million, over the next four years', businessPlan('1176')),
    ],
    collection: 'COLLECTED',
  },
  {
    id: 'c-estate-cost',
    wording:
      'current running costs are £162 million (down from £202 million in 2012-13 and £185 million last year) and we are targeting running costs of £100 million by 2022',
    source: businessPlan('1286'),
    // Buildings occupied, buildings with records, buildings with Wi-Fi; stations lost and buildings sold: not one count.
    baselines: [
      stated('current running costs are £162 million', businessPlan('1286')),
      stated('we currently occupy 373 buildings', businessPlan('1287')),
      stated('6 million records across 290 buildings', businessPlan('1353')),
      stated('Wi-fi roll out across 167 Met buildings', businessPlan('1380')),
      stated('the MPS has had to lose more than 100 police stations', decision2017('757')),
      stated('selling more than 120 buildings', decision2017('843')),
    ],
    collection: 'COLLECTED',
  },
]);

const workforce = [
  ...measuresOf({ theme: 'resources', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD', collection: 'COLLECTED' }, [
    {
      id: 'c-officer-strength',
      wording: 'I wish to maintain the strategic ambition of 32,000 police officers across London',
      source: decision2017('741'),
      baselines: [stated('Police … 30,960', businessPlan('1040'))],
    },
  ]),
  ...measuresOf({ theme: 'workforce', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD', collection: 'COLLECTED' }, [
    {
      id: 'c-diversity-2020',
      wording: 'by 2020, we hope that 40 per cent of all recruitment intakes will be BAME and 50 per cent female',
      source: businessPlan('1054'),
      baselines: representativeWorkforce,
    },
  ]),
  ...measuresOf({ theme: 'conduct', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
    {
      id: 'c-complaints',
      wording: 'public … complaint cases per 1,000 officers',
      source: businessPlan('1142-1144'),
      baselines: [
        stated(
          'In the 12 months to 31 March 2016, the Met recorded 183 public … complaint cases per 1,000 officers, significantly lower than the England and Wales average of 268 cases per 1,000 officers',
          businessPlan('1142-1144'),
        ),
        stated(
          'a 40 per cent reduction in the number of complaints against officers equipped with BWV',
          decision2017('1136'),
        ),
      ],
    },
  ]),
];

const stops = measuresOf({ theme: 'stop and search', polarity: 'SMALLER_GAP_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'c-stop-search-positive',
    wording: 'Over 31 per cent of all our searches result in a positive outcome',
    source: businessPlan('781'),
    polarity: 'HIGH_IS_GOOD',
    baselines: [
      stated(
        'Over 31 per cent of all our searches result in a positive outcome, up from 13 per cent in 2012',
        businessPlan('781'),
      ),
    ],
  },
  {
    id: 'c-stop-search-disproportionality',
    wording:
      'If you are BAME in London you are 2.5 times more likely to be stopped and searched than white people, rising to ten times more likely for vehicle stops',
    source: decision2017('829'),
    baselines: [
      stated('2.5 times more likely … rising to ten times more likely for vehicle stops', decision2017('829')),
    ],
  },
  {
    id: 'c-stop-search-fairness',
    wording: 'only 54% of black people feel stop and search is used fairly, compared to 78% of white people',
    source: decision2017('407'),
    baselines: [stated('only 54% of black people … compared to 78% of white people', decision2017('407'))],
  },
]);

const firearms = measuresOf({ theme: 'counter-terrorism', kind: 'MILESTONE' }, [
  {
    id: 'c-firearms-officers',
    wording: 'Complete the increase of 600 more firearms officers with all in place by quarter 3',
    source: businessPlan('607', '496'),
    due: '2017-12-31',
  },
]);

/** Standards and commitments of 2017 that can be measured: presence, access, costs, people and stops. */
export const standardsOfPolicing = [
  ...visibility,
  ...response,
  ...victims,
  ...backOffice,
  ...access,
  ...costs,
  ...workforce,
  ...stops,
  ...firearms,
];
