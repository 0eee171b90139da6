import { type ReactNode } from 'react';
import { type Problem, type Question } from './ask.ts';
import { Notice } from './notice.tsx';
import { useSite } from './site.tsx';
import { RequestDetails } from './request-details.tsx';
import { SyntheticBanner } from './synthetic-banner.tsx';
import { type Asked } from './use-graph.ts';

interface Shown<Data> {
  readonly asked: Asked<Data>;
  readonly question: Question;
  /** What the page is about, within a sentence: `Hackney`, `the catalogue`. */
  readonly subject: string;
  /** What stands above all that was asked for. */
  readonly head: ReactNode;
  /** Said where the graph answers with nothing, and gives no reason. */
  readonly nobodyKnows: string;
  /** What the answer fills; null where the answer has nothing to show. */
  readonly children: (data: Data, problems: readonly Problem[]) => ReactNode;
}

/** A page that one request fills: its states while it waits, where nothing came, and with what came. */
export function AskedContent<Data>({ asked, question, subject, head, nobodyKnows, children }: Shown<Data>) {
  const { outcome } = asked;
  const content = outcome.kind === 'answered' ? children(outcome.data, outcome.problems) : null;
  return (
    <>
      {outcome.kind === 'answered' && <SyntheticBanner datasets={outcome.synthetic} />}
      {head}
      <p role="status" className={outcome.kind === 'loading' ? 'loading' : 'visually-hidden'}>
        {announce(asked, subject, content === null)}
      </p>
      {outcome.kind === 'loading' && <Skeleton />}
      {content ?? <Failure asked={asked} nobodyKnows={nobodyKnows} />}
      {'took' in outcome && <RequestDetails took={outcome.took} question={question} />}
    </>
  );
}

function announce<Data>({ outcome }: Asked<Data>, subject: string, isEmpty: boolean): string {
  switch (outcome.kind) {
    case 'loading':
      return `Asking about ${subject} …`;
    case 'answered':
      if (isEmpty) return `Nothing of ${subject} could be had.`;
      return outcome.problems.length === 0
        ? `What there is of ${subject} is here.`
        : `Some of what there is of ${subject} is missing.`;
    case 'refused':
    case 'unreachable':
      return `Nothing of ${subject} could be had.`;
    default:
      return outcome satisfies never;
  }
}

function Skeleton() {
  return (
    <div aria-hidden="true" className="skeleton">
      {Array.from({ length: 6 }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}

function Failure<Data>({ asked, nobodyKnows }: { readonly asked: Asked<Data>; readonly nobodyKnows: string }) {
  const { top } = useSite();
  const { outcome, askAgain } = asked;
  if (outcome.kind === 'loading') return null;
  const problems = outcome.kind === 'unreachable' ? [] : outcome.problems;
  const message =
    outcome.kind === 'unreachable'
      ? 'The graph does not answer. It may be starting, or the way to it may be cut.'
      : [...new Set(problems.map((problem) => problem.message))].join(' ') || nobodyKnows;
  // What there is not will not be there on asking again.
  if (outcome.kind !== 'unreachable' && problems.every(({ code }) => code === 'BAD_USER_INPUT'))
    return <Notice kind="nothing">{message}</Notice>;
  if (problems.length > 0 && problems.every(({ code }) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN'))
    return (
      <Notice kind="stranger">
        {message} <a href={`${top}sign-in`}>Sign in again</a>, or sign out to see what is for everybody.
      </Notice>
    );
  return (
    <Notice kind="down">
      {message}{' '}
      <button type="button" className="quiet-button" onClick={askAgain}>
        Ask again
      </button>
    </Notice>
  );
}
