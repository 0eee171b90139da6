import { afterAll, beforeAll } from 'vitest';
import { testCatalogues } from './takeaway/catalogues.ts';
import { testDatasetFiles } from './takeaway/dataset-files.ts';
import { testExamples } from './takeaway/examples.ts';
import { testFiveYears } from './takeaway/five-years.ts';
import { testKnownFiles } from './takeaway/known-files.ts';
import { testLongLists } from './takeaway/long-lists.ts';
import { testMatrix } from './takeaway/matrix.ts';
import { testModelContext } from './takeaway/model-context.ts';
import { testNumbers } from './takeaway/numbers.ts';
import { testReleaseFiles } from './takeaway/release-files.ts';
import { SharedSystem } from './takeaway/shared-system.ts';
import { testTables } from './takeaway/tables.ts';

// One system for all of them: starting another one costs more than most of what they ask.
const shared = new SharedSystem();
beforeAll(() => shared.start(), 60_000);
afterAll(() => shared.close());

testTables(shared);
testKnownFiles(shared);
testNumbers(shared);
testReleaseFiles(shared);
testCatalogues(shared);
testModelContext(shared);
testExamples(shared);
testMatrix(shared);
testDatasetFiles(shared);
testLongLists(shared);
testFiveYears(shared);
