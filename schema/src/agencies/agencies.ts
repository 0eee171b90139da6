import { existsSync, readdirSync } from 'node:fs';
import { projectRoot } from '../project-root.ts';
import { AgencyDescriptionError, descriptionFile, readAgency, type Agency } from './agency.ts';

/**
 * Every agency of the graph, in the order of their ports. An agency is a folder of `subgraphs/` with an `agency.json`.
 *
 * @throws {AgencyDescriptionError} when a description is wrong, or two agencies have one port.
 */
export function readAgencies(root: URL = projectRoot): readonly Agency[] {
  const agencies = readdirSync(new URL('subgraphs/', root))
    .map((folder) => new URL(`subgraphs/${folder}/`, root))
    .filter((folder) => existsSync(new URL(descriptionFile, folder)))
    .map(readAgency)
    .sort((one, other) => one.port - other.port);
  const [twice] = agencies.flatMap((agency, index) => {
    const before = agencies[index - 1];
    return before?.port === agency.port ? [[before, agency] as const] : [];
  });
  if (twice === undefined) return agencies;
  const [one, other] = twice;
  throw new AgencyDescriptionError(
    `subgraphs/${other.name}/${descriptionFile}: port: expected a free one, but ${other.port} is that of ${one.name}`,
  );
}
