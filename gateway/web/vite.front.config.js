import { addCompressed } from './build/compressed.js';

/** The front page, in `dist/front/`: what it loads it names from where it is, so that it works below any path. */
export default {
  root: `${import.meta.dirname}/front`,
  base: './',
  publicDir: false,
  plugins: [addCompressed()],
  build: {
    outDir: '../dist/front',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no script and no icon within the page.
    assetsInlineLimit: 0,
    // What a script loads is asked for with it, and not once it has come. Every browser that the target names knows how.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  logLevel: 'warn',
};
