import { unitsOf, type UnitRow } from './area-unit.ts';

/*
 * The integrated care boards of London, by the codes of the Office for National Statistics; codes of the Organisation Data
 * Service are aliases. On 1 April 2026 two of them became one of thirteen boroughs, whose codes are in no source at hand: it
 * has the code of its kind and name here, and none is invented. A public list once gave South West London the code of a board
 * in Surrey: code and name are compared wherever both stand.
 *
 * None stood before 1 July 2022: a partnership that planned for the same boroughs earlier was no board.
 *
 * Sources. Integrated Care Boards (Establishment) Order 2022, made by NHS England under section 14Z25 of the National Health
 * Service Act 2006, with effect from 1 July 2022. Written statement of 9 September 2025 and Healthwatch Brent on the merger. Codes and boroughs: NHS England.
 */
const established = '2022-07-01';
const ended = '2026-03-31';
const merged = '2026-04-01';

const northWest = [
  'Brent',
  'Ealing',
  'Hammersmith and Fulham',
  'Harrow',
  'Hillingdon',
  'Hounslow',
  'Kensington and Chelsea',
  'Westminster',
];
const northCentral = ['Barnet', 'Camden', 'Enfield', 'Haringey', 'Islington'];

const untilMerger = {
  validFrom: established,
  validTo: ended,
  ground: {
    basis: 'STATUTORY',
    source:
      'Integrated Care Boards (Establishment) Order 2022; NHS England, integrated care boards to 31 March 2026; written statement of 9 September 2025 on their merger',
  },
} as const;
const lasting = {
  validFrom: established,
  ground: {
    basis: 'STATUTORY',
    source:
      'Integrated Care Boards (Establishment) Order 2022; NHS England, integrated care boards to 31 March 2026; that this one did not change on 1 April 2026 is not confirmed',
  },
} as const;

const rows: readonly UnitRow[] = [
  { code: 'E54000027', name: 'North West London', aliases: ['QRV'], boroughs: northWest, ...untilMerger },
  { code: 'E54000028', name: 'North Central London', aliases: ['QMJ'], boroughs: northCentral, ...untilMerger },
  {
    code: 'E54000029',
    name: 'North East London',
    aliases: ['QMF'],
    boroughs: [
      'Barking and Dagenham',
      'City of London',
      'Hackney',
      'Havering',
      'Newham',
      'Redbridge',
      'Tower Hamlets',
      'Waltham Forest',
    ],
    ...lasting,
  },
  {
    code: 'E54000030',
    name: 'South East London',
    aliases: ['QKK'],
    boroughs: ['Bexley', 'Bromley', 'Greenwich', 'Lambeth', 'Lewisham', 'Southwark'],
    ...lasting,
  },
  {
    code: 'E54000031',
    name: 'South West London',
    aliases: ['QWE'],
    boroughs: ['Croydon', 'Kingston upon Thames', 'Merton', 'Richmond upon Thames', 'Sutton', 'Wandsworth'],
    ...lasting,
  },
  {
    name: 'North West and North Central London',
    boroughs: [...northWest, ...northCentral],
    validFrom: merged,
    ground: {
      basis: 'STATUTORY',
      source:
        'Written statement of 9 September 2025; Healthwatch Brent: North West London and North Central London are one board from 1 April 2026',
    },
    note: 'The board that North West London and North Central London became on 1 April 2026. Its name here describes it. Its codes, by the Office for National Statistics and by the NHS, are not known: none is invented.',
  },
];

/**
 * The integrated care boards of London, those that have ended among them.
 *
 * Source: as the table's comment says.
 */
export const healthUnits = unitsOf(
  { type: 'INTEGRATED_CARE_BOARD', suffix: 'ICB', otherSuffixes: ['Integrated Care Board'] },
  rows.map((row) => ({ ...row, aliases: [row.name, ...(row.aliases ?? [])] })),
);
