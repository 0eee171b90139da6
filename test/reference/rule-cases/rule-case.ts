import type { Answer, AnswerError, AnswerPath } from '../answer.ts';
import type { FailureKind, FailurePlan } from '../failures/failure.ts';

/** What is known of an operation, before its text is read. */
export interface KnownAnswers {
  readonly query: string;
  readonly plan: FailurePlan;
  readonly ours: Answer;
  readonly stock: Answer;
  readonly monolith: Answer;
}

/** Answers of which a rule explains what differs, and others like them of which no rule may. */
export interface RuleCase extends Omit<KnownAnswers, 'query'> {
  readonly rule: string;
  /** @default {@link usual} */
  readonly query?: string;
  /** The same, but for what makes the difference a wanted one; by what is wrong with it. */
  readonly nearMisses: Readonly<Record<string, Partial<KnownAnswers>>>;
}

/** Asks two agencies for themselves, and the owner of areas for one. */
export const usual = `{
  health { x: name } elsewhere: policing { x: name }
  b: area(code: "E09000012") { x: name y: note }
}`;

/** Asks areas of one agency, and figures about them of another. */
export const asksForFigures = '{ boroughs { note reoffending { relation } } }';

/** A plan after which agencies fail. */
export function failing(...kinds: readonly (readonly [agency: string, kind: FailureKind])[]): FailurePlan {
  return { seed: '', byAgency: new Map(kinds) };
}

/** An error with a code; at no place unless one is given. */
export function error(code: string, path?: AnswerPath, more: Readonly<Record<string, unknown>> = {}): AnswerError {
  return { message: 'm', ...(path && { path }), extensions: { code, ...more } };
}

/** The error of ours that says that an agency does not answer. */
export function down(agency: string, path: AnswerPath): AnswerError {
  return error('AGENCY_UNAVAILABLE', path, { agency });
}

/** A mistake of the client, in words. */
export function mistake(message: string, path?: AnswerPath): AnswerError {
  return { ...error('BAD_USER_INPUT', path), message };
}

/** The answer to what is asked of health, and what is left of it where health is lost. */
export const [whole, lost] = [{ health: { x: 1 } }, { health: null }];
/** Health alone fails. */
export const healthIsDown = { plan: failing(['health', 'refused']), monolith: { data: whole } };
/** Two agencies fail. */
export const bothAreDown = failing(['health', 'refused'], ['policing', 'refused']);
