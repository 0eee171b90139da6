import { milestonesOf } from './met-milestone.ts';

/** The Met's milestones for presence, access, response and investigations. Source: Metropolitan Police Service, Business Plan 2017-18. */
export const milestonesOfPolicing = [
  ...milestonesOf('visible presence', [
    [
      'ms-26',
      '679',
      'OMM',
      'Q3',
      'Deploy two PCs as Dedicated Ward Officers (DWOs) and one PCSO in all 629 London wards',
    ],
    [
      'ms-27',
      '680',
      'OMM',
      'Q3',
      'Train all DWOs in problem-solving, community engagement, tackling anti-social behaviour',
    ],
    [
      'ms-28',
      '681',
      'TP',
      'Q4',
      'Review performance against the local priorities of each borough and agree the 2018-19 crime priorities with each of them by Quarter 4',
    ],
    [
      'ms-29',
      '682',
      'TP',
      'Q4',
      "Ensure the safety of major events in London including Notting Hill Carnival and New Year's Eve",
    ],
  ]),
  ...milestonesOf('accessible force', [
    ['ms-30', '732', 'OMM', 'Q1', 'Implement a new website which allows information to flow to and from the public'],
    [
      'ms-31',
      '733',
      'OMM',
      'Q1',
      'Put in place ward internet pages with updated and locally relevant prevention advice',
    ],
    [
      'ms-32',
      '734',
      'OMM',
      'Q4',
      'Roll out e-reporting forms and tools for most volume crimes through the new website',
    ],
    [
      'ms-33',
      '735',
      'DMC',
      'Q4',
      'Develop our twitter and other social media channels to support information and non-emergency reporting',
    ],
    ['ms-34', '736', 'OMM', 'Q4', 'Develop a final business case for the proposed changes to front counters'],
    [
      'ms-35',
      '737',
      'OMM',
      'Q4',
      'Guarantee 24 hours a day seven days a week police stations across London and in every borough, and consult on other access changes',
    ],
  ]),
  ...milestonesOf('effective response', [
    [
      'ms-36',
      '804',
      'OMM',
      'Q2',
      'Start the full roll out of all mobile devices (laptops and tablets) from August to April 2018',
    ],
    ['ms-37', '805', 'TP', 'Q2', 'Set up an improved public reporting mechanism for stop and search data'],
    ['ms-38', '806', 'OMM', 'Q4', 'Complete the roll out of the In-Vehicle Mobile Application'],
    [
      'ms-39',
      '807',
      'OMM, MOPAC',
      'Q2',
      'Assess and evaluate the two BCU pathfinders and consider pan-London implementation',
    ],
    ['ms-40', '808', 'OMM', 'Q4', 'Implement all BCUs depending on decision made on roll out in Q2'],
    ['ms-41', '809', 'DPS', 'Q4', 'Have in place BCU Professional Standards Champions under the new pathfinder model'],
  ]),
  ...milestonesOf('investigations', [
    ['ms-42', '882', 'OMM', 'Q2', 'Complete the roll out of the BWV equipment to 22,000 officers'],
    [
      'ms-43',
      '883',
      'DPS',
      'Q4',
      'Monitor the impact of the wider use of BWV on complaints, misconduct and officer welfare',
    ],
    ['ms-44', '884', 'OMM', 'Q2', 'Launch the external entry Detective Constable campaign'],
    ['ms-45', '885', 'SCO', 'Q4', 'Fill the majority of the current detective shortfall in numbers'],
    [
      'ms-46',
      '887',
      'OMM',
      'Q3',
      'Finalise the business case for Next Generation Forensic Infrastructure (Labnet 1/3)',
    ],
    ['ms-47', '888', 'OMM', 'Q3', 'Implement the Forensics Case Management Systems ForSITE'],
    ['ms-48', '889', 'OMM', 'Q2', 'Finalise the business case for Covert Policing Management platform'],
  ]),
];
