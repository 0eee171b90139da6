import { useEffect, useState } from 'react';
import { type Oversight } from '../address.ts';
import { sessionHeaders } from '../signing-in/session.ts';
import { useSite } from '../site.tsx';

/** What came of asking for what an agency shows its own people. */
export type OversightOutcome<Page> =
  | { readonly kind: 'loading' }
  /** Whoever asks may not know, or nobody can say so: as an HTTP status, and why. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }
  | { readonly kind: 'answered'; readonly page: Page };

/** Asks the gateway, as whoever is signed in, for a page of what an agency shows its own people; `turn` asks again. */
export function useOversight<Page>(
  { agency, shown, before }: { readonly agency: string; readonly shown: Oversight; readonly before: string | null },
  turn: number,
): OversightOutcome<Page> {
  const { top } = useSite();
  const [outcome, setOutcome] = useState<OversightOutcome<Page>>({ kind: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    const asked = new URLSearchParams({
      ...(shown === 'readings' && { of: shown }),
      ...(before !== null && { before }),
    });
    const place = `${top}agencies/${encodeURIComponent(agency)}/${shown === 'loads' ? 'loads' : 'audit'}?${asked.toString()}`;
    setOutcome({ kind: 'loading' });
    void ask<Page>(place, controller.signal).then(setOutcome, () => undefined);
    return () => {
      controller.abort();
    };
  }, [top, agency, shown, before, turn]);
  return outcome;
}

/** @throws where the signal is aborted. */
async function ask<Page>(address: string, signal: AbortSignal): Promise<OversightOutcome<Page>> {
  try {
    const response = await fetch(address, { signal, headers: sessionHeaders() });
    // The gateway answers so, by its own types.
    if (response.ok) return { kind: 'answered', page: (await response.json()) as Page };
    const { errors = [] } = (await response.json()) as { readonly errors?: readonly { readonly message: string }[] };
    return {
      kind: 'refused',
      status: response.status,
      reason: errors.map(({ message }) => message).join(' ') || 'The gateway does not say why.',
    };
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'refused', status: 503, reason: 'The gateway does not answer. The way to it may be cut.' };
  }
}
