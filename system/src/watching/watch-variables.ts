import { hostsVariable } from '@boroughgraph/schema/http/outgoing/outgoing-hosts.ts';
import type { Variable } from '@boroughgraph/schema/process/environment.ts';
import { z } from 'zod';

const folderVariable: Variable<string | null> = {
  name: 'WATCH_FOLDER',
  schema: z.string(),
  fallback: null,
  expected: 'a folder',
  example: '/srv/partners',
  says: 'The folder below which partners put files for npm run watch; without it no folder is watched.',
};

/** The variables of `npm run watch`. */
export const watchVariables = {
  hosts: {
    open: hostsVariable(
      'WATCH_HOSTS',
      'The hosts on the open internet that npm run watch may ask for files, by https; without any it asks none.',
    ),
    within: hostsVariable(
      'WATCH_PRIVATE_HOSTS',
      'The same within your own network, by http, too: whoever names a page of a dataset there reads what they answer.',
    ),
  },
  folder: folderVariable,
};
