import { draft2013 } from './documents.ts';
import { framework, measuresOf, type MeasureRow, stated } from './framework.ts';

const sevenCrimes = 'Cut 7 priority high impact, high volume neighbourhood crimes by 20%';
const cut = stated(sevenCrimes, draft2013('76'));
const priorityCrimes = { polarity: 'LOW_IS_GOOD', targets: [cut], collection: 'COLLECTED' } as const;

/** One of the seven crimes, all of which the recorded crime tables hold. */
function priorityCrime(id: string, words: string): MeasureRow {
  const wording = `${sevenCrimes} … Priority crimes: … ${words}`;
  return { id, wording, source: draft2013('76', '82'), ...priorityCrimes };
}

const crime = measuresOf({ theme: 'crime' }, [
  {
    id: 'f13-mopac7-total',
    wording: sevenCrimes,
    source: draft2013('76', '274'),
    ...priorityCrimes,
    targets: [cut, stated('third of a million fewer crimes in 2016', draft2013('274'))],
  },
  priorityCrime('f13-violence-with-injury', 'violence with injury'),
  priorityCrime('f13-robbery', 'robbery'),
  priorityCrime('f13-burglary', 'burglary'),
  priorityCrime('f13-theft-person', 'theft from the person'),
  priorityCrime('f13-theft-from-mv', 'theft from motor vehicles'),
  priorityCrime('f13-theft-of-mv', 'theft of motor vehicles'),
  priorityCrime('f13-criminal-damage', 'vandalism/criminal damage'),
]);

const confidence: MeasureRow = {
  id: 'f13-confidence',
  wording: 'Boost public confidence in the Metropolitan Police Service (MPS) by 20%',
  source: draft2013('78', '262'),
  polarity: 'HIGH_IS_GOOD',
  baselines: [stated('public confidence in the MPS from 62%', draft2013('262'))],
  targets: [
    stated('Boost public confidence in the Metropolitan Police Service (MPS) by 20%', draft2013('78')),
    stated('Drive up public confidence in the MPS from 62% to 75%', draft2013('262')),
  ],
  collection: 'COLLECTED',
};

const savings: MeasureRow = {
  id: 'f13-savings',
  wording: 'Make 20% savings in the MPS budget by 2016',
  source: draft2013('80', '268'),
  polarity: 'HIGH_IS_GOOD',
  targets: [
    stated('Make 20% savings in the MPS budget by 2016', draft2013('80')),
    stated('Cut costs by £500M – or 20%', draft2013('268')),
  ],
  collection: 'COLLECTED',
};

/** What the draft sets all criminal justice agencies; it names no figure that anybody collects, nor a starting point. */
const challenge = measuresOf({ theme: 'criminal justice challenge' }, [
  {
    id: 'f13-court-delay',
    wording: 'Reduce court delays by 20%',
    source: draft2013('94-95'),
    polarity: 'LOW_IS_GOOD',
    targets: [stated('Reduce court delays by 20%', draft2013('94-95'))],
    collection: 'COLLECTED',
  },
  {
    id: 'f13-community-compliance',
    wording: 'Increase compliance with community sentences by 20%',
    source: draft2013('97-100'),
    polarity: 'HIGH_IS_GOOD',
    targets: [stated('Increase compliance with community sentences by 20%', draft2013('97-100'))],
  },
  {
    id: 'f13-youth-custody-reoffending',
    wording: 'Reduce reoffending by young people leaving custody in London by 20%',
    source: draft2013('102-105'),
    polarity: 'LOW_IS_GOOD',
    targets: [stated('Reduce reoffending by young people leaving custody in London by 20%', draft2013('102-105'))],
  },
]);

const officerStrength: MeasureRow = {
  id: 'f13-officer-strength',
  wording: 'Keep police numbers as high as possible at or around 32,000 with a record high number of bobbies (26,000)',
  source: draft2013('122', '272'),
  polarity: 'HIGH_IS_GOOD',
  baselines: [stated('more bobbies: 24,000', draft2013('272'))],
  targets: [
    stated('at or around 32,000 with a record high number of bobbies (26,000)', draft2013('122')),
    stated('more bobbies: 24,000 up to 26,000', draft2013('272')),
  ],
  collection: 'COLLECTED',
};

const visibility = measuresOf({ theme: 'visibility', polarity: 'HIGH_IS_GOOD' }, [
  {
    id: 'f13-snt-officers',
    wording: 'There will be over 2,600 more officers in Safer Neighbourhoods than in October 2011',
    source: draft2013('158', '176-210'),
    baselines: [stated('Safer Neighbourhoods … 2011 … Total 1849', draft2013('176-210'))],
    targets: [
      stated('over 2,600 more officers in Safer Neighbourhoods', draft2013('158')),
      stated('Safer Neighbourhoods … 2011 2015 Change … Total 1849 4491 2642', draft2013('176-210')),
      stated('Re-directs 2,000 police officers to neighbourhood teams', draft2013('152')),
    ],
    collection: 'COLLECTED',
  },
  {
    id: 'f13-redirect-officers',
    wording: 'Re-directs 2,000 police officers to neighbourhood teams',
    source: draft2013('152'),
    targets: [stated('2,000 police officers', draft2013('152'))],
  },
  {
    id: 'f13-ward-team',
    wording:
      'every ward will have a named Sergeant, a dedicated named PC (who will not be abstracted) and a dedicated PCSO',
    source: draft2013('162'),
    targets: [stated('every ward', draft2013('162'))],
  },
]);

