import text from '@boroughgraph/schema/operations/borough-page.graphql?raw';

/** All that the page of a borough shows, in one operation, which a gateway plans before anybody asks it. */
export const boroughQuery = text;
