import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

/*
 * Prints the end of CI: each test that failed, with its reason, then the closing line `N passed, N failed, N skipped`. It takes
 * the JSON report of the tests, their exit code, and how many other checks passed and failed. Exits with 1 when anything failed,
 * or no test ran.
 */

const [reportPath = '', testsExit = '1', passedChecks = '0', failedChecks = '0'] = process.argv.slice(2);
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});
type Report = z.infer<typeof reportSchema>;
/** Characters of a reason that are shown: the message and the first lines of its stack. */
const reasonLength = 1500;

/** The report, or nothing where there is none, which is how a run that broke off ends. */
function readReport(): Report | undefined {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(reportPath, 'utf8')));
  } catch {
    return undefined;
  }
}

/** What failed, a paragraph each: the file, the test, and the beginning of the reason. */
function describeFailures({ testResults }: Report): readonly string[] {
  return testResults.flatMap(({ name: path, status, message, assertionResults }) => {
    const name = relative(process.cwd(), path);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A test file that cannot be loaded, or whose hooks fail, has no failed test.
    if (failed.length === 0) return status === 'failed' ? [`failed: ${name}\n${message.slice(0, reasonLength)}`] : [];
    return failed.map(
      (test) => `failed: ${name}, ${test.fullName}\n${(test.failureMessages ?? []).join('\n').slice(0, reasonLength)}`,
    );
  });
}

const report = readReport();
const failures = report === undefined ? ['failed: the tests ended without a report'] : [...describeFailures(report)];
if (failures.length === 0 && testsExit !== '0')
  failures.push(`failed: the run of the tests ended with ${testsExit}, although every test passed`);
for (const failure of failures) console.log(failure);

const passed = (report?.numPassedTests ?? 0) + Number(passedChecks);
const failed = failures.length + Number(failedChecks);
console.log(
  `${passed} passed, ${failed} failed, ${(report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)} skipped`,
);
process.exit(failed === 0 && (report?.numPassedTests ?? 0) > 0 ? 0 : 1);