const frontCounter: MeasureRow = {
  id: 'f13-front-counter',
  wording: 'Every London borough will host at least one front counter open 24 hours a day, seven days a week',
  source: draft2013('224'),
  polarity: 'HIGH_IS_GOOD',
  targets: [stated('Every London borough … at least one front counter', draft2013('224'))],
};

const costs = measuresOf({ theme: 'costs', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'f13-staff-posts',
    wording: '2,667 fewer staff posts (includes 1,000 vacant posts) from 14,513 to 11,846 by 2015/16',
    source: draft2013('270'),
    baselines: [stated('from 14,513', draft2013('270'))],
    targets: [stated('2,667 fewer staff posts … from 14,513 to 11,846 by 2015/16', draft2013('270'))],
  },
  {
    id: 'f13-property',
    wording:
      'reduce property running costs by £60 million (less buildings – 900,000sqm down to 600,000 sqm including the sale of the New Scotland Yard site)',
    source: draft2013('214-218', '271'),
    baselines: [
      stated('a large and expensive estate of 497 buildings', draft2013('214')),
      stated('less buildings – 900,000sqm', draft2013('271')),
    ],
    targets: [
      stated('reduce property running costs by £60 million', draft2013('271')),
      stated('900,000sqm down to 600,000 sqm', draft2013('271')),
      stated('reducing the MPS estate by a third', draft2013('218')),
    ],
  },
]);

const prevention = measuresOf({ theme: 'prevention' }, [
  {
    id: 'f13-snb',
    kind: 'MILESTONE',
    wording: 'Creating a Safer Neighbourhood Board in every borough by 2014',
    source: draft2013('288'),
    targets: [stated('in every borough by 2014', draft2013('288'))],
  },
  {
    id: 'f13-cadets',
    wording: 'Boost volunteering through increasing Special Constables and doubling Volunteer Police Cadets numbers',
    source: draft2013('292'),
    polarity: 'HIGH_IS_GOOD',
    targets: [stated('doubling Volunteer Police Cadets numbers', draft2013('292'))],
  },
]);

const confidenceOfLondoners = measuresOf({ theme: 'confidence' }, [
  {
    id: 'f13-young-confidence',
    wording: 'Seek to improve the confidence of young Londoners in police, especially with regard to stop-and-search',
    source: draft2013('265'),
    polarity: 'HIGH_IS_GOOD',
  },
  {
    id: 'f13-safety-index',
    wording: 'Develop a "Safety Index" for London, which will provide reassurance about the relative safety of London',
    source: draft2013('266'),
    // It was still to be developed.
    collection: 'NOT_COLLECTED',
  },
]);

const rapeCrisis: MeasureRow = {
  id: 'f13-rape-crisis',
  kind: 'MILESTONE',
  wording: "Guarantee funding for London's 4 rape crisis centres until 2016",
  source: draft2013('304'),
  baselines: [stated("London's 4 rape crisis centres", draft2013('304'))],
};

const youthResettlement: MeasureRow = {
  id: 'f13-youth-resettlement',
  wording: 'Improving resettlement support for young offenders with funding of £3.5 million for those leaving custody',
  source: draft2013('324'),
};

/**
 * The framework with numeric targets, which the Plan of 2017 gave up.
 *
 * It held for the financial years 2013/14 to 2016/17. Source: Police and Crime Plan 2017-21 (Mayoral decision PCD 168),
 * line 1261 of the text extract: a fund that "ran from 2013/14 to 2016/17 in line with the previous Police and Crime Plan".
 */
export const plan2013 = framework({
  id: 'police-and-crime-plan-2013-16',
  title: 'Police and Crime Plan 2013-16',
  validFrom: '2013-04-01',
  validTo: '2017-03-31',
  hasNumericTargets: true,
  source: draft2013('66-332'),
  measures: [
    ...crime,
    ...measuresOf({ theme: 'confidence' }, [confidence]),
    ...measuresOf({ theme: 'costs' }, [savings]),
    ...challenge,
    ...measuresOf({ theme: 'resources' }, [officerStrength]),
    ...visibility,
    ...measuresOf({ theme: 'access' }, [frontCounter]),
    ...costs,
    ...prevention,
    ...confidenceOfLondoners,
    ...measuresOf({ theme: 'prevention' }, [rapeCrisis]),
    ...measuresOf({ theme: 'rehabilitation' }, [youthResettlement]),
  ],
});
