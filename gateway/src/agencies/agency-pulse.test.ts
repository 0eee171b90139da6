import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { AgencyPulse, type PulseState } from './agency-pulse.ts';

/** A pulse of an agency that lives or does not, as `agency.lives` says, with the changes that it tells. */
function pulseOf(agency: { lives: boolean }) {
  const changes: PulseState[] = [];
  const pulse = new AgencyPulse({
    isHealthy: () => Promise.resolve(agency.lives),
    onChange: (state) => changes.push(state),
    silenceMs: 20,
    probeMs: 5,
  });
  return { pulse, changes };
}

/** Never answers, and ends when it is told to. */
const forEver = (lifeline: AbortSignal) =>
  new Promise<never>((_, reject) => {
    lifeline.addEventListener('abort', () => {
      reject(lifeline.reason as Error);
    });
  });

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(2);
}

it('An agency that gives no sign of life costs those who wait for it a moment, those after them nothing, and is asked again once it is back', async () => {
  const agency = { lives: false };
  const { pulse, changes } = pulseOf(agency);
  const waiting = await Promise.allSettled([pulse.whileAlive(forEver), pulse.whileAlive(forEver)]);
  expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  let isAsked = false;
  const asked = pulse.whileAlive(() => {
    isAsked = true;
    return Promise.resolve(1);
  });
  await expect(asked).rejects.toThrow('The agency gives no sign of life');
  expect(isAsked).toBe(false);
  agency.lives = true;
  await until(() => pulse.state === 'ANSWERS');
  await expect(pulse.whileAlive(() => Promise.resolve(2))).resolves.toBe(2);
  expect(changes).toEqual(['SILENT', 'ANSWERS']);
  pulse.close();
});

it('An agency that is slow, and says that it lives, is waited for', async () => {
  const { pulse, changes } = pulseOf({ lives: true });
  await expect(pulse.whileAlive(() => wait(150, 'late'))).resolves.toBe('late');
  expect(changes).toEqual([]);
  pulse.close();
});

it('An agency that answers others is waited for, whatever it says of itself', async () => {
  const { pulse, changes } = pulseOf({ lives: false });
  const answers = async (_: AbortSignal, onSign: () => void) => {
    for (let piece = 0; piece < 40; piece += 1) {
      await wait(4);
      onSign();
    }
  };
  const [slow] = await Promise.all([pulse.whileAlive(() => wait(150, 'late')), pulse.whileAlive(answers)]);
  expect(slow).toBe('late');
  expect(changes).toEqual([]);
  pulse.close();
});

it('Nothing is asked of an agency for which nobody waits', async () => {
  let checks = 0;
  const pulse = new AgencyPulse({ isHealthy: () => Promise.resolve((checks += 1) > 0), silenceMs: 5, probeMs: 5 });
  await pulse.whileAlive(() => Promise.resolve());
  await wait(40);
  expect(checks).toBe(0);
  pulse.close();
});
