import { businessPlan, decision2017 } from './documents.ts';
import { measuresOf, stated } from './framework.ts';

const officers = [
  ...measuresOf({ theme: 'children', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD' }, [
    {
      id: 'c-safer-schools',
      wording: 'deploy 600 Safer Schools Officers, with a named officer for all schools in London',
      source: businessPlan('477', '324', '230'),
      baselines: [stated('In April 2016, there were 282 Safer Schools Officers', businessPlan('324'))],
      due: '2018-03-31',
      collection: 'COLLECTED',
    },
  ]),
  ...measuresOf({ theme: 'safeguarding', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD' }, [
    {
      id: 'c-safeguarding-officers',
      wording: 'Subject to BCU roll out, provide an extra 400 officers protecting vulnerable people',
      source: businessPlan('476', '280'),
      due: '2018-03-31',
    },
    {
      id: 'c-safeguarding-training',
      wording:
        'Our objective is that by the end of quarter 1 all local police officers will have received child safeguarding training',
      source: businessPlan('294', '478'),
      baselines: [
        stated(
          'To date, over 10,000 officers have attended a Professional Development Day on these subjects',
          businessPlan('294'),
        ),
      ],
      due: '2017-06-30',
      collection: 'COLLECTED',
    },
    {
      id: 'c-mash-consistency',
      wording: 'There is a need to make the performance of MASH more consistent across London boroughs',
      source: businessPlan('310'),
      polarity: 'SMALLER_GAP_IS_GOOD',
      baselines: [
        stated(
          'the proportion of our local cases referred by social services can vary between 5 and 50 per cent',
          businessPlan('310'),
        ),
      ],
      collection: 'COLLECTED',
    },
  ]),
];

const children = measuresOf({ theme: 'children', kind: 'COMMITMENT', polarity: 'LOW_IS_GOOD' }, [
  {
    id: 'c-lac-arrest',
    wording:
      "reduce the arrest and charge rate of looked-after children in children's homes and foster placements. This will include improving data on looked-after children … to understand arrest and sanction rates",
    source: decision2017('1637', '1655'),
    collection: 'COLLECTED',
  },
  {
    id: 'c-missing-repeat',
    wording: 'tackle the issues that cause the repeats',
    source: businessPlan('314'),
    // Children in one place, cases in the other, and one number.
    baselines: [
      stated('In 2016, 25,000 children went missing', businessPlan('286')),
      stated(
        'Of the 25,000 cases of missing children last year, 21 per cent were missing for more than two days',
        businessPlan('314'),
      ),
    ],
    collection: 'COLLECTED',
  },
  {
    id: 'c-children-custody',
    wording: 'reduce the number of young people who spend time in police custody',
    source: decision2017('1531', '1639', '1656'),
  },
  {
    id: 'c-youth-reoffending',
    wording: 'improving the consistency of the support offered to young people to reduce reoffending',
    source: decision2017('1666', '1700'),
    baselines: [
      stated(
        "currently 43 per cent of London's young offenders reoffend within one year of ending their sentence",
        decision2017('1666'),
      ),
    ],
    collection: 'COLLECTED',
  },
  {
    id: 'c-youth-equalities',
    wording:
      'Monitor equalities data with regard to young people coming to the notice of the MPS and those entering the Criminal Justice Service',
    source: decision2017('1706', '1694'),
    polarity: 'SMALLER_GAP_IS_GOOD',
    baselines: [
      stated(
        '41 per cent of youth prisoners are from minorities backgrounds, compared with 25 per cent ten years ago',
        decision2017('876'),
      ),
    ],
    collection: 'COLLECTED',
  },
]);

const hospitals = [
  ...measuresOf({ theme: 'violence', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD' }, [
    {
      id: 'c-istv-coverage',
      wording:
        'Not all emergency departments are currently signed up, and we will continue to work with the NHS and hospital trusts to address this',
      source: decision2017('1587', '1602'),
      baselines: [stated('Not all emergency departments are currently signed up', decision2017('1587'))],
    },
    {
      id: 'c-hospital-youth-workers',
      wording: 'extend the programme to key A&E departments in Boroughs that have high levels of knife crime',
      source: decision2017('1618', '1631'),
      baselines: [stated("London's four major trauma centres", decision2017('1618'))],
    },
  ]),
  ...measuresOf({ theme: 'VAWG', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD' }, [
    {
      id: 'c-havens-referrals',
      wording: 'Increase the number of victims of rape and serious sexual assault who are referred to havens',
      source: decision2017('1888', '1834'),
      baselines: [stated('the number of people referred to havens has remained static', decision2017('1759'))],
      collection: 'COLLECTED',
    },
  ]),
];

const mentalHealth = measuresOf({ theme: 'mental health', polarity: 'HIGH_IS_GOOD' }, [
  {
    id: 'c-s136-cells',
    wording: 'the number of occasions where such persons were taken to a cell',
    source: businessPlan('967'),
    polarity: 'LOW_IS_GOOD',
    baselines: [
      stated(
        'the number of occasions where such persons were taken to a cell has reduced by 92 per cent (there were only seven in 2016)',
        businessPlan('967'),
      ),
    ],
    collection: 'COLLECTED',
  },
  {
    id: 'c-ld-coverage',
    kind: 'COMMITMENT',
    wording: 'NHS England which commissions L&D services across all Met custody suites and magistrates courts',
    source: businessPlan('969'),
    baselines: [
      stated(
        'Following successful pilots in North, East and West London … South London will benefit from the enhanced operating model by 2018',
        businessPlan('969'),
      ),
    ],
  },
]);

const custody = measuresOf({ theme: 'health in custody' }, [
  {
    id: 'c-custody-healthcare',
    kind: 'STANDARD',
    wording: 'to ensure that all detainees have access to the healthcare that they need',
    source: decision2017('2500', '2508'),
    polarity: 'HIGH_IS_GOOD',
    baselines: [stated('There is still a shortage of nurses in custody suites', decision2017('2498'))],
  },
  {
    id: 'c-drug-testing',
    kind: 'COMMITMENT',
    wording:
      'Review the effectiveness of Drug Intervention Programmes in London and that of the current arrangements for drug testing in police custody',
    source: decision2017('1457', '1447'),
  },
]);

/** Standards and commitments of 2017 that can be measured: children, victims in hospital, health in custody. */
export const standardsOfSafeguarding = [...officers, ...children, ...hospitals, ...mentalHealth, ...custody];
