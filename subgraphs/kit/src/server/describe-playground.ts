import type { PlaygroundOptions } from '@boroughgraph/web/playground-routes.ts';
import { Kind } from 'graphql';
import type { Subgraph } from '../series/subgraph.ts';

/** Hackney. */
const code = 'E09000012';

/** The playground of a subgraph that is alone: it begins with what the agency measures; figures and what gateways ask are its examples. */
export function describePlayground(subgraph: Subgraph): PlaygroundOptions {
  const { title, rootField } = subgraph;
  const measures = `# What ${title} measures, and what is held of it.
query Measures {
  ${rootField} {
    name
    description
    indicators { id name unit areaTypes held { isHeld isSynthetic sites } }
  }
}
`;
  return {
    title: `${title}: playground`,
    defaultQuery: measures,
    examples: [
      { title: `What ${title} measures, and what is held of it.`, query: measures, variables: {} },
      {
        title: 'The datasets, with how small numbers are protected and their newest releases.',
        query: `query Datasets {
  ${rootField} {
    datasets {
      id
      title
      disclosurePolicy { id description }
      latestRelease { id publishedAt rowsRead observationCount }
    }
  }
}
`,
        variables: {},
      },
      ...askFigures(subgraph),
      ...askAsGateway(subgraph),
    ],
  };
}

/** One indicator of a borough, where any is measured there. */
function askFigures({ rootField, indicators }: Subgraph): NonNullable<PlaygroundOptions['examples']> {
  const measured = indicators.filter(({ areaTypes }) => areaTypes.includes('BOROUGH'));
  const [first] = measured.length > 0 ? measured : indicators;
  if (first === undefined) return [];
  return [
    {
      title: 'One indicator of one borough, with what it is and where it comes from; or why there is none.',
      query: `query Figures($indicator: ID!, $area: ID!) {
  ${rootField} {
    indicator(id: $indicator) {
      name
      definition
      series(area: $area) {
        area { code }
        observations { period { label } value status flags }
        statement
        dataset { publisher licence }
      }
      seriesAbsence(area: $area) { reason text }
    }
  }
}
`,
      variables: { indicator: first.id, area: code },
    },
  ];
}

/** What the subgraph adds to an area, asked as gateways ask it, where it needs nothing of others for that. */
function askAsGateway({ typeDefs }: Subgraph): NonNullable<PlaygroundOptions['examples']> {
  const fields = typeDefs.definitions.flatMap((one) =>
    (one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
    one.name.value === 'Area'
      ? (one.fields ?? [])
      : [],
  );
  const objects = new Set(
    typeDefs.definitions.flatMap((one) => (one.kind === Kind.OBJECT_TYPE_DEFINITION ? [one.name.value] : [])),
  );
  const added = fields.find(
    ({ type, arguments: given = [], directives = [] }) =>
      type.kind === Kind.NAMED_TYPE && objects.has(type.name.value) && given.length === 0 && directives.length === 0,
  );
  if (added === undefined) return [];
  return [
    {
      title: 'What the agency adds to an area, as gateways ask it.',
      query: `query AsGateways($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Area { code ${added.name.value} { __typename } }
  }
}
`,
      variables: { representations: [{ __typename: 'Area', code }] },
    },
  ];
}
