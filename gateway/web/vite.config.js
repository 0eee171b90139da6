import { addCompressed } from './build/compressed.js';
import { addGraphiql } from './build/graphiql.js';

// The page stands beside the folder of what it loads, and the server says where that is, so that it works below any path.
const base = './';

export default {
  root: import.meta.dirname,
  base,
  // Nothing is copied as it stands: what a page loads has the hash of its content in its name, so that browsers may keep it.
  publicDir: false,
  plugins: [addGraphiql(base), addCompressed()],
  build: {
    target: 'es2022',
    // The content security policy allows no script and no icon within the page.
    assetsInlineLimit: 0,
    // There is one script, which loads no other.
    modulePreload: false,
    reportCompressedSize: false,
    // Most of the time goes into compressing, and is meant to.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  logLevel: 'warn',
};
