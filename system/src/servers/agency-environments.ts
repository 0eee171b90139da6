import { z } from 'zod';

/** In which variable the process of all servers finds what each agency is told beside the gateway. */
export const embeddedVariable = 'EMBEDDED_AGENCIES';

const agencyEnvironments = z.record(z.string(), z.record(z.string(), z.string()));

/** What each agency is told that runs in one process with the gateway, by slug: it goes before what the process is told. */
export type AgencyEnvironments = Readonly<Record<string, NodeJS.ProcessEnv>>;

/** What {@link embeddedVariable} holds. @throws where it was written by somebody else. */
export function readAgencyEnvironments(text: string): AgencyEnvironments {
  return agencyEnvironments.parse(JSON.parse(text));
}
