/*
 * Starts the commands of the system. In plain JavaScript, so that any Node can read it: one that is too old says so, where it would else show a stack.
 */
import { fileURLToPath } from 'node:url';

const needed = 24;
const [major = ''] = process.versions.node.split('.');

if (Number(major) >= needed) {
  // A command begins by reading and compiling a thousand files, which takes as long as loading a small one: Node keeps what it has compiled
  // beside the packages, for the next. Where that cannot be written, or NODE_COMPILE_CACHE names another place, nothing is kept here.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/boroughgraph', import.meta.url)));
  // Before the rest, which it finds.
  await import('./src/processes/quick-imports.ts');
  await import('./src/main.ts');
} else {
  console.error(
    `boroughgraph runs on Node ${needed}, and this is Node ${process.versions.node}. npm ci brings Node ${needed} as a package with an install script: where install scripts are off (ignore-scripts) it is missing. Run: npm ci --ignore-scripts=false`,
  );
  process.exitCode = 1;
}
