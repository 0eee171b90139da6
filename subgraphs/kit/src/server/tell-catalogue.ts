import { catalogueExtension, catalogueHeader, writeCatalogueState } from '@boroughgraph/schema/wire/catalogue-state.ts';
import type { Teller } from './tell-extensions.ts';

/**
 * Says in `extensions.catalogue` by which state of its catalogue an agency has answered whoever asks for that, so that its gateway need not ask again for
 * what has not changed.
 *
 * @param server - What the states of this server begin with.
 */
export function tellCatalogue(server: string): Teller {
  return ({ catalogue }, isWanted) =>
    isWanted(catalogueHeader) ? { [catalogueExtension]: writeCatalogueState(server, catalogue.state) } : null;
}
