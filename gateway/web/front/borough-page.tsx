import { type Months } from './address.ts';
import { type Outcome } from './ask.ts';
import { BoroughFiguresView } from './borough-figures.tsx';
import { type Borough } from './boroughs.ts';
import { Notice } from './notice.tsx';
import { RequestDetails } from './request-details.tsx';
import { SyntheticBanner } from './synthetic-banner.tsx';
import { useBoroughFigures } from './use-borough-figures.ts';

/** The page of one borough, filled by one request. */
export function BoroughPage({ borough, months }: { readonly borough: Borough; readonly months: Months }) {
  const { outcome, askAgain } = useBoroughFigures({ code: borough.code, months });
  return (
    <>
      <title>{`${borough.name} in figures`}</title>
      {outcome.kind === 'answered' && <SyntheticBanner datasets={outcome.synthetic} />}
      <div className="borough-head">
        <h1>{borough.name}</h1>
        <p className="quiet">
          {borough.part === 'INNER' ? 'Inner' : 'Outer'} London · code {borough.code}
        </p>
      </div>
      <p role="status" className={outcome.kind === 'loading' ? 'loading' : 'visually-hidden'}>
        {announce(outcome, borough.name)}
      </p>
      <Content outcome={outcome} chosen={{ borough, months }} askAgain={askAgain} />
      {'took' in outcome && <RequestDetails took={outcome.took} variables={{ code: borough.code, months }} />}
    </>
  );
}

interface Shown {
  readonly outcome: Outcome;
  readonly chosen: { readonly borough: Borough; readonly months: Months };
  readonly askAgain: () => void;
}

function Content({ outcome, chosen, askAgain }: Shown) {
  switch (outcome.kind) {
    case 'loading':
      return <Skeleton />;
    case 'unreachable':
      return (
        <Failure
          message="The graph does not answer. It may be starting, or the way to it may be cut."
          askAgain={askAgain}
        />
      );
    case 'refused':
      return (
        <Failure
          message={outcome.problems.map(({ message }) => message).join(' ') || nobodyKnows}
          askAgain={askAgain}
        />
      );
    case 'answered': {
      const { borough: figures, problems } = outcome;
      return <BoroughFiguresView figures={figures} problems={problems} chosen={chosen} askAgain={askAgain} />;
    }
    default:
      return outcome satisfies never;
  }
}

const nobodyKnows = 'The agency of the local authorities, which knows the boroughs, holds nothing of this one.';

function announce(outcome: Outcome, name: string): string {
  switch (outcome.kind) {
    case 'loading':
      return `Asking four agencies about ${name} …`;
    case 'answered':
      return outcome.problems.length === 0
        ? `The figures of ${name} are here.`
        : `Some figures of ${name} are missing.`;
    case 'refused':
    case 'unreachable':
      return `The figures of ${name} could not be had.`;
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

function Failure({ message, askAgain }: { readonly message: string; readonly askAgain: () => void }) {
  return (
    <Notice kind="down">
      {message}{' '}
      <button type="button" className="quiet-button" onClick={askAgain}>
        Ask again
      </button>
    </Notice>
  );
}
