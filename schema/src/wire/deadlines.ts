/*
 * How long each waits for the next, in milliseconds. Whoever waits must wait longer than the one that it waits for, or it
 * gives up an answer that is on its way: what an agency knows without its store, requests that a server still finishes.
 * deadlines.test.ts holds the order. What the gateway has left of its own it passes on with each request (deadline-header.ts),
 * and an agency takes its part of that where it is less than what is here: no other value of SUBGRAPH_TIMEOUT_MS turns the order
 * round.
 *
 *   a request   connectToStoreMs < storeAnswerMs < storeStatementMs < agencyAnswerMs < receiveRequestMs
 *   an answer   answerTravelMs < agencyAnswerMs - storeAnswerMs
 *   a check     healthCheckMs < agencyAnswerMs
 *   a plan      planningMs < agencyAnswerMs, since nobody should wait longer for the question than for its answer
 *   an idle connection   idleConnectionMs < what a Node server keeps one open
 *   a slow client   receiveRequestMs < sendAnswerMs, since an answer is larger than its question
 *   the end     closeStoreMs < drainMs < stopWaitMs
 */

/** For PostgreSQL to take a connection, until it counts as away; on one machine it takes milliseconds. */
export const connectToStoreMs = 3_000;

/**
 * For a resolver to have its figures from the store. Shorter than `agencyAnswerMs`, so that what the agency knows without
 * its store still arrives.
 */
export const storeAnswerMs = 5_000;

/** For one statement to run in PostgreSQL: nobody waits for its rows any more, and it must not outlive the whole request. */
export const storeStatementMs = 8_000;

/**
 * For an agency to answer the gateway, from asking to the last byte, unless SUBGRAPH_TIMEOUT_MS says otherwise. The slowest
 * recorded operation takes under a second on a small machine: ten is an agency in trouble.
 */
export const agencyAnswerMs = 10_000;

/**
 * What an agency keeps of a deadline for its answer to be written, to travel and to be read; of a short deadline, half. The widest
 * bulk page takes a third of it.
 */
export const answerTravelMs = 500;

/** For an agency to say that it is alive. A load balancer that asks the gateway whether it is ready wants to know now. */
export const healthCheckMs = 2_000;

/** For an operation to be planned. The slowest of 5,968 random ones took half a second. */
export const planningMs = 5_000;

/** For a request to arrive at a server. An agency must not cut off what the gateway still waits for. */
export const receiveRequestMs = 30_000;

/**
 * For a client to read an answer to its end. The widest bulk page arrives so over five megabits a second; whoever takes longer
 * holds an answer in memory for no use.
 */
export const sendAnswerMs = 60_000;

/**
 * For the gateway to keep an idle connection to an agency. Shorter than the 5 seconds after which a Node server closes one,
 * so that it is seldom the one to do so.
 */
export const idleConnectionMs = 4_000;

/** For the connections to a store to finish what they do when their process ends. */
export const closeStoreMs = 2_000;

/**
 * For requests under way to finish when a server is told to stop. What an agency has not answered by then is not worth
 * waiting for: Ctrl-C should not feel broken.
 */
export const drainMs = 5_000;

/** For a server that was told to stop to end by itself, before the supervisor kills it. */
export const stopWaitMs = 7_000;
