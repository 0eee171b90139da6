import { resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import type { AreaRecord } from '@boroughgraph/kit/geography/areas.ts';

/** What the name of a youth justice service in a list of inspections turned out to be. */
export type ServiceResolution =
  | { readonly kind: 'london'; readonly service: string; readonly boroughs: readonly string[] }
  | { readonly kind: 'elsewhere' }
  /** Nothing known. `candidates` are names of boroughs that may have been meant; never a result. */
  | { readonly kind: 'unknown'; readonly candidates: readonly string[] };

/**
 * Services of England and Wales outside London, under the names that lists of inspections give them, newest and older.
 *
 * Source: Youth Justice Board, youth justice services in England and Wales; local authorities as the Office for National
 * Statistics names them.
 */
const elsewhere = `
  Barnsley; Bath and North East Somerset; Bedford; Bedfordshire; Birmingham; Blackburn with Darwen; Blackpool;
  Blaenau Gwent and Caerphilly; Bolton; Bournemouth, Christchurch and Poole; Bracknell Forest; Bradford; Bridgend;
  Brighton and Hove; Bristol; Buckinghamshire; Bury; Bury and Rochdale; Calderdale; Cambridgeshire;
  Cambridgeshire and Peterborough; Cardiff; Carmarthenshire; Central Bedfordshire; Ceredigion; Cheshire; Cheshire East;
  Cheshire West and Chester; Conwy and Denbighshire; Cornwall; Cornwall and Isles of Scilly; County Durham; Coventry;
  Cumberland; Cumbria; Cwm Taf; Darlington; Derby; Derbyshire; Devon; Doncaster; Dorset; Dorset Combined; Dudley; Durham;
  East Riding; East Riding of Yorkshire; East Sussex; Essex; Flintshire; Gateshead; Gloucestershire; Gwynedd and Mon;
  Gwynedd and Ynys Mon; Gwynedd Mon; Halton and Warrington; Hampshire; Hartlepool; Herefordshire; Hertfordshire; Hull;
  Isle of Wight; Kent; Kingston upon Hull; Kirklees; Knowsley; Lancashire; Leeds; Leicester; Leicestershire;
  Leicestershire and Rutland; Lincolnshire; Liverpool; Luton; Manchester; Medway; Merthyr Tydfil; Middlesbrough;
  Milton Keynes; Monmouthshire and Torfaen; Neath Port Talbot; Newcastle; Newcastle upon Tyne; Newport; Norfolk;
  North East Lincolnshire; North Lincolnshire; North Northamptonshire; North Somerset; North Tyneside; North Yorkshire;
  Northamptonshire; Northumberland; Nottingham; Nottinghamshire; Oldham; Oxfordshire; Pembrokeshire; Peterborough; Plymouth;
  Portsmouth; Powys; Reading; Redcar and Cleveland; Rhondda Cynon Taf; Rochdale; Rotherham; Rutland; Salford; Sandwell;
  Sefton; Sheffield; Shropshire; Slough; Solihull; Somerset; South Gloucestershire; South Tees; South Tyneside; Southampton;
  Southend; Southend-on-Sea; St Helens; Staffordshire; Stockport; Stockton; Stockton-on-Tees; Stoke-on-Trent; Suffolk;
  Sunderland; Surrey; Swansea; Swindon; Tameside; Telford and Wrekin; Thurrock; Torbay; Trafford; Vale of Glamorgan;
  Wakefield; Walsall; Warrington; Warwickshire; West Berkshire; West Mercia; West Northamptonshire; West Sussex;
  Western Bay; Westmorland and Furness; Wigan; Wiltshire; Windsor and Maidenhead; Wirral; Wokingham; Wolverhampton;
  Worcestershire; Wrexham; York`;

/** Letters alone: a PDF breaks words in two, and registers write "and" and hyphens as they like. */
const letters = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z]/g, '');

const keysElsewhere: ReadonlySet<string> = new Set(elsewhere.split(';').map(letters));

/** What stands before a name, "youth offending services in Hackney", and after it, "Hackney - Joint_Inspection", "Hackney - JI". */
const before = /^youth (?:offending|justice) services? in /i;
const after = /(?: youth (?:offending|justice) (?:service|team)s?)?(?: *(?:[-–] *|\()(?:joint[ _]inspection|JI)\)?)?$/i;

/** The service that a name stands for; those of London with the codes of the boroughs that they serve. Never throws. */
export function resolveService(text: string): ServiceResolution {
  const name = text.replaceAll(/\s+/g, ' ').trim().replace(before, '').replace(after, '');
  const whole = resolveAreaName(name);
  const boroughs = whole.kind === 'found' ? [whole.area] : jointBoroughs(name);
  if (boroughs !== null)
    return { kind: 'london', service: serviceName(name, boroughs), boroughs: boroughs.map(({ code }) => code) };
  if (keysElsewhere.has(letters(name))) return { kind: 'elsewhere' };
  return { kind: 'unknown', candidates: whole.kind === 'found' ? [] : whole.candidates.map((area) => area.name) };
}

/** The two boroughs of a joint service, "Tower Hamlets and City of London"; null where the name is not two names. */
function jointBoroughs(name: string): readonly AreaRecord[] | null {
  for (const { index, 0: between } of name.matchAll(/ and | & |, /gi)) {
    const [first, second] = [name.slice(0, index), name.slice(index + between.length)].map((part) =>
      resolveAreaName(part),
    );
    if (first?.kind === 'found' && second?.kind === 'found') return [first.area, second.area];
  }
  return null;
}

/** The name as the report has it; where only its spaces are wrong, with the right ones. */
function serviceName(name: string, boroughs: readonly AreaRecord[]): string {
  const mended = boroughs.map((area) => area.name).join(' and ');
  return letters(name) === letters(mended) ? mended : name;
}
