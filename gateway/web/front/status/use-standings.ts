import { type AgencyStanding } from '@boroughgraph/schema/wire/health-answers.ts';
import { useEffect, useState } from 'react';
import { useSite } from '../site.tsx';

/** How often the agencies are looked at, in milliseconds: the gateway itself asks them no more than twice a second. */
const everyMs = 5_000;

/** How each agency stands, looked at again and again; null until it is known, and a sentence where the gateway does not say. */
export function useStandings(): readonly AgencyStanding[] | string | null {
  const { top } = useSite();
  const [standings, setStandings] = useState<readonly AgencyStanding[] | string | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const look = async () => {
      try {
        const response = await fetch(`${top}agencies`, { signal: controller.signal });
        // The gateway answers so, by its own type.
        setStandings((await response.json()) as readonly AgencyStanding[]);
      } catch {
        if (!controller.signal.aborted) setStandings('The gateway does not say how the agencies stand.');
      }
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => {
      controller.abort();
      clearInterval(timer);
    };
  }, [top]);
  return standings;
}
