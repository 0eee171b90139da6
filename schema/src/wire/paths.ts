/** Where a server of ours answers GraphQL: the gateway's for clients, a subgraph's for the gateway. */
export const graphqlPath = '/graphql';

/** Where a server shows a page to try it. */
export const playgroundPath = '/playground';

/** Where the gateway has the files of releases: each begins with the id of its release. */
export const releaseFilesPath = '/data/releases/';

/** Where the gateway answers language models, by the Model Context Protocol. */
export const mcpPath = '/mcp';

/** Answers 200 while the process lives, whatever else is broken: whoever asks decides whether to restart it. */
export const healthPath = '/health';

/** Answers 200 when the server can give whole answers, else 503: whoever asks decides whether to send it requests. */
export const readyPath = '/ready';

/** Where the gateway says by which supergraph it answers, and whether it has refused another. */
export const supergraphPath = '/supergraph';

/** Where the gateway says how each agency stands. */
export const agenciesPath = '/agencies';
