/** Failures within a minute count together; older ones are forgiven. Milliseconds. */
export const failureWindowMs = 60_000;
/** Wait after the first failure, in milliseconds; it doubles with each further one. */
const firstDelayMs = 250;
/** The longest wait, in milliseconds: what cannot run is tried again about four times a minute. */
const longestDelayMs = 16_000;

/**
 * Milliseconds to wait before something is started again that has failed `failures` times within the window: 250, 500,
 * 1,000 and so on to 16,000.
 */
export function chooseRestartDelay(failures: number): number {
  return Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs);
}
