import type { PlaygroundOptions } from '@boroughgraph/web/playground-routes.ts';
import { type NamedOperation, readExampleOperation, readNamedOperations } from '../supergraph/schema-files.ts';

/**
 * The gateway's playground begins with the example operation for one borough, Hackney on a browser's first visit; all others are examples.
 *
 * @param hasIssuers - Whether people sign in by an issuer, at the place of the front page for that.
 */
export async function describePlayground(hasIssuers: boolean): Promise<PlaygroundOptions> {
  return {
    ...(hasIssuers && { signInAt: './sign-in' }),
    title: 'boroughgraph',
    defaultQuery: await readExampleOperation(),
    variables: { code: 'E09000012' },
    examples: (await readNamedOperations()).toSorted(mainFirst).map(describeExample),
  };
}

/** Values by the names of variables, with which the named operations have an answer. */
const exampleValues: Readonly<Record<string, unknown>> = {
  area: 'E09000012',
  areas: ['E09000012'],
  code: 'E09000012',
  codes: ['E09000012', 'E09000013'],
  during: { from: '2022-01-01', to: '2024-12-31' },
  framework: 'police-and-crime-plan-2017-21',
  id: 'police-and-crime-plan-2017-21',
  indicator: 'children-in-need-at-31-march-rate',
  indicators: ['recorded-crime'],
  method: 'sharp-object',
  months: 24,
  name: 'Hackney',
  on: '2019-06-01',
  provider: 'RQX',
  question: 'taking-everything-into-account-how-good-a-job-do-you-think-the-police-in-your-area-are-doing',
  text: 'burglary',
  theme: 'local policing',
  unit: 'basic-command-unit:east-area',
  ward: 'E05009367',
  yearBefore: '2018-06-01',
};

/** An operation with what its first comment says of it, and with values for the variables that it declares. */
function describeExample({ name, text }: NamedOperation): NonNullable<PlaygroundOptions['examples']>[number] {
  const comment = /^(?:#.*\n)+/.exec(text)?.[0].replaceAll(/^# ?/gm, '').replaceAll('\n', ' ') ?? '';
  const first = /^.*?[.?](?= |$)/.exec(comment)?.[0] ?? readable(name);
  const declared = /^query \w+\(([^)]*)\)/m.exec(text)?.[1] ?? '';
  const names = [...declared.matchAll(/\$(\w+)/g)].map(([, each = '']) => each);
  const given = names.filter((each) => each in exampleValues).map((each) => [each, exampleValues[each]] as const);
  return { title: first, query: text, variables: Object.fromEntries(given) };
}

/** The operation that shows what the graph is for comes first; the others keep their order. */
function mainFirst(one: NamedOperation, other: NamedOperation): number {
  return Number(other.name === 'borough-safety') - Number(one.name === 'borough-safety');
}

/** The name of an operation that says nothing of itself: `Find borough`. */
function readable(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}
