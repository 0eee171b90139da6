/** The header with which a client asks for `extensions.cost` of its answer; its value does not matter, but for {@link costOnly}. */
export const costHeader = 'x-boroughgraph-cost';

/** The value of that header with which a client asks for the cost alone: nothing is executed, and there is no data. */
export const costOnly = 'only';
