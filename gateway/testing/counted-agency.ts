import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { fixtureSubgraphs } from './fixture-subgraphs.ts';
import { listen, type ListeningServer } from './listening-server.ts';

const { councils, transport } = fixtureSubgraphs;

/** A third subgraph, which comes and goes. */
export const fires = transport
  .replace('stations: Int', 'attended: Int')
  .replace('newest: Month', 'newestOfFires: Month');

/** Two agencies and one that may join, as one server answers for them. */
export interface CountedAgencies extends ListeningServer {
  /** Where each answers. */
  readonly urlOf: (name: string) => string;
}

/** Serves councils, transport and fires under one port; every figure is `figure`, so that an answer tells who has given it. */
export async function serveCounted(figure: number): Promise<CountedAgencies> {
  const borough = { code: '1', name: 'Hackney', people: figure, stations: figure, attended: figure };
  const resolvers = { Query: { borough: () => borough }, Borough: { __resolveReference: () => borough } };
  const { Borough } = resolvers;
  const schemas = new Map(
    Object.entries({ councils, transport, fires }).map(([name, sdl]) => [
      `/${name}`,
      buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: name === 'councils' ? resolvers : { Borough } }),
    ]),
  );
  const server = await listen((request, response) => {
    const schema = schemas.get(request.url ?? '');
    if (schema === undefined) response.end('{}');
    else
      void text(request).then(async (body) => {
        // The gateway wrote it.
        const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
      });
  });
  return { ...server, urlOf: (name) => `${server.url}/${name}` };
}
