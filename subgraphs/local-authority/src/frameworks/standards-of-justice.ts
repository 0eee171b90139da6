import { hateAttrition } from './baselines.ts';
import { businessPlan, decision2017 } from './documents.ts';
import { measuresOf, stated } from './framework.ts';

const victimDropOut =
  'One in four cracked or ineffective trials (see box, right) are due to the prosecution ending the case. Two in five of those cases are attributed to the victim or witness not attending or withdrawing';

const justice = measuresOf({ theme: 'CJS' }, [
  {
    id: 'c-community-order-compliance',
    kind: 'COMMITMENT',
    wording: 'work to improve compliance with community orders',
    source: decision2017('1434'),
    polarity: 'HIGH_IS_GOOD',
    baselines: [
      stated(
        'Alcohol Abstinence Monitoring Requirement … has compliance rates in excess of 90 per cent',
        decision2017('1383'),
      ),
    ],
    collection: 'COLLECTED',
  },
]);

const licences = measuresOf({ theme: 'VAWG', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD' }, [
  {
    id: 'c-licence-compliance',
    wording: "Work with the Criminal Justice Service to improve offenders' compliance with licence conditions",
    source: decision2017('1935', '1913'),
  },
]);

const courts = measuresOf({ theme: 'CJS', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'c-court-speed',
    kind: 'COMMITMENT',
    wording: 'Press partners in all parts of the CJS to speed up the delivery of justice',
    source: decision2017('1371', '1361'),
    // The final Plan beside the draft of December 2016, as the committee cites it: two editions.
    baselines: [
      stated(
        'victims wait nearly 170 days for a case to go through a Magistrates Court in London, or more than 500 days for a Crown Court',
        decision2017('1359'),
      ),
      stated(
        'It can take around 160 days for cases to go through a Magistrates court and more than 300 days for a Crown Court',
        decision2017('2729'),
      ),
    ],
  },
  {
    id: 'c-trial-effectiveness',
    wording: 'Approximately half of trials are classed as effective (Ministry of Justice 2015/16 data)',
    source: decision2017('886'),
    polarity: 'HIGH_IS_GOOD',
    baselines: [
      stated('Approximately half of trials are classed as effective', decision2017('886')),
      stated(victimDropOut, decision2017('887')),
      stated(
        'CPS data for London shows this to be the case in 23 per cent of unsuccessful trials',
        decision2017('2729'),
      ),
    ],
  },
  {
    id: 'c-crown-backlog',
    wording: 'a backlog of more than 7,000 cases waiting to be heard in London Crown Courts',
    source: decision2017('888'),
    baselines: [
      stated(
        'There was a backlog of more than 7,000 cases waiting to be heard in London Crown Courts at the end of October 2016',
        decision2017('888'),
      ),
    ],
  },
  {
    id: 'c-conviction-gap',
    wording: 'Conviction rates in London are … lower … than the … rest of England and Wales',
    source: decision2017('889-891', '1901'),
    polarity: 'SMALLER_GAP_IS_GOOD',
    baselines: [
      stated(
        'six per cent lower for hate crime … ten per cent lower for domestic abuse, four per cent lower for rape and five per cent lower for sexual offences than the … rest of England and Wales',
        decision2017('889-891'),
      ),
      stated(
        'In cases of domestic abuse, for example, 65 per cent of prosecutions resulted in a conviction, compared with a national average of 75 per cent',
        decision2017('1901'),
      ),
    ],
  },
]);

const police = [
  ...measuresOf({ theme: 'hate', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD', collection: 'COLLECTED' }, [
    {
      id: 'c-hate-sanction',
      wording: 'to raise the rate of sanction detection',
      source: businessPlan('462'),
      baselines: hateAttrition,
    },
  ]),
  ...measuresOf({ theme: 'victims', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD' }, [
    {
      id: 'c-rj',
      wording: 'Increase the provision of restorative justice through the new London Restorative Justice Service',
      source: decision2017('1368'),
    },
  ]),
  ...measuresOf({ theme: 'fraud', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD', collection: 'COLLECTED' }, [
    {
      id: 'c-cyber-judicial',
      wording:
        'continue to increase the judicial outcome rate in the pursuit of cyber-crime, fraud and online offences',
      source: businessPlan('503'),
      baselines: [
        stated(
          'Since 2014, our judicial outcome rate has risen from 0.45 per cent to 21 per cent',
          businessPlan('564'),
        ),
      ],
    },
  ]),
  ...measuresOf({ theme: 'gangs', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
    {
      id: 'c-gang-violence',
      wording: 'building on achievements to date and the reduction … in gang-related violence',
      source: businessPlan('386'),
      // The share of knife crime differs by year and by what is called related to gangs.
      baselines: [
        stated('the reduction, by 10 per cent over the past four years, in gang-related violence', businessPlan('386')),
        stated(
          'gangs were involved in just fewer than five per cent of knife crimes—or around 290 incidents—in 2015-16',
          decision2017('2681'),
        ),
        stated('only seven per cent of total knife offences are related to gangs', businessPlan('341')),
      ],
    },
  ]),
  ...measuresOf({ theme: 'offenders', collection: 'COLLECTED' }, [
    {
      id: 'c-mappa-workload',
      wording: 'an enhanced JIGSAW performance management framework covering visits, officer workloads, breaches',
      source: businessPlan('1001', '999'),
      baselines: [
        stated('In London the arrangements cover approximately 6,000 offenders in the community', businessPlan('999')),
        stated('we currently have 140 officers in place for a team design of 121 posts', businessPlan('999')),
      ],
    },
  ]),
];

/** Standards and commitments of 2017 that can be measured: courts, sentences and outcomes. */
export const standardsOfJustice = [...justice, ...licences, ...courts, ...police];
