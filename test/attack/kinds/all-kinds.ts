import type { AttackKind } from './attack-kind.ts';
import { agencyKind } from './agency-kind.ts';
import { embargoKind } from './embargo-kind.ts';
import { historyKind } from './history-kind.ts';
import { publishedFilesKind } from './published-files-kind.ts';
import { ratioKinds } from './ratio-kinds.ts';
import { worldKinds } from './world-kinds.ts';

/** Every kind of leak path, in the order in which they are attacked. */
export const allKinds: readonly AttackKind[] = [
  ...worldKinds,
  ...ratioKinds,
  agencyKind,
  embargoKind,
  historyKind,
  publishedFilesKind,
];
