import { normaliseAreaName } from '@boroughgraph/kit/geography/area-names.ts';

/** Councils of England outside London that run social care. Source: Department for Education, Children looked after, 2023. */
const councils = [
  'Barnsley',
  'Bath and North East Somerset',
  'Bedford',
  'Birmingham',
  'Blackburn with Darwen',
  'Blackpool',
  'Bolton',
  'Bournemouth',
  'Bournemouth, Christchurch and Poole',
  'Bracknell Forest',
  'Bradford',
  'Brighton and Hove',
  'Bristol, City of',
  'Buckinghamshire',
  'Bury',
  'Calderdale',
  'Cambridgeshire',
  'Central Bedfordshire',
  'Cheshire East',
  'Cheshire West and Chester',
  'Cornwall',
  'County Durham',
  'Coventry',
  'Cumbria',
  'Darlington',
  'Derby',
  'Derbyshire',
  'Devon',
  'Doncaster',
  'Dorset',
  'Dudley',
  'East Riding of Yorkshire',
  'East Sussex',
  'Essex',
  'Gateshead',
  'Gloucestershire',
  'Halton',
  'Hampshire',
  'Hartlepool',
  'Herefordshire, County of',
  'Hertfordshire',
  'Isle of Wight',
  'Isles of Scilly',
  'Kent',
  'Kingston upon Hull, City of',
  'Kirklees',
  'Knowsley',
  'Lancashire',
  'Leeds',
  'Leicester',
  'Leicestershire',
  'Lincolnshire',
  'Liverpool',
  'Luton',
  'Manchester',
  'Medway',
  'Middlesbrough',
  'Milton Keynes',
  'Newcastle upon Tyne',
  'Norfolk',
  'North East Lincolnshire',
  'North Lincolnshire',
  'North Northamptonshire',
  'North Somerset',
  'North Tyneside',
  'North Yorkshire',
  'Northamptonshire',
  'Northumberland',
  'Nottingham',
  'Nottinghamshire',
  'Oldham',
  'Oxfordshire',
  'Peterborough',
  'Plymouth',
  'Poole',
  'Portsmouth',
  'Reading',
  'Redcar and Cleveland',
  'Rochdale',
  'Rotherham',
  'Rutland',
  'Salford',
  'Sandwell',
  'Sefton',
  'Sheffield',
  'Shropshire',
  'Slough',
  'Solihull',
  'Somerset',
  'South Gloucestershire',
  'South Tyneside',
  'Southampton',
  'Southend-on-Sea',
  'St. Helens',
  'Staffordshire',
  'Stockport',
  'Stockton-on-Tees',
  'Stoke-on-Trent',
  'Suffolk',
  'Sunderland',
  'Surrey',
  'Swindon',
  'Tameside',
  'Telford and Wrekin',
  'Thurrock',
  'Torbay',
  'Trafford',
  'Wakefield',
  'Walsall',
  'Warrington',
  'Warwickshire',
  'West Berkshire',
  'West Northamptonshire',
  'West Sussex',
  'Wigan',
  'Wiltshire',
  'Windsor and Maidenhead',
  'Wirral',
  'Wokingham',
  'Wolverhampton',
  'Worcestershire',
  'York',
];

/**
 * Areas for which NHS Digital publishes several councils together, as its tables of drug misuse name them.
 *
 * Source: NHS Digital, Statistics on Drug Misuse, admissions by drug action team area.
 */
const jointAreas = [
  'Bedfordshire',
  'Bournemouth and Poole',
  'Cheshire',
  'Cornwall and Isles of Scilly',
  'East Berkshire',
  'Halton and St. Helens',
  'Leicestershire and Rutland',
  'North Yorkshire and York',
  'Tameside and Glossop',
];

/** Every name that is known to be outside London, in order; England is the total of a table. */
export const namesOutsideLondon: readonly string[] = ['England', ...councils, ...jointAreas].sort();

const byKey: ReadonlyMap<string, string> = new Map(namesOutsideLondon.map((name) => [normaliseAreaName(name), name]));

/** The area of England outside London, or England itself, that a heading names in any spelling of it; null for anything else. Never throws. */
export function areaOutsideLondon(text: string): string | null {
  return byKey.get(normaliseAreaName(text)) ?? null;
}

/** Letters at the beginning that make two names alike. */
const likeLetters = 4;

/** Areas outside London whose names begin as a text does, in the order of the alphabet; none for a shorter text. Never throws. */
export function areasOutsideLondonLike(text: string): readonly string[] {
  const beginning = normaliseAreaName(text).slice(0, likeLetters);
  if (beginning.length < likeLetters) return [];
  return [...byKey].flatMap(([key, name]) => (key.startsWith(beginning) ? [name] : []));
}
