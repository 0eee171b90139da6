import { existsSync } from 'node:fs';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import type { DataFolder } from '../stores/data-folder.ts';

/**
 * An environment in which Node keeps the code that it compiles in the data folder, so that the next start is faster: a
 * third of the time in which a server starts is reading and compiling. The same environment where there is no data
 * folder, which is made for nothing else, or where a person has said where compiled code is kept.
 */
export function keepCompiledCode(environment: Environment, folder: DataFolder): Environment {
  return existsSync(folder.root) ? { NODE_COMPILE_CACHE: folder.compiled, ...environment } : environment;
}
