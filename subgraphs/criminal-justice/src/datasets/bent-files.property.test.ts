import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReadRelease } from '@boroughgraph/kit/inside/loading/read-release.ts';
import { type PlainTable, tableStyles, tableText, withCell } from '@boroughgraph/test/support/bent-table.ts';
import { cellsOf, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset as timeliness } from './court-timeliness.ts';
import { dataset as courts } from './courts.ts';
import { dataset as prosecutions } from './cps-outcomes-by-principal-offence.ts';
import { dataset as openCases } from './crown-court-open-cases.ts';
import { dataset as convictions } from './looked-after-children-convictions.ts';
import { dataset as reoffending } from './proven-reoffending.ts';
import { dataset as inspections } from './youth-justice-inspections.ts';

/** The same files are bent in each run. */
fc.configureGlobal({ seed: 20_251_231 });

interface BentFile {
  readonly dataset: DatasetDefinition;
  readonly name: string;
  readonly table: PlainTable;
  /** Columns that say nothing of what is served, so that nobody notices what stands there. */
  readonly untold?: readonly number[];
}

const cells = (line: string) => line.split(',');
const convicted = 'Convicted or subject to youth cautions or youth conditional cautions during the year';
const camden = 'E92000001,England,E13000001,Inner London,E09000007,Camden,Convictions: Children looked after';
const ages = ['18 to 20', '21 to 24', '25 to 29', '30 to 34', '35 to 39', '40 to 44', '45 to 49', '50+'];

const files: readonly BentFile[] = [
  {
    dataset: timeliness,
    name: 'timeliness.csv',
    table: {
      headings: cells(
        'quarter_end,year,quarter,region,geo_level,offence_to_completion_median,offence_to_completion_mean',
      ),
      rows: [
        '2025-06-30,2025,Q2,London,region,300.0,450.5',
        '2025-06-30,2025,Q2,England and Wales,national,200.0,400.0',
        '2025-09-30,2025,Q3,London,region,310.0,460.0',
        '2025-09-30,2025,Q3,England and Wales,national,210.0,410.0',
      ].map(cells),
    },
  },
  {
    dataset: openCases,
    name: 'open.csv',
    table: {
      headings: cells('region,court,open_latest,open_year_ago,change,pct_change'),
      rows: ['London,Croydon,150.0,100.0,50.0,0.5', 'London,Kingston Upon Thames,90.0,120.0,-30.0,-0.25'].map(cells),
    },
  },
  {
    dataset: prosecutions,
    name: 'principal_offence_category_march_2015.csv',
    table: {
      headings: [
        '',
        'Number of Homicide Convictions',
        'Percentage of Homicide Convictions',
        'Number of Homicide Unsuccessful',
        'Percentage of Homicide Unsuccessful',
        'Number of Admin Finalised Unsuccessful',
        'Percentage of L Motoring Offences Unsuccessful',
      ],
      rows: [
        ['National', '1,200', '80.0%', '300', '20.0%', '7', '100.0%'],
        ['Metropolitan and City', '2', '66.7%', '1', '33.3%', '0', '-'],
      ],
    },
  },
  {
    dataset: reoffending,
    name: 'reoffending.csv',
    table: {
      headings: cells('adult_juv,cohort,region,category,subcat1,subcat2,offenders,reoffenders,reoffences'),
      rows: ages.map((age) => cells(`Adult,Apr 2019 to Mar 2020,London,Age total,${age},-,100,25,60`)),
    },
  },
  {
    dataset: inspections,
    name: 'inspections.csv',
    table: {
      headings: cells('la_name,score_%,overall_rating,publication_date,report_url'),
      rows: [
        'Camden,66.67,Requires i mprovement,05/03/2024,https://example.org/1',
        'Tower Hamlets and City of London,22.22,Rating,06/03/2024,https://example.org/2',
      ].map(cells),
    },
  },
  {
    dataset: convictions,
    name: 'outcomes.csv',
    table: {
      headings: cells(
        'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,cla_group,characteristic,number,percentage',
      ),
      rows: [
        `2023,Reporting year,Local authority,${camden},${convicted},8,5`,
        `2023,Reporting year,Local authority,${camden},Total ages 10 to 17 years,150,100`,
        `2022,Reporting year,Local authority,${camden},${convicted},c,c`,
      ].map(cells),
    },
    // Country and region of an authority, by name.
    untold: [3, 4, 6],
  },
];

/** What stands in a cell that somebody spoilt: never what a cell of these tables may hold. */
const spoilt = fc.constantFrom('twelve', '-4', '1,2,3', '12..', 'Hackny', '31/31/2020', '(12)', '0x10');

/** Everything that a file says: the cells of its series and the facts that it states. */
const saidBy = ({ draft }: ReadRelease): Readonly<Record<string, string>> => ({
  ...cellsOf(draft),
  ...Object.fromEntries(
    [...draft.facts.values()].map(({ kind, key, body }) => [`${kind} ${key}`, JSON.stringify(body)]),
  ),
});

