import { z } from 'zod';

/** In which variable the process of all servers finds what each of them is told. */
export const embeddedVariable = 'EMBEDDED_ENVIRONMENTS';

const environment = z.record(z.string(), z.string());

const embeddedEnvironments = z.object({ gateway: environment, agencies: z.record(z.string(), environment) });

/** The environments of servers that run in one process: of the gateway, and of agencies by slug. */
export type EmbeddedEnvironments = Readonly<{
  gateway: NodeJS.ProcessEnv;
  agencies: Readonly<Record<string, NodeJS.ProcessEnv>>;
}>;

/** What {@link embeddedVariable} holds. @throws where it was written by somebody else. */
export function readEmbeddedEnvironments(text: string): EmbeddedEnvironments {
  return embeddedEnvironments.parse(JSON.parse(text));
}
