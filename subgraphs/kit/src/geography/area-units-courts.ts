import { unitsOf, type UnitRow } from './area-unit.ts';

/*
 * The nine groups of boroughs by which magistrates are organised since 1 January 2012. Before, there were about 28 benches, most
 * of them of one borough. Any magistrates' court may hear any case: an area is no limit on where one is heard. The law to
 * abolish local justice areas is passed; from which day is not in the sources at hand.
 *
 * The Ministry of Justice reports by nine "LCJB areas" of the same names; in 2015 every Crown Court of London stood in a tenth,
 * "London Crown Courts", and today each stands in one of the nine. That is a label of a court, not a catchment.
 *
 * Sources. Local Justice Areas (No. 1) Order 2011, SI 2011/1168. Parliamentary question 8824, 14 September 2015.
 */
const groups: readonly (readonly [name: string, ...boroughs: string[]])[] = [
  ['Central', 'City of London', 'Hammersmith and Fulham', 'Kensington and Chelsea', 'Westminster'],
  ['East', 'Hackney', 'Newham', 'Tower Hamlets', 'Waltham Forest'],
  ['North', 'Camden', 'Enfield', 'Haringey', 'Islington'],
  ['North East', 'Barking and Dagenham', 'Havering', 'Redbridge'],
  ['North West', 'Barnet', 'Brent', 'Harrow'],
  ['South', 'Croydon', 'Lambeth', 'Southwark', 'Sutton'],
  ['South East', 'Bexley', 'Bromley', 'Greenwich', 'Lewisham'],
  ['South West', 'Kingston upon Thames', 'Merton', 'Richmond upon Thames', 'Wandsworth'],
  ['West', 'Ealing', 'Hillingdon', 'Hounslow'],
];

type Shared = Pick<UnitRow, 'ground' | 'validFrom' | 'note'>;
const rowsWith = (shared: (direction: string) => Shared): readonly UnitRow[] =>
  groups.map(([direction, ...boroughs]) => ({
    name: `${direction} London`,
    boroughs,
    aliases: [`${direction} London`, direction],
    ...shared(direction),
  }));

const justiceAreas = unitsOf(
  { type: 'LOCAL_JUSTICE_AREA', suffix: 'Local Justice Area', otherSuffixes: ['LJA'] },
  rowsWith((direction) => ({
    validFrom: '2012-01-01',
    ground: {
      basis: 'STATUTORY',
      source: 'Local Justice Areas (No. 1) Order 2011, SI 2011/1168, in force from 1 January 2012',
    },
    note:
      direction === 'West'
        ? "An administrative grouping of magistrates, not a limit on where a case is heard. It is not West London Magistrates' Court, which stands in Hammersmith."
        : 'An administrative grouping of magistrates, not a limit on where a case is heard.',
  })),
);

const boardAreas = unitsOf(
  { type: 'LCJB_AREA', suffix: 'LCJB', otherSuffixes: ['LCJB area', 'Local Criminal Justice Board'] },
  rowsWith(() => ({
    ground: {
      basis: 'PUBLISHER_REPORTING_AREA',
      source:
        'Ministry of Justice, Criminal court statistics quarterly: nine areas with the names of the local justice areas. That they have the same boroughs, and since when, is not confirmed',
    },
    note: 'A reporting area of the Ministry of Justice. For a Crown Court it is a label that has changed, not a catchment.',
  })),
);

/**
 * The local justice areas of London, then the areas by which the Ministry of Justice reports, each by name.
 *
 * Source: as the table's comment says.
 */
export const courtUnits = [...justiceAreas, ...boardAreas];
