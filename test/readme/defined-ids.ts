import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';

/** An agency and what it defines. */
type Defining = Pick<Subgraph, 'name' | 'port' | 'indicators' | 'datasets'>;

/** A TypeScript module that says which agency defines which indicators and datasets, by their ids, in the order of the agencies' ports. Never throws. */
export function printDefinedIds(agencies: readonly Defining[]): string {
  const listed = agencies
    .toSorted((one, other) => one.port - other.port)
    .map(({ name, indicators, datasets }) =>
      [
        `  '${name}': {`,
        ...printList('indicators', indicators),
        ...printList('datasets', datasets),
        ...printRenamed(datasets),
        '  },',
      ].join('\n'),
    );
  return [
    '// Generated from the datasets of all agencies by `npm run compose`: do not edit.',
    '',
    '/** What an agency defines, held or not. */',
    'interface Defined {',
    '  readonly indicators: readonly string[];',
    '  readonly datasets: readonly string[];',
    '  /** The ids of datasets now, by those that they had before. */',
    '  readonly renamed: Readonly<Record<string, string>>;',
    '}',
    '',
    '/** The ids of the indicators and datasets of each agency, by its name in the supergraph. */',
    `export const definedIds: Readonly<Record<${agencies
      .map(({ name }) => `'${name}'`)
      .toSorted()
      .join(' | ')}, Defined>> = {`,
    ...listed,
    '};',
    '',
  ].join('\n');
}

const printList = (name: string, members: readonly { readonly id: string }[]) => [
  `    ${name}: [`,
  ...members.map(({ id }) => `      '${id}',`),
  '    ],',
];

function printRenamed(datasets: Defining['datasets']): readonly string[] {
  const pairs = datasets.flatMap(({ id, formerIds = [] }) => formerIds.map((former) => `'${former}': '${id}'`));
  return [`    renamed: {${pairs.length === 0 ? '' : ` ${pairs.join(', ')} `}},`];
}
