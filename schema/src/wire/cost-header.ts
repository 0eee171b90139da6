/** The header with which a client asks for `extensions.cost` of its answer; its value does not matter. */
export const costHeader = 'x-boroughgraph-cost';
