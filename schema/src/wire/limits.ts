/*
 * How much one request may ask for, at the gateway and at each subgraph behind it. What the gateway lets through, a subgraph
 * must take; the gateway may be given less.
 */

/** The most tokens in a client's document: twenty times the largest recorded operation, and too few to overrun the parser's stack. */
export const maxTokens = 5_000;

/** The largest body of a client's request in bytes: `maxTokens` of text, and variables with a code for each of 10,000 areas. */
export const maxBodyBytes = 256 * 1024;

/**
 * The largest body of the gateway's request to a subgraph in bytes. The gateway writes the operation anew and adds the
 * references of the entities that it is about, which are not in what the client sent; those of 2,000 areas take a tenth of it.
 */
export const maxFetchBytes = 1024 * 1024;

/**
 * The most fields, fragments and spreads of one request to a subgraph, a fragment's counted wherever it is spread. Ten times
 * what the gateway plans for a client: an interface's field is asked for once for each type that has it.
 */
export const maxFetchSelections = 30_000;

/**
 * The most tokens of one request to a subgraph: four times a client's, since an interface's field is asked for once for each of three
 * or four kinds. A parser that meets so many for the first time is at work for less than 50 milliseconds; with 50,000 it was not.
 */
export const maxFetchTokens = 20_000;

/** The largest answer of a subgraph in bytes: the widest bulk page (2,000 series of 15 years by month) is a third of that. */
export const maxAnswerBytes = 64 * 1024 * 1024;

/**
 * The most lists of one kind that lie within each other on one path: the wards of boroughs, and no wards within those. What
 * an agency is asked about by `_entities` is such a list. Only lists that can come to hold themselves count.
 */
export const maxNestedOfOneKind = 2;

/**
 * The most such lists of any kinds that lie within each other on one path: the comparators of the offence groups of the wards
 * of boroughs. The deepest recorded operations have two.
 */
export const maxNestedLists = 4;

/**
 * The most that a client's operation may cost, by the estimate of schema/src/cost: in entries of a column. A page of 2,000
 * series of recorded crime in columns, every month of them, costs three quarters of it and takes about two seconds of
 * processor time; 33 boroughs with two years of months a hundredth.
 */
export const maxCost = 2_500_000;

/**
 * The most that one request to a subgraph may cost. Twice a client's: the gateway asks for keys and kinds besides, and an
 * operation of a client is spread over agencies.
 */
export const maxFetchCost = 2 * maxCost;

/**
 * The most that the answers may cost together that an agency makes at once: the widest page. Each entry of a column takes up to eighty
 * bytes of memory until it is written, and a process has half a gigabyte. What costs more than that is made alone.
 */
export const maxCostAtOnce = maxCost;

/** What costs less is made at once, whatever else is made: a hundred of these take half of that. */
export const minCostOfRoom = maxCost / 200;

/** The most large answers that wait until there is room for them; the last of them would wait for a minute. */
export const maxWaitingAnswers = 50;

/** The most of these that wait for one client. */
export const maxWaitingAnswersOfClient = 20;

/** The most brackets, of fields, lists and objects, that are open at once in a client's document: six times the deepest recorded operation. */
export const maxNesting = 50;

/**
 * The same in what the gateway sends to a subgraph, which writes a fragment around the fields of each type, and the entities
 * around all. A parser's stack takes fifteen times as many.
 */
export const maxFetchNesting = 150;

/** The most brackets that are open at once in the JSON of a request: its variables are lists of codes, and keys of keys. */
export const maxJsonNesting = 50;

/**
 * The most times that one field may be asked for in one place, under one name or many: each borough, each month of eight years.
 * Dashboards have the same figures for many areas from a list, or from a variable.
 */
export const maxSameField = 100;

/** The most directives on one field, fragment or operation. There are two that can stand on a field, each once. */
export const maxDirectives = 4;

/**
 * The most comparisons that it takes to find out whether fields under one name are the same, with the words of their arguments.
 * They grow with the square of the repeats; these take some milliseconds.
 */
export const maxComparisons = 20_000;

/**
 * The most uses of variables that are compared with what operations declare: each use in a document, for each of its operations. A
 * thousand operations that share one fragment with ten thousand uses took seconds to compare.
 */
export const maxVariableUses = 100_000;

/** The most errors that are told of one operation. Each may be looked for among all names of the schema. */
export const maxValidationErrors = 20;

/**
 * The most values that one operation may ask of the schema about itself: twice what a playground asks of all agencies. They
 * are told without a break, a microsecond each.
 */
export const maxIntrospected = 80_000;

/** The most entities about which a subgraph is asked at once: the largest page has 2,000 series, each with an area of its own. */
export const maxRepresentations = 5_000;

/**
 * The most errors of one answer of an agency that are passed on. A store that is away is one for each field of each series that an
 * agency was asked for; beyond that, nobody reads them, and too many ended the whole answer in a RangeError.
 */
export const maxAgencyErrors = 1_000;
