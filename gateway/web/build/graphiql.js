import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { css, editorWorkerService, graphqlWorker, js, jsonWorker } from '@graphql-yoga/render-graphiql/graphiql';

/** The module that says at which addresses the workers of GraphiQL's editor are, by what the editor calls them. */
const workersModule = 'virtual:graphiql-workers';

const workers = { editorWorkerService, graphql: graphqlWorker, json: jsonWorker };

/**
 * Adds GraphiQL to a build as its package has it, built already: a script and a style that the page loads before its own, and
 * the workers of its editor. Built from its sources it would be the same, with 190 MB of packages more, most of them Monaco.
 *
 * @param base - The path from the page's folder to what is built; ends with a slash.
 */
export function addGraphiql(base) {
  const script = describeFile('graphiql.js', js);
  const style = describeFile('graphiql.css', css);
  const files = Object.entries(workers).map(([name, source]) => [name, describeFile(`worker-${name}.js`, source)]);
  const addressOf = ({ fileName }) => base + fileName;
  return {
    name: 'graphiql',
    resolveId: (id) => (id === workersModule ? id : undefined),
    load: (id) =>
      id === workersModule
        ? // The way to them from the page, which stands beside the folder of what it loads.
          `const files = ${JSON.stringify(Object.fromEntries(files.map(([name, file]) => [name, basename(file.fileName)])))};
export const workers = Object.fromEntries(
  Object.entries(files).map(([name, file]) => [name, new URL('playground/assets/' + file, location.href).href]),
);`
        : undefined,
    generateBundle() {
      for (const file of [script, style, ...files.map(([, worker]) => worker)])
        this.emitFile({ type: 'asset', ...file });
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'stylesheet', href: addressOf(style) }, injectTo: 'head-prepend' },
      // Deferred, as the page's own script is, which it comes before.
      { tag: 'script', attrs: { defer: true, src: addressOf(script) }, injectTo: 'head-prepend' },
    ],
  };
}

/** A file to emit, with the hash of its content in its name. */
function describeFile(name, source) {
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { fileName: `assets/${name.replace('.', `-${hash}.`)}`, source };
}
