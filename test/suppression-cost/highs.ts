import { createRequire } from 'node:module';
import type * as HighsModule from 'highs';

// Its types are those of the CommonJS form, in which its loader is a property; it is loaded so, too.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof HighsModule.default;

/** HiGHS, a solver of linear and integer programs that others keep. */
export const highs = await loadHighs();
