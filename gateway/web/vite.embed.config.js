/** What the gateway runs to draw a series where no script does, in `dist/embed/`: one module for Node with all that it takes. */
export default {
  root: `${import.meta.dirname}/front`,
  publicDir: false,
  build: {
    outDir: '../dist/embed',
    emptyOutDir: true,
    target: 'node24',
    ssr: 'embed/render.tsx',
    reportCompressedSize: false,
    minify: true,
    rolldownOptions: { output: { entryFileNames: 'render.js', codeSplitting: false } },
  },
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warn',
};
