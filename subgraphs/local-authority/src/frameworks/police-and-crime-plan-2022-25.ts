import { letter2022 } from './documents.ts';
import { framework, measuresOf, stated } from './framework.ts';

const measures = [
  ...measuresOf({ theme: 'trust', polarity: 'HIGH_IS_GOOD', collection: 'COLLECTED' }, [
    {
      id: 'f22-trust-confidence',
      wording: 'measures to increase trust and confidence in policing … seeking improvements from a baseline',
      source: letter2022('62-64'),
    },
  ]),
  ...measuresOf({ theme: 'VAWG', polarity: 'HIGH_IS_GOOD', collection: 'COLLECTED' }, [
    {
      id: 'f22-rape-detection',
      wording: 'Rape detection rates in London must improve',
      source: letter2022('101-105'),
    },
  ]),
  ...measuresOf({ theme: 'young people' }, [
    {
      id: 'f22-young-people-qualitative',
      wording:
        'Young people in the justice system are safe and supported … in the case of qualitative inputs … we cannot know what they will cover over the life of this Plan. For this reason we opted against specific indicators in the Plan',
      source: letter2022('125-129'),
      // The letter opts against indicators: inspections and reviews answer, and nothing is counted.
      collection: 'NOT_COLLECTED',
    },
  ]),
  ...measuresOf({ theme: 'commissioning', kind: 'STANDARD', polarity: 'LOW_IS_GOOD' }, [
    {
      id: 'f22-funding-release',
      wording: 'funding will normally be released within 21 days',
      source: letter2022('71-75'),
      baselines: [stated('funding to organisations has suffered some delays', letter2022('75'))],
    },
  ]),
  ...measuresOf({ theme: 'local', kind: 'COMMITMENT' }, [
    {
      id: 'f22-local-priorities',
      wording:
        "MOPAC should publish accessible data on the local crime prevention priorities for each area … part of MOPAC's overall quarterly performance updates … We are committed to building on that work",
      source: letter2022('117-123'),
    },
  ]),
  ...measuresOf({ theme: 'online', kind: 'COMMITMENT' }, [
    {
      id: 'f22-online-harm',
      wording:
        'we will convene an Online Harms Working Group to bring together all parts of City Hall and partners to co-ordinate our efforts to protect Londoners of all ages online',
      source: letter2022('21-26'),
    },
  ]),
  ...measuresOf({ theme: 'drugs', kind: 'COMMITMENT' }, [
    {
      id: 'f22-drugs',
      wording:
        'a new London Drugs Forum, bringing together the wide variety of partner organisations with a role to play in reducing the harm caused by drugs – including the MPS, justice agencies, the NHS and local authorities',
      source: letter2022('42-46'),
    },
  ]),
];

/** The framework that keeps the refusal of numeric targets and adds a baseline; only a letter about it is at hand. */
export const plan2022 = framework({
  id: 'police-and-crime-plan-2022-25',
  title: 'Police and Crime Plan 2022-25',
  validFrom: '2022-04-01',
  validTo: '2025-03-31',
  hasNumericTargets: false,
  source: letter2022('15-131'),
  measures,
});
