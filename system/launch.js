/*
 * Starts the commands of the system. In plain JavaScript, so that any Node can read it: one that is too old says so, where it would else show a stack.
 */
const needed = 24;
const [major = ''] = process.versions.node.split('.');

if (Number(major) >= needed) {
  await import('./src/main.ts');
} else {
  console.error(
    `boroughgraph runs on Node ${needed}, and this is Node ${process.versions.node}. npm ci brings Node ${needed} as a package with an install script: where install scripts are off (ignore-scripts) it is missing. Run: npm ci --ignore-scripts=false`,
  );
  process.exitCode = 1;
}
