/*
 * Names of police and court units that sound like places and stand for several boroughs. They name no single area: the
 * police's North East (Newham, Waltham Forest) shares no borough with the courts' North East London.
 *
 * Sources. Basic Command Units: Metropolitan Police, as formed between 2017 and 2019. Local Justice Areas: Local
 * Justice Areas (No. 1) Order 2011, SI 2011/1168; the Ministry of Justice's LCJB areas bear the same nine names.
 */
const basicCommandUnits: Readonly<Record<string, readonly string[]>> = {
  'central east': ['E09000012', 'E09000030'],
  'central north': ['E09000007', 'E09000019'],
  'central south': ['E09000022', 'E09000028'],
  'central west': ['E09000013', 'E09000020', 'E09000033'],
  east: ['E09000002', 'E09000016', 'E09000026'],
  north: ['E09000010', 'E09000014'],
  'north east': ['E09000025', 'E09000031'],
  'north west': ['E09000003', 'E09000005', 'E09000015'],
  south: ['E09000006', 'E09000008', 'E09000029'],
  'south east': ['E09000004', 'E09000011', 'E09000023'],
  'south west': ['E09000021', 'E09000024', 'E09000027', 'E09000032'],
  west: ['E09000009', 'E09000017', 'E09000018'],
};

const courtAreas: Readonly<Record<string, readonly string[]>> = {
  central: ['E09000001', 'E09000013', 'E09000020', 'E09000033'],
  east: ['E09000012', 'E09000025', 'E09000030', 'E09000031'],
  north: ['E09000007', 'E09000010', 'E09000014', 'E09000019'],
  'north east': ['E09000002', 'E09000016', 'E09000026'],
  'north west': ['E09000003', 'E09000005', 'E09000015'],
  south: ['E09000008', 'E09000022', 'E09000028', 'E09000029'],
  'south east': ['E09000004', 'E09000006', 'E09000011', 'E09000023'],
  'south west': ['E09000021', 'E09000024', 'E09000027', 'E09000032'],
  west: ['E09000009', 'E09000017', 'E09000018'],
};

/** What a unit's name may end with in partners' files: "North East BCU", "East Area", "North East London LCJB". */
const unitSuffix = /(?: (?:basic command unit|bcu|area|local justice area|lja|lcjb|london))+$/;

/**
 * Codes of the boroughs that lie in a police or court unit of this name, in code order; empty for any other name.
 *
 * Takes a name as `normaliseAreaName` returns it. Where a police unit and a court area share the name, the boroughs of
 * both. Never throws.
 */
export function boroughsInUnitsNamed(name: string): readonly string[] {
  const unit = name.replace(unitSuffix, '');
  const named = [basicCommandUnits, courtAreas].flatMap((units) => (Object.hasOwn(units, unit) ? units[unit] : []));
  return [...new Set(named)].filter((code) => code !== undefined).sort();
}
