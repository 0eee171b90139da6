import { agencyNames, type AgencyName } from './agency-names.ts';
import { readAgencyPort } from './processes/child-environment.ts';
import type { Settings } from './settings.ts';

/** Hackney, this month's crime and last year's children in need: short enough to read in a terminal. */
const exampleQuery =
  '{ borough(code: "E09000012") { name crime { recorded { latest { period { label } value } } } safeguarding { childrenInNeed { latest { period { label } value } } } } }';

/** What a person reads when the system runs: where everything is, what to try, how to load files, how to stop. */
export function describeSystem(settings: Settings, withSample: readonly string[]): string {
  const endpoint = describeUrl(settings, settings.gatewayPort, '/graphql');
  return [
    '',
    `Boroughs     ${describeUrl(settings, settings.gatewayPort, '/')}`,
    `GraphQL      ${endpoint}`,
    `Playground   ${describeUrl(settings, settings.gatewayPort, '/playground')}`,
    ...agencyNames.map((agency, index) => {
      const url = `http://localhost:${readAgencyPort(settings, agency)}/graphql`;
      return `${index === 0 ? 'Subgraphs' : '         '}    ${agency.slug.padEnd(17)}${url}`;
    }),
    '             (they answer this gateway alone; npm start -- <agency> starts one by itself)',
    ...describeSample(withSample),
    '',
    'Try it:',
    `  ${describeCurl(endpoint, exampleQuery)}`,
    '',
    'Load published files, now or at any time (Ctrl-C here stops everything):',
    '  npm run load -- <manifest.json>',
    '  npm run load -- <agency> <dataset> <file> --published-at YYYY-MM-DD',
    '',
  ].join('\n');
}

/** What a person reads when one subgraph runs alone. */
export function describeAlone(settings: Settings, agency: AgencyName, withSample: readonly string[]): string {
  const endpoint = describeUrl(settings, readAgencyPort(settings, agency), '/graphql');
  return [
    '',
    `GraphQL      ${endpoint} (${agency.slug} alone)`,
    `Playground   ${describeUrl(settings, readAgencyPort(settings, agency), '/playground')}`,
    ...describeSample(withSample),
    '',
    'Try it:',
    `  ${describeCurl(endpoint, `{ ${agency.rootField} { indicators { id name } } }`)}`,
    '',
  ].join('\n');
}

function describeSample(withSample: readonly string[]): string[] {
  if (withSample.length === 0) return [];
  return [
    '',
    `Sample data (invented, marked SYNTHETIC) were loaded for ${withSample.join(', ')}; a real file replaces its dataset's.`,
  ];
}

/** One line for a POSIX shell: the body stands in single quotes, which no query here contains. */
function describeCurl(endpoint: string, query: string): string {
  return `curl -s ${endpoint} -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}

function describeUrl(settings: Settings, port: number, path: string): string {
  // Addresses that mean "every one of this machine" are none that a person can open.
  const isEverywhere = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(settings.host);
  return `http://${isEverywhere ? 'localhost' : settings.host}:${port}${path}`;
}
