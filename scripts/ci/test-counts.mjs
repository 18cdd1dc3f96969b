/** Prints `PASSED FAILED` of a vitest JSON report. A skipped test, or none at all, is a failure: nothing is skipped silently. */
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const skipped = report.numPendingTests + report.numTodoTests;
const suiteFaults = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
if (report.numTotalTests === 0) throw new Error('no test ran');
process.stdout.write(`${report.numPassedTests} ${report.numFailedTests + skipped + suiteFaults.length}\n`);
