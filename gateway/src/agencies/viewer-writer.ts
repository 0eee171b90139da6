import type { KeyObject } from 'node:crypto';
import { type Viewer, writeViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { writeViewerToken } from '@boroughgraph/schema/wire/viewer-token.ts';

/** Who sends which request to an agency. */
export interface ToldRequest {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly body: string;
}

/** The text with which an agency is told who asks; another one each time. */
export type ViewerWriter = (request: ToldRequest) => string;

/**
 * Writes to one agency who asks: a token that is signed with `key`. Without one, of anonymous callers alone, in a word that anybody can write.
 *
 * What is returned throws an Error where somebody is named and nothing can be signed.
 */
export function createViewerWriter(agency: string, key: KeyObject | null): ViewerWriter {
  if (key !== null) return (request) => writeViewerToken({ ...request, agency }, key);
  return ({ viewer }) => {
    if (viewer.kind === 'anonymous') return writeViewer(viewer);
    throw new Error('A gateway without a key to sign with cannot tell an agency who asks');
  };
}
