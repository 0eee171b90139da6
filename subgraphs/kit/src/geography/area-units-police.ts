import { unitsOf, type UnitRow } from './area-unit.ts';

/*
 * The twelve Basic Command Units of the Metropolitan Police, with which boroughs share officers. Before them the unit was the
 * borough command, one for each of the 32 boroughs. The City of London, policed by a force of its own, lies in none.
 *
 * Sources. Time: Metropolitan Police, Business Plan 2017-18 (two pathfinders from January 2017, further roll-out to be decided
 * in the autumn and to follow from the last quarter of the financial year); Local Government Lawyer and BBC, 2018; Mayor's
 * question 2019/6437 (all in place in early 2019). Names and boroughs: M. Ashby, public list of Basic Command Units. The first
 * day of each is in none of them, and neither is a change since; that there was none is not confirmed.
 */
const statedBy =
  "Metropolitan Police, by Mayor's question 2019/6437 and M. Ashby's public list of Basic Command Units: formed between 2017 and early 2019. The first day is not stated; that nothing changed since is not confirmed";

const pathfinder = {
  notBefore: '2017-01-01',
  ground: {
    basis: 'PARTNER_STATED',
    source: `${statedBy}. A pathfinder, which the Met began to set up in January 2017 (Business Plan 2017-18)`,
  },
} as const;

const rolledOut = { notBefore: '2018-01-01', ground: { basis: 'PARTNER_STATED', source: statedBy } } as const;

const rows: readonly UnitRow[] = [
  { name: 'Central East', boroughs: ['Hackney', 'Tower Hamlets'], ...rolledOut },
  { name: 'Central North', boroughs: ['Camden', 'Islington'], ...pathfinder },
  { name: 'Central South', boroughs: ['Lambeth', 'Southwark'], ...rolledOut },
  {
    name: 'Central West',
    boroughs: ['Hammersmith and Fulham', 'Kensington and Chelsea', 'Westminster'],
    ...rolledOut,
  },
  { name: 'East Area', boroughs: ['Barking and Dagenham', 'Havering', 'Redbridge'], aliases: ['East'], ...pathfinder },
  { name: 'North Area', boroughs: ['Enfield', 'Haringey'], aliases: ['North'], ...rolledOut },
  { name: 'North East', boroughs: ['Newham', 'Waltham Forest'], ...rolledOut },
  { name: 'North West', boroughs: ['Barnet', 'Brent', 'Harrow'], ...rolledOut },
  { name: 'South Area', boroughs: ['Bromley', 'Croydon', 'Sutton'], aliases: ['South'], ...rolledOut },
  { name: 'South East', boroughs: ['Bexley', 'Greenwich', 'Lewisham'], ...rolledOut },
  {
    name: 'South West',
    boroughs: ['Kingston upon Thames', 'Merton', 'Richmond upon Thames', 'Wandsworth'],
    ...rolledOut,
  },
  { name: 'West Area', boroughs: ['Ealing', 'Hillingdon', 'Hounslow'], aliases: ['West'], ...rolledOut },
];

/** Names with the points of the compass alone, and the short form of the kind behind them: "East BCU", "North East". */
const withShortNames = (row: UnitRow): UnitRow => {
  const bare = row.aliases ?? [];
  return { ...row, aliases: [row.name, ...bare, ...bare.map((name) => `${name} BCU`)] };
};

/**
 * The Basic Command Units of the Metropolitan Police, by name.
 *
 * Source: as the table's comment says.
 */
export const policeUnits = unitsOf(
  { type: 'BASIC_COMMAND_UNIT', suffix: 'BCU', otherSuffixes: ['Basic Command Unit'] },
  rows.map(withShortNames),
);
