/** The CPS areas but London's, which are police force areas. Source: Crown Prosecution Service, case outcomes, 2014. */
const outsideLondon = [
  'Avon and Somerset',
  'Bedfordshire',
  'Cambridgeshire',
  'Cheshire',
  'Cleveland',
  'Cumbria',
  'Derbyshire',
  'Devon and Cornwall',
  'Dorset',
  'Durham',
  'Dyfed Powys',
  'Essex',
  'Gloucestershire',
  'Greater Manchester',
  'Gwent',
  'Hampshire',
  'Hertfordshire',
  'Humberside',
  'Kent',
  'Lancashire',
  'Leicestershire',
  'Lincolnshire',
  'Merseyside',
  'Norfolk',
  'North Wales',
  'North Yorkshire',
  'Northamptonshire',
  'Northumbria',
  'Nottinghamshire',
  'South Wales',
  'South Yorkshire',
  'Staffordshire',
  'Suffolk',
  'Surrey',
  'Sussex',
  'Thames Valley',
  'Warwickshire',
  'West Mercia',
  'West Midlands',
  'West Yorkshire',
  'Wiltshire',
];

/** Letters alone: the publisher writes "GreaterManchester", others "Dyfed-Powys" or "Avon & Somerset". */
const keyOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z]/g, '');

const keys: ReadonlySet<string> = new Set(outsideLondon.map(keyOf));

/** How many CPS areas there are outside London. */
export const areaCountOutsideLondon = keys.size;

/** Whether a name is that of a CPS area outside London, spelt with or without spaces. Never throws. */
export function isAreaOutsideLondon(name: string): boolean {
  return keys.has(keyOf(name));
}
