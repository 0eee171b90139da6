import { businessPlan, decision2017 } from './documents.ts';
import { measuresOf, stated } from './framework.ts';

const survivors = measuresOf({ theme: 'VAWG', kind: 'COMMITMENT', polarity: 'HIGH_IS_GOOD' }, [
  {
    id: 'c-refuge',
    wording: 'improve the overall availability of refuges and other safe accommodation',
    source: decision2017('1860', '1890'),
    baselines: [stated('Provision of refuges and housing is patchy across London', decision2017('1856'))],
  },
  {
    id: 'c-idva-isva',
    wording:
      'increasing the number of Independent Sexual Violence Advisers (ISVAs) and Independent Domestic Violence Advocates (IDVAs)',
    source: decision2017('2425'),
  },
]);

const money = [
  ...measuresOf({ theme: 'transport', kind: 'COMMITMENT', polarity: 'LOW_IS_GOOD' }, [
    {
      id: 'c-ksi',
      wording:
        "adopting a 'Vision Zero' approach to reducing road danger, setting a greater level of ambition for reducing death and serious injury on our roads",
      source: decision2017('993'),
      // Line 997: an annual report of road traffic enforcement, and information about fatal and serious injuries.
      collection: 'COLLECTED',
    },
  ]),
  ...measuresOf({ theme: 'partnership', kind: 'COMMITMENT', collection: 'COLLECTED' }, [
    {
      id: 'c-lcpf',
      wording:
        'the Mayor has protected and maintained the LCPF budget at £72 million for the duration of this Police and Crime Plan … 30 per cent from 2018/19 onwards … to support the co-commissioning of services across boroughs',
      source: decision2017('1263-1265', '2148-2150'),
      baselines: [stated('£72 million', decision2017('1263'))],
    },
  ]),
  ...measuresOf({ theme: 'victims', kind: 'COMMITMENT', collection: 'COLLECTED' }, [
    {
      id: 'c-victim-services-spend',
      wording: 'MOPAC … will spend a total of £63m on these services between 2017 and 2021',
      source: decision2017('1319'),
      baselines: [stated('a total of £63m', decision2017('1319'))],
    },
  ]),
];

const services = measuresOf({ theme: 'services', kind: 'STANDARD', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'c-dbs',
    wording: 'Deliver to the National Service Level Agreement for completing DBS checks',
    source: businessPlan('1384', '1345'),
    baselines: [
      stated(
        'The Met has less than 20,000 work in progress cases at present (the annual volume of checks is roughly 300,000)',
        businessPlan('1345'),
      ),
    ],
    due: '2018-03-31',
  },
]);

const stalking = measuresOf({ theme: 'VAWG', polarity: 'REPORTING_VOLUME', collection: 'COLLECTED' }, [
  {
    id: 'c-stalking-reports',
    wording: 'reported instances of stalking',
    source: businessPlan('440'),
    // What is reported, and two estimates of what is not.
    baselines: [
      stated(
        'reported instances of stalking have increased significantly, from 181 in 2013 to 619 in 2016',
        businessPlan('440'),
      ),
      stated(
        'an estimated 700,000 women are stalked each year, although the real number may be significantly higher',
        businessPlan('440'),
      ),
      stated(
        '700,000 women are reported to be stalked each year, though the real number is believed to be closer to five million',
        decision2017('1775'),
      ),
    ],
  },
]);

/** Standards and commitments of 2017 that can be measured: what partners provide, and what they spend. */
export const standardsOfPartners = [...survivors, ...money, ...services, ...stalking];
