/** The response header that names, with commas, the datasets of which a file has made-up figures; a file without any has no such header. */
export const syntheticHeader = 'x-boroughgraph-synthetic';
