/**
 * The most fields, fragments and spreads that an operation may ask for, a fragment's counted wherever it is spread.
 *
 * Fourteen fragments that each spread the next twice are 1 kB of text and kept the planner busy for 36 seconds; they are
 * 32,000 selections. The largest recorded operation has 376, and the worst that this limit lets through was planned in half
 * a second.
 */
export const maxSelections = 3_000;

/**
 * The most ways to ask agencies that the planner compares for one operation. With a hundred times as many, none of 1,499
 * random operations was asked in fewer fetches, and some took seconds to plan.
 */
export const maxEvaluatedPlans = 100;

/** The longest that an operation is planned, in milliseconds. The slowest of 5,968 random ones took half a second. */
export const maxPlanningMs = 5_000;

/**
 * Megabytes that plans in the making may take; then the thread that plans ends, and nothing else does. The tables that it
 * plans by take a tenth of it.
 */
export const maxPlanningMb = 512;

/** The most operations that wait for their plans. The last of them would wait for minutes if each took as long as it may. */
export const maxWaitingPlans = 100;

/** How much room the remembered plans may take, in characters of JSON: a few thousand plans. */
export const maxKnownPlans = 30_000_000;

/** How many operations are remembered that could not be planned in time, so that asking again costs nothing. */
export const maxRefusedOperations = 1_000;

/** The most tokens in a document: twenty times the largest recorded operation, and too few to overrun the parser's stack. */
export const maxTokens = 5_000;

/** The largest request body in bytes: `maxTokens` of text, and variables with a code for each of 10,000 areas. */
export const maxBodyBytes = 256 * 1024;

/** How long a client may take to send its request, in milliseconds. */
export const requestTimeoutMs = 30_000;
