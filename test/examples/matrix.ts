import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * Tools and tasks: how each of eight tools does each of eight things, three lines at most and without a package of ours. `matrix.md` is written
 * from it, and `test/journeys/takeaway/matrix.ts` runs what can be run: the same count comes out of every tool.
 */

/** What somebody wants to have. */
export interface Task {
  readonly name: string;
  /** Where it is, below the endpoint, without the ending that says the form. */
  readonly path: string;
  readonly parameters: string;
  /** The form in which tools for tables take it. */
  readonly table: 'csv' | 'geojson' | 'csv-metadata.json';
  /** The form that is meant for it. */
  readonly form: string;
  /** What is counted: rows of a table, columns of a dictionary, features of a map, or that there is a citation. */
  readonly counts: 'rows' | 'columns' | 'features' | 'citation';
  /** The tool of the MCP endpoint that does it, and what it is given. */
  readonly model: {
    readonly tool: string;
    readonly given: Readonly<Record<string, unknown>>;
    /** Which address of its answer leads there. @default it is in the answer */
    readonly address?: string;
  };
}

const borough = 'code=E09000012';

/** The tasks, in the order in which they are shown. */
export const tasks: readonly Task[] = [
  {
    name: 'a series as CSV',
    ...{ path: '/data/recorded-crime', parameters: borough, table: 'csv', form: 'csv', counts: 'rows' },
    model: { tool: 'series', given: { indicator: 'police-officers', area: 'E09000012' } },
  },
  {
    name: 'all boroughs',
    ...{ path: '/data/bulk', parameters: 'indicators=police-officers', table: 'csv', form: 'csv', counts: 'rows' },
    model: { tool: 'series', given: { indicator: 'police-officers', area: 'E09000012' }, address: 'dataset' },
  },
  {
    name: 'all of one dataset',
    ...{ path: '/data/datasets/officers-per-borough', parameters: '', table: 'csv', form: 'csv', counts: 'rows' },
    model: { tool: 'catalogue', given: { dataset: 'officers-per-borough' }, address: 'figures' },
  },
  {
    name: 'a figure as published on a day',
    ...{
      path: '/data/as-published',
      parameters: `${borough}&on=2026-01-31`,
      table: 'csv',
      form: 'csv',
      counts: 'rows',
    },
    model: {
      tool: 'series',
      given: { indicator: 'police-officers', area: 'E09000012', asPublishedOn: '2026-01-31' },
    },
  },
  {
    name: 'what changed between two releases',
    path: '/data/dataset-changes',
    parameters: 'dataset=officers-per-borough&from=2000-01-01',
    ...{ table: 'csv', form: 'csv', counts: 'rows' },
    model: { tool: 'catalogue', given: { dataset: 'officers-per-borough', changedSince: '2000-01-01' } },
  },
  {
    name: 'the dictionary',
    ...{
      path: '/data/recorded-crime',
      parameters: borough,
      table: 'csv-metadata.json',
      form: 'csv-metadata.json',
      counts: 'columns',
    },
    model: { tool: 'catalogue', given: { dataset: 'officers-per-borough' }, address: 'columns' },
  },
  {
    name: 'the citation',
    path: '/n/policing/police-officers/E09000012/total/CY2015',
    ...{ parameters: '', table: 'csv', form: 'bib', counts: 'citation' },
    model: { tool: 'series', given: { indicator: 'police-officers', area: 'E09000012' } },
  },
  {
    name: 'the geometry',
    ...{ path: '/data/boundaries', parameters: '', table: 'geojson', form: 'geojson', counts: 'features' },
    model: { tool: 'series', given: { indicator: 'police-officers', area: 'E09000012' }, address: 'outlines' },
  },
];

/** How a tool does a task: its lines, with `$ENDPOINT` for the endpoint. */
export interface Tool {
  readonly name: string;
  readonly lines: (task: Task) => readonly string[];
  /** How it is run by a shell; null where the test has a way of its own, or none. */
  readonly run: ((code: string) => readonly [string, ...string[]]) | null;
}

const urlOf = ({ path, parameters }: Task, form: string) =>
  `$ENDPOINT${path}.${form}${parameters === '' ? '' : `?${parameters}`}`;

const curlCounts: Readonly<Record<Task['counts'], string>> = {
  rows: 'tail -n +2 | wc -l',
  columns: 'grep -c \'"titles"\'',
  features: 'grep -c \'"Feature"\'',
  citation: "grep -c '^@'",
};

function python(task: Task): readonly string[] {
  const url = urlOf(task, task.table);
  const read = `text = urllib.request.urlopen("${url}").read().decode()`;
  switch (task.counts) {
    case 'rows':
      return ['import csv, urllib.request', read, 'print(len(list(csv.DictReader(text.splitlines()))))'];
    case 'citation':
      return [
        'import csv, urllib.request',
        read,
        'print(sum("citation" in row for row in csv.DictReader(text.splitlines())))',
      ];
    case 'columns':
      return ['import json, urllib.request', read, 'print(len(json.loads(text)["tableSchema"]["columns"]))'];
    case 'features':
      return ['import json, urllib.request', read, 'print(len(json.loads(text)["features"]))'];
  }
}

function pandas(task: Task): readonly string[] {
  const url = urlOf(task, task.table);
  const table = (read: string, what: string) => ['import pandas', read, `print(${what})`];
  switch (task.counts) {
    case 'rows':
      return table(`table = pandas.read_csv("${url}")`, 'len(table)');
    case 'citation':
      return table(`table = pandas.read_csv("${url}")`, 'table["citation"].count()');
    case 'columns':
      return table(
        `columns = pandas.DataFrame(pandas.read_json("${url}", typ="series")["tableSchema"]["columns"])`,
        'len(columns)',
      );
    case 'features':
      return table(`areas = pandas.json_normalize(pandas.read_json("${url}", typ="series")["features"])`, 'len(areas)');
  }
}

