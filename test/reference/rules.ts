import { valueAt } from './answer.ts';
import { isFailing, isLost, isNullBefore, isTrueBlame, isWithoutKey } from './blame.ts';
import { isOurs, isTheirs } from './compare.ts';
import {
  isHollow,
  isInSameOrder,
  isOfUntoldKind,
  isSamePlace,
  isTrueData,
  isTrueError,
  placeMissing,
  remarksOf,
} from './missing-data.ts';
import { isOfMiscountedMember, isSaidOfEarlier } from './miscounted-member.ts';
import { hasError, isAt, isInside, nullAlong, type PlacedError } from './placed-errors.ts';
import { isOfMalformedDate, isOfPlacedMistake } from './refused-fetch.ts';
import { refusedForCost, tooDearForAgency } from './refused-for-cost.ts';
import { rulesOfLosses } from './loss-rules.ts';
import type { Rule } from './rule.ts';

/** All differences that are none to mend. */
export const rules: readonly Rule[] = [
  refusedForCost,
  tooDearForAgency,
  {
    name: 'an agency that fails is named',
    oracles: ['stock'],
    reason: 'Clients are told which agency does not answer, and where that is felt; the stock gateway says neither.',
    explains: (difference, situation) =>
      isOurs(difference, 'AGENCY_UNAVAILABLE') && isTrueBlame(difference.error, situation),
  },
  {
    name: 'an agency’s own trouble is masked under its name',
    oracles: ['stock'],
    reason: 'What an agency says of its insides may hold addresses and statements: it is for the log, not for clients.',
    explains: (difference, situation) =>
      isOurs(difference, 'INTERNAL_SERVER_ERROR') &&
      isTrueBlame(difference.error, situation) &&
      hasError(situation.stock, ({ agency, code }) => agency === difference.error.agency && code !== 'BAD_USER_INPUT'),
  },
  {
    name: 'a failure without a place is replaced',
    oracles: ['stock'],
    reason: 'The stock gateway’s error has no path, an address or a cause from inside, and no name of an agency.',
    explains: (difference, situation) =>
      isTheirs(difference) &&
      difference.error.place === null &&
      difference.error.code !== 'BAD_USER_INPUT' &&
      hasError(
        situation.ours,
        ({ agency }) => isFailing(agency, situation) && [null, agency].includes(difference.error.agency),
      ),
  },
  {
    name: 'an agency’s code is replaced where it is not for clients',
    oracles: ['stock'],
    reason: 'Only codes of the catalogue reach clients: at the same place ours says that the agency failed.',
    explains: (difference, situation) =>
      isTheirs(difference) &&
      difference.error.code !== 'BAD_USER_INPUT' &&
      hasError(
        situation.ours,
        (error) =>
          error.agency === difference.error.agency &&
          isFailing(error.agency, situation) &&
          (isSamePlace(error, difference.error, situation) || isSaidOfEarlier(error, difference.error)),
      ),
  },
  {
    name: 'an error is where the client has asked for something',
    oracles: ['stock'],
    reason:
      'Agencies are asked for more than a client sees, such as what others require. What fails of that is said at the object that it belongs to; the stock gateway gives a path that the answer does not have, or one in an area that it has dropped.',
    explains: (difference, situation) => {
      if (difference.kind !== 'error') return false;
      const { side, error } = difference;
      return hasError(
        side === 'ours' ? situation.stock : situation.ours,
        (other) =>
          other.code === error.code &&
          other.agency === error.agency &&
          (side === 'ours' ? isSamePlace(error, other, situation) : isSamePlace(other, error, situation)),
      );
    },
  },
  {
    name: 'an answer that is not whole is not used',
    oracles: ['stock'],
    reason:
      'Ours drops an answer of the wrong form and says so; the stock gateway merges what it can, or fails as a whole.',
    explains: (difference, situation) => {
      const isMisshapen = (agency: string | null): boolean =>
        isFailing(agency, situation, ['wrong shape', 'too few entities']);
      if (isTheirs(difference)) {
        const { place, agency } = difference.error;
        // Whoever would have been asked about what it has brought is not asked.
        if (place === null && !isFailing(agency, situation)) return false;
        const isAbout = (one: PlacedError) =>
          place === null || isInside(place, one.place) || isSaidOfEarlier(one, difference.error);
        return hasError(situation.ours, (error) => isMisshapen(error.agency) && isAbout(error));
      }
      if (difference.kind !== 'data') return false;
      if (isLost(difference, situation, ({ agency }) => isMisshapen(agency))) return true;
      const hasNothing = situation.stock.data === null || situation.stock.data === undefined;
      return hasNothing && [...situation.plan.byAgency.keys()].some(isMisshapen);
    },
  },
  {
    name: 'no null is silent',
    oracles: ['stock'],
    reason:
      'A value that was promised and did not come is an error. The stock gateway remarks on it where no client looks, and not even there beside an error.',
    explains: (difference, situation) => {
      const { stock } = situation;
      if (!isOurs(difference, 'INTERNAL_SERVER_ERROR')) return false;
      const { agency, place } = difference.error;
      if (isFailing(agency, situation, ['null where none is allowed'])) return isTrueBlame(difference.error, situation);
      return agency === null && remarksOf(stock).some((path) => isAt(nullAlong(stock.data, path), place));
    },
  },
  {
    name: 'a mistake that fails a whole fetch has its place',
    oracles: ['stock'],
    reason: 'An agency refuses an argument before it runs anything; ours says which fields are lost by it.',
    explains: isOfPlacedMistake,
  },
  {
    name: 'an error names the member that it is about',
    oracles: ['executor', 'stock'],
    reason: 'Apollo’s executor counts only the members of a list that it asks about, and names an earlier one.',
    explains: isOfMiscountedMember,
  },
  {
    name: 'a malformed date fails a whole fetch',
    oracles: ['monolith', 'loss'],
    reason: 'The composed schema knows no dates: the agency asked first refuses the request, with all of its fields.',
    explains: isOfMalformedDate,
  },
  {
    name: 'an object of which nothing is asked is there',
    oracles: ['stock'],
    reason:
      'Where every field of a selection is skipped, the stock gateway asks for none of it, and answers null in place of an empty object or list; ours asks whether it is there.',
    explains: (difference, situation) =>
      difference.kind === 'data' &&
      isHollow(difference.ours) &&
      !situation.asked.isAnythingAt(difference.path) &&
      isTrueData(difference, situation),
  },
  {
    name: 'an argument is read where nothing is asked',
    oracles: ['stock'],
    reason:
      'Where every field of a selection is skipped, the stock gateway asks no agency, so that nobody reads the argument of the field above. Ours is refused it, as without a gateway.',
    explains: (difference, { asked, monolith }) =>
      isOurs(difference, 'BAD_USER_INPUT') &&
      !asked.isAnythingAt(difference.error.place ?? []) &&
      hasError(monolith, ({ place, code }) => code === 'BAD_USER_INPUT' && isAt(place, difference.error.place)),
  },
  {
    name: 'fields come in the order of the text',
    oracles: ['executor', 'stock'],
    reason:
      'The specification asks for the order in which the text has them. Where fragments meet, Apollo’s executor and the stock gateway give the fields of an object in an order of the plan; ours is that of the answer without a gateway.',
    explains: (difference, { ours, monolith }) =>
      difference.kind === 'order' &&
      isInSameOrder(valueAt(ours.data, difference.path), valueAt(monolith.data, difference.path)),
  },
  {
    name: 'what a variable decides on comes last',
    oracles: ['stock', 'monolith', 'loss'],
    reason:
      'Where a field is asked for twice, once under a condition that is a variable, the executor of both gateways puts what is asked for in any case first; the values are the same.',
    explains: (difference, { asked }) => difference.kind === 'order' && asked.isPartlyOpen(difference.path),
  },
  {
    name: 'an agency is asked for what variables leave out',
    oracles: ['stock'],
    reason:
      'A fetch is sent even where variables leave out all that it asks for, unless they leave out all of the operation. Ours asks for the kind besides, so that it is not all of it: where that agency fails, the object is said to lack something.',
    explains: (difference, situation) =>
      (isOurs(difference, 'AGENCY_UNAVAILABLE') || isOurs(difference, 'INTERNAL_SERVER_ERROR')) &&
      isFailing(difference.error.agency, situation) &&
      !situation.asked.isAnythingAt(difference.error.place ?? []),
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
    name: 'an area keeps its kind',
    oracles: ['stock'],
    reason:
      'An agency that adds to areas calls each of them an Area. The stock gateway lets that take the kind from a borough and drops what was asked of it, without an error; ours is as the answer without a gateway.',
    explains: (difference, situation) => {
      if (difference.kind === 'error') return isTrueError(difference, situation);
      return (
        difference.kind === 'data' &&
        situation.asked.hasAreaIn(difference.path) &&
        !hasError(
          situation.stock,
          ({ agency, original }) => isFailing(agency, situation) && isInside(difference.path, original.path ?? null),
        ) &&
        isTrueData(difference, situation)
      );
    },
  },
  {
    name: 'an entity whose key is null is not asked about',
    oracles: ['loss', 'stock'],
    reason:
      'A key is never null, and a server of GraphQL cannot send it so. Where a proxy does, no other agency can be asked about the entity; the stock gateway asks, and is told of a mistake. What they would add is null, and an error at the entity names the agency with the key.',
    explains: (difference, situation) => {
      const { ours, stock } = situation;
      if (isTheirs(difference) && difference.error.original.message.includes('lacks its key'))
        return isWithoutKey([...(difference.error.arisen ?? []), ''], situation);
      const path = placeMissing(difference, ours);
      if (path === null || valueAt(ours.data, path) !== null || valueAt(stock.data, path) !== null) return false;
      return isWithoutKey(path, situation);
    },
  },
  {
    name: 'an area of a kind that nobody tells has nothing that its kind would decide',
    oracles: ['stock', 'loss'],
    reason:
      'Which fragments apply to an area, the agency that gave it may not know and the one that fails would have said. Their fields are left out, and an error names the agency and the area, or another of its fields.',
    explains: isOfUntoldKind,
  },
  {
    name: 'a null on the way to what is lost is taken for it',
    oracles: ['stock'],
    reason:
      'Where nothing else is left of what an agency was asked, ours names the nulls around it. It cannot tell one that a lost value took along from one that was there before: the executor says so only where there are no errors.',
    explains: (difference, situation) =>
      isOurs(difference, 'AGENCY_UNAVAILABLE') && isNullBefore(difference.error, situation),
  },
  ...rulesOfLosses,
];
