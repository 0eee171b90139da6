import * as baseline from './baselines.ts';
import { decision2017 } from './documents.ts';
import { framework, measuresOf } from './framework.ts';
import { localPolicing2017 } from './local-policing-2017-21.ts';
import { violenceAndHatred2017 } from './violence-and-hatred-2017-21.ts';

const policeService = measuresOf({ theme: 'police service', polarity: 'HIGH_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'f17-victim-satisfaction',
    wording: "Victim satisfaction with police service using data from MOPAC's User Satisfaction Survey",
    source: decision2017('2080', '931'),
    baselines: baseline.victimSatisfaction,
  },
  {
    id: 'f17-public-perception',
    wording: "Public perceptions towards the MPS using data from MOPAC's Public Attitude Survey",
    source: decision2017('2081', '932'),
    baselines: baseline.publicPerception,
  },
  {
    id: 'f17-inequality-gap',
    wording: 'Reducing inequalities in satisfaction and public perceptions',
    source: decision2017('2082', '933'),
    polarity: 'SMALLER_GAP_IS_GOOD',
    baselines: baseline.inequalityGap,
  },
  {
    id: 'f17-representative-workforce',
    wording: 'A more representative MPS workforce, measured through recruitment data',
    source: decision2017('2083', '934'),
    baselines: baseline.representativeWorkforce,
  },
  {
    id: 'f17-fair-treatment',
    wording: 'Officers treated with fairness and respect by colleagues, measured through the MPS Staff Survey',
    source: decision2017('2084', '935'),
  },
]);

const criminalJustice = measuresOf({ theme: 'criminal justice', polarity: 'HIGH_IS_GOOD' }, [
  {
    id: 'f17-cohort-offending',
    wording:
      'Reducing offending behaviours of targeted cohorts, measuring offending, frequency and the severity of offences',
    source: decision2017('2090', '1291'),
    polarity: 'LOW_IS_GOOD',
    baselines: baseline.cohortOffending,
    collection: 'COLLECTED',
  },
  {
    id: 'f17-victims-code',
    wording: "Improving service for victims, such as compliance with the Victim's Code of Practice",
    source: decision2017('2091', '1289'),
  },
  {
    id: 'f17-court-satisfaction',
    wording:
      'Improving victim satisfaction with the service they receive through the courts, measured through a new survey',
    source: decision2017('2092', '1290', '1337'),
    // Line 1337: "no such evidence exists for the performance of other parts of the Criminal Justice Service".
    collection: 'NOT_COLLECTED',
  },
]);

const youngPeople = measuresOf(
  { theme: 'children and young people', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' },
  [
    {
      id: 'f17-young-victims',
      wording: "Reducing young people's likelihood of becoming victims of crime",
      source: decision2017('2098', '1489'),
      baselines: baseline.youngVictims,
    },
    {
      id: 'f17-first-time-entrants',
      wording: 'Reducing the number of first-time entrants to the Criminal Justice Service',
      source: decision2017('2099', '1490'),
      baselines: baseline.firstTimeEntrants,
    },
    {
      id: 'f17-knife-crime-volume',
      wording: 'Reducing the number of knife crimes, by volume',
      source: decision2017('2100', '1491-1493'),
      baselines: baseline.knifeCrimeVolume,
    },
    {
      id: 'f17-knife-crime-repeat',
      wording: 'Reducing the number of knife crimes, by … numbers of repeat victimisation',
      source: decision2017('2100', '1491-1493'),
    },
    {
      id: 'f17-gun-crime',
      wording: 'Reducing the number of gun crimes (including discharges)',
      source: decision2017('2101', '1494'),
      baselines: baseline.gunCrime,
    },
    {
      id: 'f17-cse-reporting',
      wording: 'Encouraging more victims of Child Sexual Exploitation to come forward and report',
      source: decision2017('2102', '1495'),
      polarity: 'REPORTING_VOLUME',
      baselines: baseline.exploitationReporting,
    },
  ],
);

const monitoring = measuresOf({ theme: 'monitoring' }, [
  {
    id: 'f17-all-recorded-crime',
    wording: 'MOPAC will continue to monitor all recorded crime in London',
    source: decision2017('2122'),
    collection: 'COLLECTED',
  },
]);

/** The framework that sets no fixed, numerical targets: "measuring the things that matter". */
export const plan2017 = framework({
  id: 'police-and-crime-plan-2017-21',
  title: 'Police and Crime Plan 2017-21',
  validFrom: '2017-04-01',
  validTo: '2021-03-31',
  hasNumericTargets: false,
  source: decision2017('2042-2122'),
  measures: [
    ...policeService,
    ...criminalJustice,
    ...youngPeople,
    ...violenceAndHatred2017,
    ...localPolicing2017,
    ...monitoring,
  ],
});
