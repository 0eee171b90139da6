import { readFileSync } from 'node:fs';
import { z } from 'zod';

/*
 * Prints the closing line of CI, `N passed, N failed, N skipped`, from the JSON report of the tests, their exit code, and how
 * many other checks passed and failed. Exits with 1 when anything failed, or no test ran.
 */

const [reportPath = '', testsExit = '1', passedChecks = '0', failedChecks = '0'] = process.argv.slice(2);
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** The counts of the report; one failure where there is none, which is how a run that broke off ends. */
function countTests(): { readonly passed: number; readonly failed: number; readonly skipped: number } {
  try {
    const report = reportSchema.parse(JSON.parse(readFileSync(reportPath, 'utf8')));
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests, numTodoTests } = report;
    // A test file that cannot be loaded fails the run without a failed test.
    const isUncounted = failed === 0 && testsExit !== '0';
    return { passed, failed: isUncounted ? 1 : failed, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const tests = countTests();
const passed = tests.passed + Number(passedChecks);
const failed = tests.failed + Number(failedChecks);
console.log(`${passed} passed, ${failed} failed, ${tests.skipped} skipped`);
process.exit(failed === 0 && tests.passed > 0 ? 0 : 1);
