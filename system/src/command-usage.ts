import { agencyNames, findAgencyName, type AgencyName } from './agency-names.ts';
import { Problem } from './problem.ts';

/** How the commands are written; shown by `--help` and after a mistake. */
export const usage = [
  'Usage:',
  '  npm start                                    the whole system',
  `  npm start <agency>                           one subgraph alone: ${agencyNames.map((agency) => agency.slug).join(', ')}`,
  '      --embedded         of the whole: gateway and agencies in one process, which takes a third of the memory; open figures alone',
  '      --no-sample        take the made-up sample figures away, and make none',
  '  npm run load -- <manifest.json>              every file that a manifest lists',
  '  npm run load -- <agency> <dataset> <file> --published-at YYYY-MM-DD [--reference name=FILE …]',
  '      --dry-run          say what a load would, exit code included, and store nothing',
  '      --accept-rejects   publish the rows that can be read although others cannot',
  '      --reinstate        load files again that were recalled',
  '      --confirm-revision load files that change most of what they answer in the place of',
  '      --whole            of a single file: it replaces the whole of its periods, areas that it leaves out too',
  '      --html FILE        write the reports as a page, too, with what each file changes as a table',
  '      --embargo-until TIME   of a single file: show it to nobody before, such as 2026-12-01T09:30 (in London)',
  '  npm run load -- --template <dataset> [FILE]  an empty tidy file to fill in, on standard output or as a new file',
  '  npm run releases [-- <agency>] [<dataset>]   what is loaded; of a named agency also what nobody else sees',
  '  npm run recall -- <agency> <release> --reason "…"   take a release out of every answer, and say why',
  '  npm run token -- --scope health:restricted --purpose SERIOUS_VIOLENCE_DUTY [--organisation met-police]',
  '                                               a token for this machine, for an hour; --scope and --purpose may be given several times',
  '  npm run agreements -- <agency> [add FILE | end <agreement>]   who may read which restricted figures, for what and until when',
  '  npm run agreements -- <agency> own|disown <organisation>   whose people see the audit of the agency and its loads, at /status',
  '  npm run keys -- <organisation> [add --scope health:restricted --purpose RESEARCH [--role dashboard] [--days 90] | revoke <key>]',
  '                                               keys for machines of an organisation',
  '  npm run administrators -- <organisation> [add <who> --scope health:restricted | confirm <who> | end <who>]',
  '                                               who lets people of an organisation in; administrators do the rest at /colleagues',
  '  npm run audit -- --agency health [--since YYYY-MM-DD]   who has asked for what of an agency that is not for everybody',
  '      --differencing     who has asked for a total and all its parts but one, and which that is',
  '  npm run audit:verify [-- --noted FILE]       whether what was written down of that is as it was written, and as was noted earlier',
  '  npm run config                               what is set, of every process, without its secrets',
  '  npm run retention                            delete what is held for longer than is stated: figures for named users, records of the audit',
  '  npm run watch                                load what partners publish, where the pages of datasets say and WATCH_HOSTS or WATCH_FOLDER allows',
  '      --once             look once at each, and end',
  '  npm run webhooks [-- --once]                 tell those whom WEBHOOKS lists of releases, corrections, recalls and breaking changes',
  '  npm run critic                               what contradicts what, among all that the agencies hold',
  '  npm run db:migrate [-- <agency>]             bring the tables up to date, of all agencies or of one',
].join('\n');

/** What was wrong with a command line, and how it is written. */
export function misuse(message: string): Problem {
  return new Problem(`${message}\n${usage}`, { exitCode: 2 });
}

/** @throws {Problem} saying which options the command does not take. */
export function refuseOptions(
  { values }: { readonly values: Readonly<Record<string, unknown>> },
  command: string,
  accepted: readonly string[],
): void {
  const given = Object.keys(values).find((name) => !accepted.includes(name));
  if (given !== undefined) throw misuse(`${command} takes no option --${given}`);
}

/** @throws {Problem} saying which agencies there are. */
export function parseAgency(slug: string): AgencyName {
  const agency = findAgencyName(slug);
  if (agency !== null) return agency;
  throw misuse(`"${slug}" is no agency: expected ${agencyNames.map((each) => each.slug).join(', ')}`);
}
