/** A code of a court in another system. */
export interface CourtIdentifier {
  readonly scheme: 'CROWN_LOCATION' | 'CJS_OU';
  readonly value: string;
  readonly source: string;
}

/*
 * Codes of courts in other systems. A court is known by three or more sets of them, and by names that differ between registers:
 * none of them is the id here.
 *
 * Sources. Crown Court location codes, and organisation codes of Common Platform: code lists in public repositories of HM Courts
 * & Tribunals Service. They are not an official publication.
 */
const source = 'Code lists in public repositories of HM Courts & Tribunals Service';

const crownLocations: Readonly<Record<string, string>> = {
  'central-criminal-court': '413',
  'croydon-crown-court': '418',
  'kingston-upon-thames-crown-court': '427',
  'inner-london-sessions-house-crown-court': '440',
  'snaresbrook-crown-court': '453',
  'harrow-crown-court': '468',
  'wood-green-crown-court': '469',
  'southwark-crown-court': '471',
  'woolwich-crown-court': '472',
  'isleworth-crown-court': '475',
};

const organisations: Readonly<Record<string, string>> = {
  'barkingside-magistrates-court': 'B01KR',
  'belmarsh-magistrates-court': 'B01BE',
  'bexley-magistrates-court': 'B01BH',
  'bromley-magistrates-court': 'B01CN',
  'camberwell-green-magistrates-court': 'B01CX',
  'city-of-london-magistrates-court': 'B01DU',
  'croydon-magistrates-court': 'B01EF',
  'ealing-magistrates-court': 'B01FA',
  'hendon-magistrates-court': 'B01GQ',
  'highbury-corner-magistrates-court': 'B01GU',
  'lavender-hill-magistrates-court': 'B01LY',
  'romford-magistrates-court': 'B01LA',
  'stratford-magistrates-court': 'B01MN',
  'thames-magistrates-court': 'B01ND',
  'uxbridge-magistrates-court': 'B01NM',
  'westminster-magistrates-court': 'B01IX',
  'willesden-magistrates-court': 'B01CE',
  'wimbledon-magistrates-court': 'B01OK',
};

const byId: ReadonlyMap<string, readonly CourtIdentifier[]> = new Map([
  ...identifiersOf('CROWN_LOCATION', crownLocations),
  ...identifiersOf('CJS_OU', organisations),
]);

function identifiersOf(scheme: CourtIdentifier['scheme'], codes: Readonly<Record<string, string>>) {
  return Object.entries(codes).map(([slug, value]) => [`court:${slug}`, [{ scheme, value, source }]] as const);
}

/** The codes of a court in other systems, by its id here; empty where none is known. Never throws. */
export function identifiersOfCourt(id: string): readonly CourtIdentifier[] {
  return byId.get(id) ?? [];
}
