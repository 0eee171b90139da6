import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import type { AgencyName, StoreName } from '../agency-names.ts';
import type { Logs } from '../log-lines.ts';
import type { Settings } from '../settings.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import type { AgencyDatabase } from '../stores/open-databases.ts';

/** The files that Node runs as servers. */
export interface ServerPrograms {
  readonly gateway: string;
  readonly subgraph: (agency: AgencyName) => string;
  /** All of them in one process. */
  readonly embedded: string;
}

/** What servers are started with. */
export interface ServersToStart {
  readonly settings: Settings;
  readonly environment: Environment;
  readonly programs: ServerPrograms;
  /** The one agency that runs alone, without a gateway; null where everything does. */
  readonly only: AgencyName | null;
  readonly databases: readonly AgencyDatabase[];
  /** Where colleagues and keys are; undefined where nobody is named. */
  readonly directory: AgencyDatabase<StoreName> | undefined;
  readonly logs: Logs;
  readonly shutdown: Shutdown;
}
