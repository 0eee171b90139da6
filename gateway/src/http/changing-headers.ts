import { completenessHeader } from '@boroughgraph/schema/wire/completeness-header.ts';
import { costHeader } from '@boroughgraph/schema/wire/cost-header.ts';
import { stepsHeader } from '@boroughgraph/schema/wire/steps-header.ts';

/** Headers with which a client asks for more than its operation says: an answer to one is no answer to a request without it. */
export const changingHeaders = [costHeader, completenessHeader, stepsHeader];
