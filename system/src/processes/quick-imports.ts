/*
 * Loaded before what reads a store. Node reads the package.json of a package anew for each of its modules; that of Drizzle
 * has 180 kB, and with its 120 modules this was more than half of the processor time in which a server of an agency starts.
 * A module that Drizzle names beside its own is the file of that name, and a module of the language's own kind, as all of
 * Drizzle's are: so much is said here without looking.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, resolveNext) => {
    const { parentURL = '' } = context;
    return parentURL.includes('/node_modules/drizzle-orm/') && /^\.\.?\/.*\.js$/.test(specifier)
      ? { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
      : resolveNext(specifier, context);
  },
});
