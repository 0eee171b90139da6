import { codesByName, type FileCell, figureOf, recordsOf, tableOf } from './small-reader.ts';

import { stopsOfMonth } from './stop-cells.ts';

type Meant = readonly [indicator: string, dimensions: Readonly<Record<string, string>>];
const strand = (value: string): Meant => ['hate-crime', { strand: value }];
const knives = (value: string): Meant => ['knife-crime', { subset: value }];

/** Which minors of the table are which series. */
const otherCrime: Readonly<Record<string, Readonly<Record<string, Meant>>>> = {
  'met-hate-crime': {
    'Anti-Semitic': strand('antisemitic'),
    'Disability Hate Crime': strand('disability'),
    'Faith Hate Crime': strand('faith'),
    'Homophobic Hate Crime': strand('sexual-orientation'),
    Islamophobic: strand('islamophobic'),
    'Racist and Religious Hate Crime': strand('racist-and-religious'),
    'Transgender Hate': strand('transgender'),
  },
  'met-domestic-abuse': {
    'Domestic Abuse': ['domestic-abuse-offences', {}],
    'Domestic Abuse VWI': ['domestic-abuse-offences', { subset: 'violence-with-injury' }],
    'Domestic Abuse Homicide': ['domestic-abuse-offences', { subset: 'homicide' }],
  },
  'met-weapon-crime': {
    'Knife Crime': ['knife-crime', {}],
    'Knife Crime With Injury': knives('with-injury'),
    'Knife Crime with Injury Pers Robb': knives('with-injury-robbery-of-personal-property'),
    'Gun Crime': ['gun-crime', {}],
    'Gun Crime Personal Robbery': ['gun-crime', { subset: 'robbery-of-personal-property' }],
    'Gun Crime Lethal Barrelled Discharged': ['lethal-barrelled-discharges', {}],
  },
};

function otherCrimeOf(dataset: string): readonly FileCell[] {
  const codes = codesByName();
  return recordsOf('policing/mps-other-crime-borough-201004-202105.csv').flatMap((row) => {
    const [indicator, dimensions] = otherCrime[dataset]?.[row['MinorText'] ?? ''] ?? [];
    const place = codes.get(row['Borough'] ?? '');
    if (indicator === undefined || dimensions === undefined || place === undefined) return [];
    return Object.entries(row).flatMap(([head, cell]) =>
      /^\d{6}$/.test(head)
        ? [{ indicator, dimensions, place, period: `${head.slice(0, 4)}-${head.slice(4)}`, figure: figureOf(cell) }]
        : [],
    );
  });
}

const questions: Readonly<Record<string, string>> = {
  'Contact ward officer': 'knows-how-to-contact-the-ward-officer',
  'Informed local': 'informs-about-local-policing',
  'Listen to concerns': 'listens-to-concerns',
  'Relied on to be there': 'can-be-relied-on-to-be-there',
  'Treat everyone fairly': 'treats-everyone-fairly',
  'Understand issues': 'understands-issues',
  'Trust MPS': 'trusts-the-metropolitan-police',
};

function attitudes(): readonly FileCell[] {
  const codes = codesByName();
  const files = [
    'policing/pas-borough-quarterly-2014-12-to-2023-12.csv',
    'policing/pas-mps-quarterly-2014-12-to-2023-12.csv',
  ];
  return files.flatMap((file) =>
    recordsOf(file, ';').map((row) => {
      const [, month = '', year = ''] = (row['Date'] ?? '').split('/');
      const question = questions[row['Measure'] ?? ''];
      return {
        indicator: question === undefined ? 'public-confidence' : 'public-attitude',
        dimensions: question === undefined ? {} : { question },
        place: codes.get(row['Borough'] ?? '') ?? '',
        period: `R12-${year}-${month}`,
        figure: figureOf((row['Proportion'] ?? '').replace(',', '.'), 100),
      };
    }),
  );
}

/** A sheet of the workforce: a date in each of the first columns of figures. */
function workforce(table: number, [indicator, dimensions]: Meant): readonly FileCell[] {
  const codes = codesByName();
  const rows = tableOf(`policing/home-office-police-workforce-2019-09/table-${table}.csv`);
  const heads = rows.find((row) => row.some((cell) => /^\d{4}-\d\d-\d\dT/.test(cell))) ?? [];
  return rows.flatMap(([force = '', ...cells]) => {
    const place = codes.get(force);
    if (place?.startsWith('E23') !== true) return [];
    return cells.flatMap((cell, at) => {
      const day = /^(\d{4}-\d\d-\d\d)T/.exec(heads[at + 1] ?? '')?.[1];
      return day === undefined ? [] : [{ indicator, dimensions, place, period: `S${day}`, figure: figureOf(cell) }];
    });
  });
}

const role = (value: string): Meant => ['police-workforce', { role: value }];
const ethnicities = {
  White: 'white',
  'Black (or Black British)': 'black',
  'Asian (or Asian British)': 'asian',
  Mixed: 'mixed',
  Other: 'other',
  'Not reported': 'not-reported',
  'Number of times tactic reported': '',
};
const tactics: Readonly<Record<string, string>> = {
  '*Total Tactics': 'all',
  '*Total Restraint': 'restraint',
  'Compliant handcuffing': 'compliant-handcuffing',
  'Ground restraint': 'ground-restraint',
  '*Total Unarmed skills': 'unarmed-skills',
  'Baton used': 'baton-used',
  '*Total Less lethal weapons': 'less-lethal-weapons',
};

function force(): readonly FileCell[] {
  const forces: Readonly<Record<string, string>> = { Metropolitan: 'E23000001', 'City of London': 'E23000034' };
  return recordsOf('policing/home-office-use-of-force-by-ethnicity-2019-20.csv').flatMap((row) => {
    const [place, tactic] = [forces[row['Police Force'] ?? ''], tactics[row['Tactic'] ?? '']];
    if (place === undefined || tactic === undefined) return [];
    return Object.entries(ethnicities).map(([head, ethnicity]) => ({
      indicator: 'use-of-force-tactics',
      place,
      dimensions: { tactic, ...(ethnicity === '' ? {} : { ethnicity }) },
      period: 'FY2019-20',
      figure: figureOf(row[head]),
    }));
  });
}

function casualties(): readonly FileCell[] {
  const codes = codesByName();
  return recordsOf('policing/dfe-lait-children-road-casualties-2026-04.csv').map((row) => ({
    indicator: 'children-killed-or-seriously-injured-rate',
    dimensions: {},
    place: codes.get(row['LA and Regions'] ?? '') ?? '',
    period: `P3-${row['Years'] ?? ''}`,
    figure: figureOf(row['Values']),
  }));
}

/** By dataset, every cell of its files that these readers know. */
export const policingCells: Readonly<Record<string, () => readonly FileCell[]>> = {
  ...Object.fromEntries(Object.keys(otherCrime).map((dataset) => [dataset, () => otherCrimeOf(dataset)])),
  'mopac-public-attitude-survey': attitudes,
  'met-workforce': () => [
    ...workforce(1, ['police-officers-full-time-equivalent', {}]),
    ...workforce(7, role('police-officers')),
    ...workforce(8, role('police-staff')),
    ...workforce(11, role('community-support-officers')),
  ],
  'police-volunteers': () => workforce(12, ['special-constables', {}]),
  'use-of-force': force,
  'road-safety': casualties,
  'police-uk-stop-and-search': () => stopsOfMonth('2024-06'),
};
