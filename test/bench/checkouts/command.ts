import { describeMachine } from '../machine.ts';
import type { Checkout } from './checkout.ts';
import { holding } from './holding.ts';
import { describeUsage, parseCheckoutOptions, type CheckoutCommand, type CheckoutOptions } from './options.ts';

/** What a command measures by, and what stops all that it starts. */
export type Measurement = CheckoutOptions & { readonly held: AsyncDisposableStack };

/** Runs a command that measures checkouts: reads its arguments, says where it measures, and puts everything away in the end. */
export async function runCheckoutCommand(
  command: CheckoutCommand,
  measure: (measurement: Measurement) => Promise<void>,
): Promise<void> {
  const options = readOptions(command);
  console.log(Object.values(describeMachine()).join(', '));
  for (const { name, commit, folder } of options.checkouts) console.log(`${name}: ${commit} in ${folder}`);
  await holding((held) => measure({ ...options, held }));
}

/** Tells a person how far it is. */
export function logStep({ name }: Pick<Checkout, 'name'>, what: string): void {
  console.log(`${name}: ${what}`);
}

function readOptions(command: CheckoutCommand): CheckoutOptions {
  try {
    // npm moves to the folder of the package; a path is meant from where the person stands.
    const options = parseCheckoutOptions(command, process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
    if (options !== null) return options;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${describeUsage(command)}`);
    process.exit(2);
  }
  console.log(describeUsage(command));
  process.exit(0);
}
