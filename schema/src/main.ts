import { GraphQLError } from 'graphql';
import { AgencyDescriptionError } from './agencies/agency.ts';
import { checkComposition, checkResolverTypes, checkRules, writeComposition, writeResolverTypes } from './check.ts';
import { CompositionError } from './compose.ts';

/** Writes the composed files and says which. */
async function compose(): Promise<void> {
  printWritten(await writeComposition());
}

/** Writes the types of resolvers and says which files. */
async function generate(): Promise<void> {
  printWritten(await writeResolverTypes());
}

function printWritten(paths: readonly string[]): void {
  for (const path of paths) console.log(`Wrote ${path}`);
}

/** Prints a line for each problem; any makes the exit code 1. */
async function check(): Promise<void> {
  const problems = [...checkRules(), ...(await checkComposition()), ...(await checkResolverTypes())];
  console.log(problems.join('\n') || 'The schema keeps its rules, and every file made from it is up to date.');
  process.exitCode = problems.length > 0 ? 1 : 0;
}

/** What to print of a failure that whoever edits the schema can put right; anything else is thrown again. */
function describeFailure(error: unknown): string {
  if (error instanceof GraphQLError)
    return `${error.source?.name ?? 'Schema'}:${error.locations?.[0]?.line ?? 1}: ${error.message}`;
  if (error instanceof CompositionError || error instanceof AgencyDescriptionError) return error.message;
  throw error;
}

const commands = new Map([
  ['compose', compose],
  ['generate', generate],
  ['check', check],
]);

const command = commands.get(process.argv[2] ?? '');
if (command === undefined) {
  console.error('Usage: node schema/src/main.ts compose | generate | check');
  process.exitCode = 1;
} else {
  await command().catch((error: unknown) => {
    console.error(describeFailure(error));
    process.exitCode = 1;
  });
}
