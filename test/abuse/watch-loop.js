import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

/*
 * Loaded into every server before its own code, and into the npm that starts them, which runs on whatever Node there is: so it is
 * JavaScript. Writes down how long each stretch of an event loop was, into a file of its process. A stretch is what the thread
 * worked between two looks, by its processor time: whatever else ran on the machine does not count.
 */

/** Milliseconds between two looks; a stretch seems longer by so much at most. */
const lookEveryMs = 5;
/** Shorter stretches are nobody's concern. */
const notedFromMs = 15;
const usPerMs = 1_000;

const folder = process.env['ABUSE_STRETCHES'];
if (isMainThread && folder !== undefined && 'threadCpuUsage' in process) {
  const file = join(folder, String(process.pid));
  let last = process.threadCpuUsage();
  setInterval(() => {
    const now = process.threadCpuUsage();
    const ms = (now.user - last.user + now.system - last.system) / usPerMs;
    last = now;
    if (ms >= notedFromMs) appendFileSync(file, `${ms.toFixed(1)}\n`);
  }, lookEveryMs).unref();
}
