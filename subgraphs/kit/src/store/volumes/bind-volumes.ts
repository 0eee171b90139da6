import type postgres from 'postgres';
import { joinRows } from './join-rows.ts';
import { joinVolumes, type SmallVolume, type SmallVolumes } from './join-volumes.ts';

/** Releases that are bound as soon as there are so many; and volumes of so many are bound once more, to one. */
export const releasesBound = 16;
const releasesOfLarge = releasesBound ** 2;

/**
 * Binds releases of a dataset in volumes, where many are loose: those that stand and that everybody sees, of which nothing waits for the
 * end of an embargo. In the transaction of the load. What it takes does not grow with the history: rows are looked up by their names, and
 * small volumes become a large one as they are.
 */
export async function bindVolumes(sql: postgres.ISql, datasetId: string): Promise<void> {
  if (!(await areEnough(sql, datasetId))) return;
  const { unbound, volumes } = await findUnbound(sql, datasetId);
  const bound = new Set(volumes.flatMap(({ releases }) => releases));
  const loose = unbound.filter((number) => !bound.has(number));
  for (const group of wholeGroups(loose, releasesBound)) await joinRows(sql, datasetId, group);
  if (unbound.length >= releasesOfLarge) await bindLarge(sql, datasetId);
}

async function bindLarge(sql: postgres.ISql, datasetId: string): Promise<void> {
  const { unbound, volumes } = await findUnbound(sql, datasetId);
  for (const releases of wholeGroups(unbound, releasesOfLarge)) {
    const parts = volumes.filter((volume) => volume.releases.some((number) => releases.includes(number)));
    const isOneAfterAnother = parts.flatMap((part) => part.releases).join() === releases.join();
    await (isOneAfterAnother ? joinVolumes : joinAnew)(sql, datasetId, { releases, parts });
  }
}

async function joinAnew(sql: postgres.ISql, datasetId: string, { releases, parts }: SmallVolumes): Promise<void> {
  await sql`delete from volume where number = any(${`{${parts.map(({ number }) => number).join(',')}}`}::text::integer[])`;
  await joinRows(sql, datasetId, releases);
}

/** The releases that may be bound and are in no large volume, the lowest number first, and the small volumes by their first release. */
async function findUnbound(sql: postgres.ISql, datasetId: string) {
  const volumes = await sql<SmallVolume[]>`
    select number, array_to_json(releases) as releases from volume
    where dataset_id = ${datasetId} and cardinality(releases) < ${releasesOfLarge} order by releases[1]`;
  const unbound = await sql<{ number: number }[]>`
    select r.number from release r
    where r.dataset_id = ${datasetId} and ${standing(sql)}
      and r.number not in (select unnest(releases) from volume where cardinality(releases) >= ${releasesOfLarge})
      and r.number not in (select release_number from pending_series)
    order by r.number`;
  return { unbound: unbound.map(({ number }) => number), volumes };
}

/** Of releases `r` those that stand and that everybody sees. */
const standing = (sql: postgres.ISql) =>
  sql`r.recalled_at is null and (r.embargo_until is null or r.embargo_until <= now())`;

/** Whether there may be enough to bind; mostly there are not, which counting tells. */
async function areEnough(sql: postgres.ISql, datasetId: string): Promise<boolean> {
  const [count] = await sql<{ standing: number; bound: number; large: number }[]>`
    select (select count(*)::integer from release r where r.dataset_id = ${datasetId} and ${standing(sql)}) as standing,
      coalesce(sum(cardinality(v.releases)), 0)::integer as bound,
      coalesce(sum(cardinality(v.releases)) filter (where cardinality(v.releases) >= ${releasesOfLarge}), 0)::integer as large
    from volume v where v.dataset_id = ${datasetId}
      and not exists (select from release r where r.recalled_at is not null and r.number = any(v.releases))`;
  if (count === undefined) return false;
  return count.standing - count.bound >= releasesBound || count.standing - count.large >= releasesOfLarge;
}

/** A list in parts of a size; what is left over is in none. */
function wholeGroups<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.floor(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