function r(task: Task): readonly string[] {
  const url = urlOf(task, task.table);
  switch (task.counts) {
    case 'rows':
      return [`table <- read.csv("${url}")`, 'cat(nrow(table))'];
    case 'citation':
      return [`table <- read.csv("${url}")`, 'cat(sum(nchar(table$citation) > 0))'];
    case 'columns':
      return [`lines <- readLines("${url}")`, 'cat(sum(grepl("\\"titles\\"", lines)))'];
    case 'features':
      return [`lines <- readLines("${url}")`, 'cat(sum(grepl("\\"Feature\\"", lines)))'];
  }
}

/** By its command line, which reads a pipe: to read an address itself it needs an extension that comes from the network. */
function duckDb(task: Task): readonly string[] {
  const queries: Readonly<Record<Task['counts'], string>> = {
    rows: "SELECT count(*) FROM read_csv('/dev/stdin');",
    citation: "SELECT count(citation) FROM read_csv('/dev/stdin');",
    columns: "SELECT len(tableSchema.columns) FROM read_json('/dev/stdin');",
    features: "SELECT len(features) FROM read_json('/dev/stdin');",
  };
  return [`curl -sL "${urlOf(task, task.table)}" | duckdb -csv -noheader -c "${queries[task.counts]}"`];
}

const duckDbFromNpm = fileURLToPath(new URL('./duckdb/duckdb.js', import.meta.url));

/** By the DuckDB of `npm run examples:duckdb`, which has no command line of its own, or else by the command. */
function runDuckDb(code: string): readonly [string, ...string[]] {
  const isFromNpm = existsSync(new URL('./duckdb/node_modules', import.meta.url));
  const command = isFromNpm ? `duckdb() { "${process.execPath}" "${duckDbFromNpm}" "$@"; }\n` : '';
  return ['sh', '-c', `${command}${code}`];
}

function browser(task: Task): readonly string[] {
  const [url, line] = [urlOf(task, task.counts === 'rows' ? 'ndjson' : task.form), 'const response = await fetch'];
  switch (task.counts) {
    case 'rows':
      return [
        `${line}(\`${url}\`);`,
        "console.log((await response.text()).trim().split('\\n').map((line) => JSON.parse(line)).length);",
      ];
    case 'citation':
      return [`${line}(\`${url}\`);`, 'console.log((await response.text()).match(/^@/gm).length);'];
    case 'columns':
      return [`${line}(\`${url}\`);`, 'console.log((await response.json()).tableSchema.columns.length);'];
    case 'features':
      return [`${line}(\`${url}\`);`, 'console.log((await response.json()).features.length);'];
  }
}

/** A spreadsheet is given an address, by "From web": it is tried by reading what it would open. */
function spreadsheet(task: Task): readonly string[] {
  // Outlines are longer than a cell may be: a sheet of it has a row for each of their points.
  if (task.counts === 'columns' || task.counts === 'features') return [urlOf(task, 'xlsx')];
  const url = urlOf(task, 'csv');
  return [task.path.startsWith('/n/') ? url : `${url}${url.includes('?') ? '&' : '?'}bom=true`];
}

function model({ model: { tool, given, address } }: Task): readonly string[] {
  return [
    'await client.connect(new StreamableHTTPClientTransport(new URL(`$ENDPOINT/mcp`)));',
    `const answer = await client.callTool({ name: '${tool}', arguments: ${JSON.stringify(given)} });`,
    ...(address === undefined
      ? []
      : [`const file = await fetch(JSON.parse(answer.content[0].text).addresses.${address});`]),
  ];
}

/** The tools, in the order in which they are shown. */
export const tools: readonly Tool[] = [
  {
    name: 'curl',
    lines: (task) => [`curl -sL "${urlOf(task, task.form)}" | ${curlCounts[task.counts]}`],
    run: (code) => ['sh', '-c', code],
  },
  { name: "Python's standard library", lines: python, run: (code) => ['python3', '-c', code] },
  { name: 'pandas', lines: pandas, run: (code) => [process.env['PANDAS_PYTHON'] ?? 'python3', '-c', code] },
  { name: 'R', lines: r, run: (code) => ['Rscript', '-e', code] },
  { name: 'DuckDB', lines: duckDb, run: runDuckDb },
  { name: "a browser's fetch", lines: browser, run: (code) => [process.execPath, '--input-type=module', '-e', code] },
  { name: 'a spreadsheet', lines: spreadsheet, run: null },
  { name: 'an MCP client', lines: model, run: null },
];

/** The matrix for people, a part for each task. */
export function writeMatrix(): string {
  const parts = tasks.map((task) => {
    const cells = tools.map((tool) => `**${tool.name}**\n\n${['```text', ...tool.lines(task), '```'].join('\n')}\n`);
    return `## ${task.name[0]?.toUpperCase() ?? ''}${task.name.slice(1)}\n\n${cells.join('\n')}`;
  });
  return [
    '# Tools and tasks\n',
    'Each tool does each task in three lines at most, without a package of ours. `$ENDPOINT` is where the endpoint is, `http://localhost:4000`. Every cell whose tool is at hand is run by `npm run test:takeaway`; `npm run examples:duckdb` brings DuckDB, which reads an address itself once its `httpfs` extension is there, and a pipe without.\n',
    ...parts,
  ].join('\n');
}
