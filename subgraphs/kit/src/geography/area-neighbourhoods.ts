import { boroughs } from './area-boroughs.ts';
import { type AreaRecord, undated } from './area-record.ts';
import { slug } from '../statistics/dimensions.ts';

/*
 * The 106 neighbourhoods by which the police know London, each within one borough and named as the publisher spells it:
 * Harlsden, Bricklane. They are not wards, and the City of London, which the Met does not police, has none.
 *
 * Source: Mayor's Office for Policing and Crime, Public perceptions of the Metropolitan Police by neighbourhood, 2016,
 * London Datastore, column "Neighbourhood".
 */
const namesByBorough: Readonly<Record<string, readonly string[]>> = {
  'Barking and Dagenham': ['Barking', 'Dagenham', 'Whalebone'],
  Barnet: ['Barnet', 'Colindale', 'Golders Green', 'Whetstone'],
  Bexley: ['Central', 'North', 'South'],
  Brent: ['Harlsden', 'Kilburn', 'Wembley'],
  Bromley: ['North-East', 'North-West', 'South-East', 'South-West'],
  Camden: ['Central', 'North', 'South'],
  Croydon: ['Central', 'North-East', 'North-West', 'South-East', 'South-West'],
  Ealing: ['Acton', 'Ealing', 'Greenford/Northolt', 'Southall'],
  Enfield: ['Edmonton and South', 'Enfield and North', 'Southgate and West'],
  Greenwich: ['Eltham', 'Greenwich', 'Plumstead'],
  Hackney: ['Hackney North-East', 'Homerton', 'Shoreditch', 'Stoke Newington'],
  'Hammersmith and Fulham': ['North Hammersmith', 'South Fulham'],
  Haringey: ['East', 'North', 'West'],
  Harrow: ['Central', 'East', 'West'],
  Havering: ['Central', 'North', 'South'],
  Hillingdon: ['Hayes', 'North', 'Uxbridge', 'West Drayton'],
  Hounslow: ['Chiswick', 'Feltham', 'Heston', 'Hounslow'],
  Islington: ['East', 'North', 'South', 'West'],
  'Kensington and Chelsea': ['Chelsea', 'Kensington', 'Notting Hill'],
  'Kingston upon Thames': ['North', 'South'],
  Lambeth: ['Central', 'North', 'South'],
  Lewisham: ['Central', 'North', 'South'],
  Merton: ['Mitcham', 'Morden', 'Wimbledon'],
  Newham: ['Central', 'East', 'South', 'West'],
  Redbridge: ['Central', 'South', 'West'],
  'Richmond upon Thames': ['Richmond', 'Teddington', 'Twickenham'],
  Southwark: ['North-East', 'North-West', 'South-East', 'South-West'],
  Sutton: ['East', 'North', 'West'],
  'Tower Hamlets': ['Bow and Mile End', 'Bricklane and Globe', 'Poplar Isle of Dogs', 'Stepney and Wapping'],
  'Waltham Forest': ['Central', 'North', 'South'],
  Wandsworth: ['Battersea', 'Putney', 'Tooting'],
  Westminster: ['Central', 'North', 'South'],
};

/** Spellings that another edition may have, by the published name. */
const otherSpellings: Readonly<Record<string, readonly string[]>> = {
  'Brent - Harlsden': ['Brent - Harlesden'],
  'Tower Hamlets - Bricklane and Globe': ['Tower Hamlets - Brick Lane and Globe'],
  'Tower Hamlets - Poplar Isle of Dogs': ['Tower Hamlets - Poplar and Isle of Dogs'],
};

/**
 * The police neighbourhoods of London, by borough and then in the publisher's order.
 *
 * The borough stands in each name, as it is published ("Hackney - Homerton"), because a third of them are called North,
 * South, East, West or Central.
 *
 * Source: Mayor's Office for Policing and Crime, as the table's comment says.
 */
export const neighbourhoods: readonly AreaRecord[] = boroughs.flatMap((borough) =>
  (namesByBorough[borough.name] ?? []).map((own) => neighbourhood(borough, own)),
);

function neighbourhood(borough: AreaRecord, own: string): AreaRecord {
  const name = `${borough.name} - ${own}`;
  return {
    ...undated,
    code: `police-neighbourhood:${slug(borough.name)}/${slug(own)}`,
    name,
    type: 'POLICE_NEIGHBOURHOOD',
    part: null,
    registerCode: null,
    aliases: otherSpellings[name] ?? [],
    members: [],
    within: borough.code,
  };
}
