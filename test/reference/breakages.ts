import { type ArgumentNode, Kind, parse, print, type SelectionSetNode, visit } from 'graphql';
import type { Answer } from './answer.ts';
import type { Operation } from './operation.ts';
import type { ComparedSystem } from './system/compared-system.ts';

/** A way in which a gateway can be wrong. */
export interface Breakage {
  readonly name: string;
  /** Our gateway, were it broken like this. */
  readonly breakGateway: (ask: ComparedSystem['askOurs']) => ComparedSystem['askOurs'];
}

/** Mistakes that gateways have made, unlike each other: in errors, in the order of lists, in merging, in variables. */
export const breakages: readonly Breakage[] = [
  {
    name: 'drops an error',
    breakGateway: (ask) => bendAnswers(ask, (answer) => keepErrors(answer, (_, at) => at > 0)),
  },
  {
    name: 'swallows that a value which was promised is null',
    breakGateway: (ask) =>
      bendAnswers(ask, (answer) =>
        keepErrors(answer, ({ extensions }) => extensions?.['code'] !== 'INTERNAL_SERVER_ERROR'),
      ),
  },
  {
    name: 'gives a list in another order',
    breakGateway: (ask) => bendAnswers(ask, (answer) => bendLists(answer, reverse)),
  },
  {
    name: 'merges a field of one entity into another',
    breakGateway: (ask) => bendAnswers(ask, (answer) => bendLists(answer, swapFields)),
  },
  { name: 'ignores @include', breakGateway: (ask) => bendQueries(ask, withoutInclude) },
  { name: 'takes another default for a variable', breakGateway: (ask) => bendQueries(ask, withOtherDefaults) },
  { name: 'confuses two aliases of one field', breakGateway: (ask) => bendQueries(ask, withOneOfAliases) },
  {
    name: 'blames an agency for the mistake of a client',
    breakGateway: (ask) =>
      bendAnswers(ask, (answer) => ({
        ...answer,
        errors: (answer.errors ?? []).map((error) =>
          error.extensions?.['code'] === 'BAD_USER_INPUT'
            ? { ...error, extensions: { ...error.extensions, code: 'AGENCY_UNAVAILABLE', agency: 'health' } }
            : error,
        ),
      })),
  },
  {
    name: 'says what an agency says of its insides',
    breakGateway: (ask) =>
      bendAnswers(ask, (answer) =>
        answer.errors
          ? { ...answer, errors: answer.errors.map((error) => ({ ...error, message: '10.1.2.3' })) }
          : answer,
      ),
  },
];

/** How a gateway is asked. */
type Ask = ComparedSystem['askOurs'];

/** The gateway, each of its answers bent. */
export function bendAnswers(ask: Ask, bend: (answer: Answer) => Answer): Ask {
  return async (operation) => bend(await ask(operation));
}

function bendQueries(ask: Ask, bend: (query: string) => string): Ask {
  return ({ query, variables }: Operation) => ask({ query: bend(query), variables });
}

function keepErrors(
  answer: Answer,
  isKept: (error: NonNullable<Answer['errors']>[number], position: number) => boolean,
): Answer {
  const errors = (answer.errors ?? []).filter(isKept);
  return { ...answer, errors };
}

type Items = readonly unknown[];

/** The answer with the same done to every list in it, from the inside out. */
export function bendLists(answer: Answer, bend: (items: Items) => Items): Answer {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return bend(value.map(walk));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return { ...answer, data: walk(answer.data) };
}

function reverse(items: Items): Items {
  return items.toReversed();
}

/** The first two objects of a list, each with the last field of the other. */
export function swapFields(items: Items): Items {
  const [one, other, ...rest] = items;
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return items;
  const field = Object.keys(one).findLast((key) => Object.hasOwn(other, key));
  if (field === undefined) return items;
  // Both have the field.
  const [first, second] = [one, other] as readonly Record<string, unknown>[];
  return [{ ...first, [field]: second?.[field] }, { ...second, [field]: first?.[field] }, ...rest];
}

function withoutInclude(query: string): string {
  return print(visit(parse(query), { Directive: ({ name }) => (name.value === 'include' ? null : undefined) }));
}

function withOtherDefaults(query: string): string {
  return print(
    visit(parse(query), {
      VariableDefinition: (definition) => {
        const given = definition.defaultValue;
        if (given?.kind !== Kind.BOOLEAN) return undefined;
        return { ...definition, defaultValue: { ...given, value: !given.value } };
      },
    }),
  );
}

/** Gives every field of a selection the arguments of the first of its name there. */
function withOneOfAliases(query: string): string {
  const unify = (set: SelectionSetNode): SelectionSetNode => {
    const known = new Map<string, readonly ArgumentNode[]>();
    const selections = set.selections.map((selection) => {
      if (selection.kind !== Kind.FIELD) return selection;
      const given = known.get(selection.name.value) ?? selection.arguments ?? [];
      known.set(selection.name.value, given);
      return { ...selection, arguments: given };
    });
    return { ...set, selections };
  };
  return print(visit(parse(query), { SelectionSet: { leave: unify } }));
}
