/** The headings with which files of the Department for Education begin. */
export const educationHeadings =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name';

/** How the Department writes an area: level, country, region and authority. */
const writtenAreas = {
  England: 'National,E92000001,England,,,,,',
  London: 'Regional,E92000001,England,E12000007,London,,,',
  'Inner London': 'Regional,E92000001,England,E13000001,Inner London,,,',
  'Outer London': 'Regional,E92000001,England,E13000002,Outer London,,,',
  'North East': 'Regional,E92000001,England,E12000001,North East,,,',
  Hackney: 'Local authority,E92000001,England,E13000001,Inner London,204,E09000012,Hackney',
  'City of London': 'Local authority,E92000001,England,E13000001,Inner London,201,E09000001,City of London',
  Barnet: 'Local authority,E92000001,England,E13000002,Outer London,302,E09000003,Barnet',
  Leeds: 'Local authority,E92000001,England,E12000003,Yorkshire and The Humber,383,E08000035,Leeds',
} as const;

/** An area that `educationRow` writes. */
export type WrittenArea = keyof typeof writtenAreas;

/** One row as the Department writes it: of a reporting year, an area, and what stands in the further columns. */
export function educationRow(area: WrittenArea, year: number | string, ...cells: readonly (string | number)[]): string {
  return [year, 'Reporting year', writtenAreas[area], ...cells].join(',');
}

/** A file of the Department: its headings, then further ones, then rows. */
export function educationText(headings: string, ...rows: readonly string[]): string {
  return [`${educationHeadings},${headings}`, ...rows, ''].join('\r\n');
}
