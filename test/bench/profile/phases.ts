import type { PhaseRule } from './attribution.ts';

/**
 * Which calls belong to which phase of a request. What stands in none of these files belongs with its caller: streams and
 * sockets with undici or the HTTP server, federation-internals with planning or shaping, tracing that is off with all.
 */
export const phaseRules: readonly PhaseRule[] = [
  // Before the HTTP rules: it stands among Apollo Server's HTTP code.
  { phase: 'serialise', file: /@apollo\/server\/dist\/.*\/runHttpQuery\.js$/, functions: /^prettyJSONStringify$/ },
  { phase: 'parse', file: /\/graphql\/language\/(parser|lexer|source|ast|blockString)\.m?js$/ },
  {
    phase: 'validate',
    file: /\/graphql\/(validation\/|utilities\/(TypeInfo|typeFromAST|coerceInputValue)|execution\/values)/,
  },
  { phase: 'validate', file: /\/schema\/src\/(operation-limits|cost)\// },
  { phase: 'validate', file: /@apollo\/server\/dist\/.*\/validationRules\// },
  { phase: 'plan', file: /\/gateway\/src\/planning\// },
  { phase: 'plan', file: /@apollo\/(query-planner|query-graphs)\// },
  {
    phase: 'plan',
    file: /@apollo\/federation-internals\/dist\/operations\.js$/,
    functions: /^(operationFromDocument|parseOperation)$/,
  },
  { phase: 'shape', file: /@apollo\/gateway\/dist\/resultShaping\.js$/ },
  { phase: 'shape', file: /\/gateway\/src\/errors\// },
  { phase: 'merge', file: /@apollo\/gateway\/dist\/(executeQueryPlan|dataRewrites|utilities\/deepMerge)\.js$/ },
  { phase: 'fetch', file: /\/undici\// },
  { phase: 'fetch', file: /\/gateway\/src\/agencies\// },
  { phase: 'http', file: /^node:_http_(server|incoming|outgoing|common)$/ },
  { phase: 'http', file: /^node:(zlib|internal\/http)$/ },
  {
    phase: 'http',
    file: /\/node_modules\/(fastify|@fastify\/|find-my-way|avvio|light-my-request|content-type|negotiator|pino|fast-json)/,
  },
  {
    phase: 'http',
    file: /\/node_modules\/(@as-integrations\/|@apollo\/server\/|@apollo\/utils\.|@apollo\/gateway\/dist\/index\.js)/,
  },
  { phase: 'http', file: /\/gateway\/src\/(server\.ts$|http\/)/ },
];

/** The phases in the order in which a request goes through them, each with what it is. */
export const phases: readonly (readonly [name: string, description: string])[] = [
  ['http', 'HTTP: server, routing, headers, and the request pipeline of Apollo Server'],
  ['parse', 'parse: text to document, where the document is not known yet'],
  ['validate', 'validate: document and variables against the schema'],
  ['plan', 'plan: looking plans up, and what is planned; planning itself has a thread of its own'],
  ['fetch', 'fetch: asking agencies, from the request body to the checked answer'],
  ['merge', 'merge: running the plan, collecting references, putting answers together'],
  ['shape', 'shape: the data in the form of the operation, and its errors'],
  ['serialise', 'serialise: data to JSON text'],
];
