import {
  type AccessRow,
  type AuditPage,
  type LoadsPage,
  type ReadingRow,
} from '@boroughgraph/schema/wire/oversight-pages.ts';
import { type ReactNode, useState } from 'react';
import { type Oversight, writeOversightAddress } from '../address.ts';
import { Notice } from '../notice.tsx';
import { readSession } from '../signing-in/session.ts';
import { useSite } from '../site.tsx';
import { nameAgency } from '../words.ts';
import { Accesses } from './accesses.tsx';
import { Loads } from './loads.tsx';
import { Readings } from './readings.tsx';
import { type OversightOutcome, useOversight } from './use-oversight.ts';

interface Chosen {
  readonly agency: string;
  readonly shown: Oversight;
  readonly before: string | null;
}

/** What an agency shows its own people of itself: who asked for its data, what was loaded, and who has looked here. */
export function OversightPage(chosen: Chosen) {
  const { agency, shown } = chosen;
  const { top } = useSite();
  const name = nameAgency(agency);
  return (
    <>
      <title>{`${name}: status for its own people`}</title>
      <div className="place-head">
        <p className="way">
          <a href={`${top}status`}>Status</a>
        </p>
        <h1>{name}, for its own people</h1>
        <p className="lead">{leads[shown]}</p>
        <PartChoice agency={agency} shown={shown} />
      </div>
      {readSession() === null ? <SignInFirst name={name} /> : <Asked {...chosen} />}
    </>
  );
}

const leads: Readonly<Record<Oversight, string>> = {
  accesses: 'Who has asked for data that is not for everybody, for what, and what came of it. Newest first.',
  loads: 'What the loader reported of each file that was published. Newest first.',
  readings: 'Who has looked at these pages, or was refused. Newest first.',
};

const parts = [
  { shown: 'accesses', words: 'Who asked for its data' },
  { shown: 'loads', words: 'What was loaded' },
  { shown: 'readings', words: 'Who has looked here' },
] as const;

function PartChoice({ agency, shown }: Pick<Chosen, 'agency' | 'shown'>) {
  const { top } = useSite();
  return (
    <nav aria-label="What is shown" className="choice">
      <ul className="plain">
        {parts.map((each) => (
          <li key={each.shown}>
            <a
              href={top + writeOversightAddress(agency, each.shown)}
              aria-current={each.shown === shown ? 'true' : undefined}
            >
              {each.words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignInFirst({ name }: { readonly name: string }) {
  const { top } = useSite();
  return (
    <Notice kind="access">
      This is for the people of {name} who look after its data, and nobody is signed in.{' '}
      <a href={`${top}sign-in`}>Sign in</a> as somebody of its organisation.
    </Notice>
  );
}

function Asked(chosen: Chosen) {
  const [turn, setTurn] = useState(0);
  const askAgain = () => {
    setTurn((before) => before + 1);
  };
  const outcome = useOversight<AuditPage<AccessRow> & AuditPage<ReadingRow> & LoadsPage>(chosen, turn);
  return (
    <>
      <p role="status" className={outcome.kind === 'loading' ? 'loading' : 'visually-hidden'}>
        {announce(outcome)}
      </p>
      {outcome.kind === 'refused' && <Refused {...outcome} askAgain={askAgain} />}
      {outcome.kind === 'answered' && (
        <div className="stacked">
          <PartOf shown={chosen.shown} page={outcome.page} />
          <Pages chosen={chosen} next={outcome.page.next} />
        </div>
      )}
    </>
  );
}

function announce({ kind }: OversightOutcome<unknown>): string {
  return { loading: 'Asking …', refused: 'Nothing of this is shown.', answered: 'What there is of this is here.' }[
    kind
  ];
}

function Refused({
  status,
  reason,
  askAgain,
}: Extract<OversightOutcome<unknown>, { kind: 'refused' }> & { readonly askAgain: () => void }) {
  const { top } = useSite();
  if (status === 401 || status === 403)
    return (
      <Notice kind="access">
        {reason} That you asked is written down. <a href={`${top}sign-in`}>Sign in as somebody else</a>
      </Notice>
    );
  if (status === 400 || status === 404) return <Notice kind="nothing">{reason}</Notice>;
  return (
    <Notice kind="down">
      {reason}{' '}
      <button type="button" className="quiet-button" onClick={askAgain}>
        Ask again
      </button>
    </Notice>
  );
}

interface PartShown {
  readonly shown: Oversight;
  readonly page: AuditPage<AccessRow> & AuditPage<ReadingRow> & LoadsPage;
}

function PartOf({ shown, page }: PartShown): ReactNode {
  switch (shown) {
    case 'accesses':
      return <Accesses page={page} />;
    case 'readings':
      return <Readings page={page} />;
    case 'loads':
      return <Loads page={page} />;
    default:
      return shown satisfies never;
  }
}

function Pages({ chosen, next }: { readonly chosen: Chosen; readonly next: string | null }) {
  const { top } = useSite();
  const { agency, shown, before } = chosen;
  if (before === null && next === null) return null;
  return (
    <nav aria-label="Pages" className="pages">
      {before !== null && <a href={top + writeOversightAddress(agency, shown)}>The newest</a>}
      {next !== null && (
        <a href={top + writeOversightAddress(agency, shown, next)} rel="next">
          Older
        </a>
      )}
    </nav>
  );
}
