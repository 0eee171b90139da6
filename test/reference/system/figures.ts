import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { loadReviewedFacts } from '@boroughgraph/kit/loading/reviewed.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import type { StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { loadSmallFigures } from '../../support/small-figures.ts';

/** An agency's store, ready to be filled. */
export interface Fillable {
  readonly subgraph: Subgraph;
  readonly store: StoreDatabase;
}

interface EdgeFile {
  readonly agency: string;
  readonly dataset: string;
  readonly text: string;
  readonly name?: string;
  readonly publishedAt?: string;
}

const lines = (...rows: readonly string[]): string => [...rows, ''].join('\n');

/** Months in which a made-up figure goes up and down, with one left out. */
const months = ['01', '02', '03', '04', '05', '06', '07', '09', '10', '11'];
const byMonth = (area: string, group: string, first: number): readonly string[] =>
  months.map((month, position) => `recorded-crime,${area},2025-${month},${group},${first + ((position * 37) % 50)},`);

/** A made-up figure for every way in which one can be there, or not be there. */
const edges: readonly EdgeFile[] = [
  {
    agency: 'policing',
    dataset: 'mps-recorded-crime-borough',
    publishedAt: '2026-02-01',
    text: lines(
      'indicator,area,period,offence-group,value,status',
      ...['E09000012', 'E09000003', 'E09000030'].flatMap((area, index) => byMonth(area, '', 200 + 100 * index)),
      ...byMonth('E09000012', 'robbery', 20),
      'recorded-crime,E09000007,2025-10,burglary,,CONFIDENTIAL',
      'recorded-crime,E09000007,2025-11,burglary,0,',
      'recorded-crime,E09000008,2025-11,burglary,,NOT_AVAILABLE',
    ),
  },
  {
    agency: 'local-authority',
    dataset: 'children-in-need',
    publishedAt: '2026-02-01',
    text: lines(
      'indicator,area,period,value,status',
      'children-in-need-at-31-march,E09000001,S2025-03-31,,CONFIDENTIAL',
      'children-in-need-at-31-march,E09000012,S2025-03-31,,NOT_AVAILABLE',
      'children-in-need-at-31-march,E09000003,S2025-03-31,1210,',
    ),
  },
  {
    agency: 'local-authority',
    dataset: 'wards',
    text: lines(
      'WD23CD,WD23NM,WD23NMW,LAD23CD,LAD23NM,LAD23NMW,ObjectId',
      'E05009367,Example North,,E09000012,Hackney,,1',
      'E05009368,Example South,,E09000012,Hackney,,2',
      'E05009317,Example Green,,E09000030,Tower Hamlets,,3',
    ),
  },
  {
    agency: 'criminal-justice',
    dataset: 'courts',
    name: 'courts.json',
    text: JSON.stringify([
      court('Inner London Crown Court', 'SE1 6AZ', [['Southwark Borough Council', 'E09000028']]),
      court('Bow County Court', 'E15 4EG', [
        ['Hackney Borough Council', 'E09000012'],
        ['Newham Borough Council', 'E09000025'],
      ]),
    ]),
  },
];

function court(name: string, postcode: string, councils: readonly (readonly [name: string, code: string])[]): unknown {
  const authorities = councils.map(([council, code]) => ({ name: council, gss_code: code }));
  return {
    name,
    addresses: [{ type: 'Visiting', postcode, county: 'London' }],
    areas_of_law: [{ name: 'Divorce', local_authorities: authorities }],
  };
}

/** Loads a few made-up figures for every agency, with gaps, withheld cells, zeros, several editions, wards and courts. */
export async function loadFigures(stores: ReadonlyMap<string, Fillable>): Promise<void> {
  for (const { store, subgraph } of stores.values()) await loadReviewedFacts(store.sql, subgraph.datasets);
  await loadSmallFigures(stores);
  for (const { agency, dataset, text, name = `${dataset}.csv`, publishedAt = '2025-06-01' } of edges) {
    const filled = stores.get(agency);
    if (filled === undefined) throw new Error(`no agency ${agency}`);
    const { sql } = filled.store;
    const source = sourceFile(name, new TextEncoder().encode(text));
    const report = await loadText({
      sql,
      datasets: filled.subgraph.datasets,
      dataset,
      source,
      publishedAt,
      confirmRevision: true,
    });
    if (report.outcome !== 'loaded') throw new Error(`${dataset}: ${JSON.stringify(report)}`);
  }
}