/** Each cell and fact alone, to find a wrong one among them. */
const eachSaid = (read: ReadRelease) =>
  Object.entries(saidBy(read)).flatMap(([name, said]) =>
    (said.startsWith('{') ? [said] : said.split(', ')).map((one) => `${name}: ${one}`),
  );

describe.each(files)('a file of $dataset.id', ({ dataset, name, table, untold = [] }) => {
  const file = (text: string) => ({ dataset, name, text, publishedAt: '2025-12-18' });
  const whole = readText(file(tableText(table)));

  it('says something', () => {
    expect(eachSaid(whole).length).toBeGreaterThan(0);
  });

  it('is read the same in any order of columns, quotes, letters of headings, line ends and empty rows', () => {
    fc.assert(
      fc.property(tableStyles, (style) => {
        const read = readText(file(tableText(table, style)));
        expect({ said: saidBy(read), rejected: read.rejected, rowsLoaded: read.rowsLoaded }).toEqual({
          said: saidBy(whole),
          rejected: [],
          rowsLoaded: table.rows.length,
        });
      }),
    );
  });

  it('is read the same in any order of its rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...table.rows], { minLength: table.rows.length }), (rows) => {
        expect(eachSaid(readText(file(tableText({ ...table, rows })))).toSorted()).toEqual(eachSaid(whole).toSorted());
      }),
    );
  });

  it('rejects a row with a spoilt cell at its line, or is refused, and says nothing else instead', () => {
    const place = fc.record({ row: fc.nat(table.rows.length - 1), column: fc.nat(table.headings.length - 1) });
    fc.assert(
      fc.property(place, spoilt, (at, junk) => {
        fc.pre(!untold.includes(at.column));
        const spoiltFile = file(tableText(withCell(table, at, junk)));
        if (refusalOf(spoiltFile) !== null) return;
        const read = readText(spoiltFile);
        expect(read.rejected.map(({ line }) => line)).toEqual([at.row + 2]);
        const known = eachSaid(whole);
        expect(eachSaid(read).filter((one) => !known.includes(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('rejects a row that stands twice', () => {
    fc.assert(
      fc.property(fc.nat(table.rows.length - 1), (index) => {
        const read = readText(file(tableText({ ...table, rows: [...table.rows, table.rows[index] ?? []] })));
        expect(read.rejected.map(({ line }) => line)).toEqual([table.rows.length + 2]);
        expect(saidBy(read)).toEqual(saidBy(whole));
      }),
    );
  });

  it('is refused without one of its columns, or says the same without it', () => {
    fc.assert(
      fc.property(fc.nat(table.headings.length - 1), (column) => {
        const without = {
          headings: table.headings.toSpliced(column, 1),
          rows: table.rows.map((row) => row.toSpliced(column, 1)),
        };
        const less = file(tableText(without));
        if (refusalOf(less) !== null) return;
        const known = eachSaid(whole).map((one) => one.replace(/"reportUrl":"[^"]*"/, '"reportUrl":null'));
        const said = eachSaid(readText(less));
        expect(said.filter((one) => !known.includes(one))).toEqual([]);
      }),
    );
  });

  it('has no wrong figure when it is cut off, at any character of it', () => {
    const text = tableText(table);
    const known = new Set(eachSaid(whole));
    for (let length = 0; length < text.length; length += 1) {
      const cut = file(text.slice(0, length));
      if (refusalOf(cut) !== null) continue;
      const read = readText(cut);
      // Where the cut lies inside the last cell, nothing but the missing line end shows it: a person is told to look.
      if (cut.text.endsWith('\n')) expect(eachSaid(read).filter((one) => !known.has(one))).toEqual([]);
      else expect([...read.draft.notices, ...read.rejected].length).toBeGreaterThan(0);
    }
  });
});

describe('a register of courts', () => {
  const entries = [
    {
      name: 'Bow County Court',
      addresses: [{ type: 'Visiting', postcode: 'E15 4EG', county: 'London' }],
      areas_of_law: [
        { name: 'Divorce', local_authorities: [{ name: 'Hackney Borough Council', gss_code: 'E09000012' }] },
      ],
    },
    {
      name: 'Harrow Crown Court',
      addresses: [{ type: 'Visiting', postcode: 'HA1 4TU', county: 'London' }],
      areas_of_law: [],
    },
  ];
  const file = (text: string) => ({ dataset: courts, name: 'courts.json', text });
  const whole = eachSaid(readText(file(JSON.stringify(entries))));

  it('is read the same in any order of keys and entries, with other keys and any spacing', () => {
    const order = fc.shuffledSubarray(['name', 'addresses', 'areas_of_law'] as const, { minLength: 3 });
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 2 }), order, fc.nat(3), (list, keys, spaces) => {
        const bent = list.map(
          (entry) => Object.fromEntries([['fax', null], ...keys.map((key) => [key, entry[key]])]) as object,
        );
        expect(eachSaid(readText(file(JSON.stringify(bent, null, spaces)))).toSorted()).toEqual(whole.toSorted());
      }),
    );
  });

  it('is refused when it is cut off, at any character of it', () => {
    const text = JSON.stringify(entries);
    for (let length = 0; length < text.length; length += 1)
      expect(refusalOf(file(text.slice(0, length)))).not.toBeNull();
  });
});
