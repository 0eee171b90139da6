import { isAnythingAsked } from './asked-fields.ts';
import { nullAlong } from './compare.ts';
import type { Difference } from './compare.ts';
import {
  isOurs,
  isTheirs,
  hasError,
  isAt,
  isCovered,
  isLost,
  isHollow,
  isAboutDate,
  isAboutSameDate,
  isPartOf,
  isTrueHere,
  remarksOf,
  valueAt,
} from './rule-conditions.ts';
import type { Situation } from './rule-conditions.ts';

/** What ours is compared with: the stock gateway, the monolith, or the monolith while agencies fail. */
export type Oracle = 'stock' | 'monolith' | 'loss';

/** A difference that we want, or that we know and cannot mend. */
export interface Rule {
  readonly name: string;
  readonly oracles: readonly Oracle[];
  /** Why the difference is right, or why it stays. */
  readonly reason: string;
  /** Whether the difference is this one. Everything that it needs to be so has to hold: a wide rule hides mistakes. */
  readonly explains: (difference: Difference, situation: Situation) => boolean;
}

/** All differences that are none to mend. */
export const rules: readonly Rule[] = [
  {
    name: 'an agency that fails is named',
    oracles: ['stock'],
    reason: 'Clients are told which agency does not answer, and where that is felt; the stock gateway says neither.',
    explains: (difference, { plan }) =>
      isOurs(difference, 'AGENCY_UNAVAILABLE') && plan.byAgency.has(difference.error.agency ?? ''),
  },
  {
    name: 'an agency’s own trouble is masked under its name',
    oracles: ['stock'],
    reason: 'What an agency says of its insides may hold addresses and statements: it is for the log, not for clients.',
    explains: (difference, { plan }) =>
      isOurs(difference, 'INTERNAL_SERVER_ERROR') && plan.byAgency.has(difference.error.agency ?? ''),
  },
  {
    name: 'a failure without a place is replaced',
    oracles: ['stock'],
    reason: 'The stock gateway’s error has no path, an address or a cause from inside, and no name of an agency.',
    explains: (difference, { plan, ours }) =>
      isTheirs(difference) &&
      difference.error.place === null &&
      hasError(ours, ({ agency, code }) => plan.byAgency.has(agency ?? '') || code === 'BAD_USER_INPUT'),
  },
  {
    name: 'an agency’s code is replaced where it is not for clients',
    oracles: ['stock'],
    reason: 'Only codes of the catalogue reach clients: at the same place ours says that the agency failed.',
    explains: (difference, { ours, plan }) =>
      isTheirs(difference) &&
      hasError(ours, ({ agency, place }) => plan.byAgency.has(agency ?? '') && isAt(place, difference.error.place)),
  },
  {
    name: 'an answer that is not whole is not used',
    oracles: ['stock'],
    reason:
      'Ours drops an answer of the wrong form and says so; the stock gateway merges what it can, or fails as a whole.',
    explains: (difference, situation) => {
      if (
        ![...situation.plan.byAgency.values()].some((kind) => kind === 'wrong shape' || kind === 'too few entities')
      ) {
        return false;
      }
      const { ours } = situation;
      if (difference.kind === 'leak' || difference.kind === 'order') return false;
      if (difference.kind === 'error') return isTheirs(difference) && isCovered(difference.error.place ?? [], ours);
      return isLost(difference, ours) || situation.stock.data === null || situation.stock.data === undefined;
    },
  },
  {
    name: 'no null is silent',
    oracles: ['stock'],
    reason:
      'A value that was promised and did not come is an error; the stock gateway remarks on it where no client looks.',
    explains: (difference, { stock }) =>
      isOurs(difference, 'INTERNAL_SERVER_ERROR') &&
      remarksOf(stock).some((path) => isAt(nullAlong(stock.data, path), difference.error.place)),
  },
  {
    name: 'a mistake that fails a whole fetch has its place',
    oracles: ['stock'],
    reason: 'An agency refuses an argument before it runs anything; ours says which fields are lost by it.',
    explains: (difference, { ours, stock }) =>
      difference.kind === 'error' &&
      difference.error.code === 'BAD_USER_INPUT' &&
      hasError(
        difference.side === 'ours' ? stock : ours,
        ({ code, original }) => code === 'BAD_USER_INPUT' && original.message === difference.error.original.message,
      ),
  },
  {
    name: 'a malformed date fails a whole fetch',
    oracles: ['monolith', 'loss'],
    reason:
      'The composed schema knows no dates: the agency that is asked first refuses the request, with all of its fields.',
    explains: (difference, { ours }) =>
      hasError(ours, isAboutDate) &&
      ((difference.kind === 'error' && (isAboutDate(difference.error) || isAboutSameDate(difference, ours))) ||
        (difference.kind === 'data' && isLost(difference, ours))),
  },
  {
    name: 'an object of which nothing is asked is null',
    oracles: ['monolith', 'loss'],
    reason:
      'Where every field of a selection is skipped, the planner asks for none of it, so that nobody knows whether the object is there. Both gateways answer null in place of an empty object or list.',
    explains: (difference, { stock }) =>
      difference.kind === 'data' &&
      difference.ours === null &&
      isHollow(difference.theirs) &&
      valueAt(stock.data, difference.path) === null,
  },
  {
    name: 'an argument is not read where nothing is asked',
    oracles: ['monolith'],
    reason:
      'Where every field of a selection is skipped, no agency is asked, so that nobody reads the argument of the field above. A server of its own runs that field and refuses the argument.',
    explains: (difference, { operation }) =>
      isTheirs(difference) &&
      difference.error.code === 'BAD_USER_INPUT' &&
      !isAnythingAsked(operation, difference.error.original.path ?? []),
  },
  {
    name: 'fields come in the order of the plan',
    oracles: ['monolith', 'loss'],
    reason:
      'Where fragments meet, the planner writes the fields of an object in an order of its own; the values are the same. The specification asks for the order of the text; that both gateways give the same other one is compared with the stock gateway, where it has the object.',
    explains: ({ kind }) => kind === 'order',
  },
  {
    name: 'an agency answers for kinds that it does not know',
    oracles: ['monolith'],
    reason:
      'What is asked of boroughs alone is asked of every area where the agency that adds it knows no kinds; its error is about a field that the answer then has not. Both gateways hand it on.',
    explains: (difference, { ours, stock }) =>
      isOurs(difference, 'BAD_USER_INPUT') &&
      valueAt(ours.data, difference.error.place ?? []) === undefined &&
      hasError(stock, ({ place, code }) => code === 'BAD_USER_INPUT' && isAt(place, difference.error.place)),
  },
  {
    name: 'the planner cannot plan it',
    oracles: ['stock', 'monolith', 'loss'],
    reason:
      '@apollo/query-planner refuses some operations in which an area is narrowed to a kind and, anywhere below, asked for a field with @requires. Neither gateway answers; ours masks what the planner says.',
    explains: (difference, { ours, stock }) =>
      difference.kind !== 'leak' &&
      ours.data === undefined &&
      stock.data === undefined &&
      (stock.errors?.[0]?.message ?? '').includes('potentially an interface object type at runtime'),
  },
  {
    name: 'an area keeps its kind',
    oracles: ['stock'],
    reason:
      'An agency that adds to areas calls each of them an Area. The stock gateway lets that take the kind from a borough and drops what was asked of it, without an error; ours is as the answer without a gateway.',
    explains: (difference, situation) => isTrueHere(difference, situation),
  },
  {
    name: 'an entity whose key is null is not asked about',
    oracles: ['loss'],
    reason:
      'A key is never null, and a server of GraphQL cannot send it so. Where a proxy does, the executor asks no other agency about the entity, and what they would add is null in both gateways, without an error where the client has not asked for the key.',
    explains: (difference, { plan, stock }) =>
      difference.kind === 'data' &&
      difference.ours === null &&
      valueAt(stock.data, difference.path) === null &&
      [...plan.byAgency.values()].includes('null where none is allowed'),
  },
  {
    name: 'an area of a kind that nobody tells has nothing that its kind would decide',
    oracles: ['stock', 'loss'],
    reason:
      'Which fragments apply to an area, the agency that gave it may not know and the one that fails would have said. Their fields are left out, and an error names the agency and the area.',
    explains: (difference, { ours, plan }) =>
      difference.kind === 'data' &&
      isPartOf(difference, ours) &&
      hasError(ours, ({ agency, place }) => plan.byAgency.has(agency ?? '') && isAt(place, difference.path)),
  },
  {
    name: 'what is lost is said',
    oracles: ['loss'],
    reason: 'While an agency fails, its values are null, and an error names the place.',
    explains: (difference, { ours, plan }) =>
      plan.byAgency.size > 0 && difference.kind === 'data' && isLost(difference, ours),
  },
];
