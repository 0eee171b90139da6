import type { SystemEntry, Tie } from './system-entry.ts';

/** What the running graph makes of an indicator, and who publishes it. */
export interface Standing {
  readonly answer: 'HELD' | 'AWAITED' | 'RESTRICTED';
  readonly publisher: string;
}

/** What may be said of a data system or a measure as a whole, the most that any of its indicators answers. */
export const answers = ['HELD', 'AWAITED', 'RESTRICTED', 'NEVER'] as const;
export type Answer = (typeof answers)[number];

/** What the graph makes of each tie. Throws for an indicator that it has not. */
export type StandingOf = (tie: Tie) => Standing;

/** The answer for whatever has these ties: NEVER where there is none. */
export function answerOf(ties: readonly Tie[], standingOf: StandingOf): Answer {
  const found = new Set<Answer>(ties.map((tie) => standingOf(tie).answer));
  return answers.find((answer) => found.has(answer)) ?? 'NEVER';
}

const starts = {
  HELD: 'Held',
  AWAITED: 'Awaited',
  RESTRICTED: 'Restricted to named users of partner bodies, and awaited',
} as const;

/** What there is of a system, in clauses: what is held, what is awaited from whom, what is restricted to whom. */
export function describeTies(ties: readonly Tie[], standingOf: StandingOf): readonly string[] {
  const standing = ties.map((tie) => ({ tie, ...standingOf(tie) }));
  return (['HELD', 'AWAITED', 'RESTRICTED'] as const).flatMap((answer) => {
    const those = standing.filter((one) => one.answer === answer);
    if (those.length === 0) return [];
    if (answer === 'HELD') return [`${starts[answer]}: ${listed(those.map(({ tie }) => tie))}.`];
    const groups = [...Map.groupBy(those, ({ publisher }) => publisher)];
    const parts = groups.map(([publisher, own]) => `from ${publisher}: ${listed(own.map(({ tie }) => tie))}`);
    return [`${starts[answer]} ${parts.join('; ')}.`];
  });
}

const listed = (ties: readonly Tie[]) => ties.map(({ name }) => `\`${name}\``).join(', ');

/** The line of a system in the list. */
export function writeEntry({ number, name, cited, ties, reasons }: SystemEntry, standingOf: StandingOf): string {
  const start = number === null ? '' : `**${number}** `;
  // What will never be held stands before what is, as a warning; why there is no number comes last.
  const never = reasons.filter((reason) => reason.startsWith('Never held'));
  const rest = reasons.filter((reason) => !never.includes(reason));
  return `- ${start}${name} (${cited}). ${[...never, ...describeTies(ties, standingOf), ...rest].join(' ')}`;
}
