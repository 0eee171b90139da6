/** What tokens say in `iss` that the system on one machine has made for whoever develops on it. */
export const developmentIssuerName = 'urn:boroughgraph:development';

/** What they say in `aud`. */
export const developmentAudience = 'boroughgraph';
