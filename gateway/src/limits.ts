import { clientLimits, type OperationLimits } from '@boroughgraph/schema/operation-limits/operation-limits.ts';
import { maxCostAtOnce } from '@boroughgraph/schema/wire/limits.ts';

/*
 * What the gateway alone decides. How large requests and answers may be, and who waits how long for whom, it has agreed with
 * the subgraphs: schema/src/wire.
 */

/**
 * The most fields, fragments and spreads that an operation may ask for, a fragment's counted wherever it is spread.
 *
 * Fourteen fragments that each spread the next twice are 1 kB of text and kept the planner busy for 36 seconds; they are
 * 32,000 selections. The largest recorded operation has 376, and the worst that this limit lets through was planned in half
 * a second.
 */
const maxSelections = 3_000;

/** What a client's operation may ask for. */
export const operationLimits: OperationLimits = clientLimits(maxSelections);

/**
 * The most ways to ask agencies that the planner compares for one operation. With a hundred times as many, none of 1,499
 * random operations was asked in fewer fetches, and some took seconds to plan.
 */
export const maxEvaluatedPlans = 100;

/**
 * Megabytes that plans in the making may take; then the thread that plans ends, and nothing else does. The tables that it
 * plans by take a tenth of it.
 */
export const maxPlanningMb = 512;

/** Megabytes that a planning thread fills before it collects what is new: a third of V8's own choice, since little outlives a plan. */
export const maxNewPlanningMb = 16;

/** The most operations that wait for their plans in one lane. The last of them would wait for minutes if each took as long as it may. */
export const maxWaitingPlans = 100;

/** The most of these that wait for one client: a dashboard that is opened asks twenty operations at once, and they are planned once. */
export const maxWaitingPlansOfClient = 30;

/**
 * The most intricate operation that looks cheap to plan, as estimateIntricacy counts. Ten of the eleven recorded ones are under it, and
 * what was measured under it took 40 ms mostly, 150 at most.
 */
export const maxCheapIntricacy = 500;

/** How much processor time the thread for what looks cheap gives an operation, in milliseconds. It is planned on the other one then. */
export const quickPlanningMs = 1_000;

/** How much processor time an operation is still given for whose plan nobody waits: what is nearly done is done, and remembered. */
export const unwantedPlanningMs = 250;

/** How much memory remembered plans may take, in bytes: those of a few hundred dashboards, or of thousands of small operations. */
export const maxKnownPlanBytes = 24_000_000;

/** How much memory may be taken by what is remembered of the forms of agencies' answers, in bytes. */
export const maxKnownShapeBytes = 6_000_000;

/** How much memory the texts of persisted queries may take, in bytes: thousands of them. */
export const maxPersistedBytes = 10_000_000;

/** From this length on a name that a client chooses is remembered by its hash. */
export const maxKeyLength = 100;

/** How many operations are remembered that could not be planned in time, so that asking again costs nothing. */
export const maxRefusedOperations = 1_000;

/** How long they are remembered, in milliseconds. Whatever made one seem too intricate may have been of its moment. */
export const refusedForMs = 600_000;

/** How long an operation waits for its plan at most, in milliseconds: as long as an agency may take for its answer. */
export const maxPlanWaitMs = 10_000;

/** The most that the answers may cost together that the gateway makes at once: an entry takes it half as much memory as an agency. */
export const maxGatewayCostAtOnce = 2 * maxCostAtOnce;

/**
 * From this on an answer is dear: a hundred and twenty thousand entries of columns keep agencies and gateway at work for a tenth of a second. All
 * boroughs with two years of months are a fifth of it.
 */
export const dearCost = maxCostAtOnce / 20;

/** How long a large answer waits until there is room to make it, in milliseconds. The widest takes a second or two. */
export const maxRoomWaitMs = 30_000;

/**
 * How many times as long as one agency may take a whole request may take. Agencies are asked at once, or one after another
 * where one needs what the other knows: three times in the deepest recorded operation.
 */
export const maxAgencyRounds = 12;

/** The most places at which errors of one fetch are told: an entity that stands in several is asked about once. */
export const maxErrorPlaces = 10_000;

/** The longest message of an agency that is passed on, in characters: one that quotes a list of indicators. */
export const maxAgencyMessage = 10_000;
