import type postgres from 'postgres';
import type { ReleaseWeight } from '../../store/dataset-version.ts';
import type { IndicatorChanges } from './cell-changes.ts';

/** How much a load changes, of its figures: see `ReleaseWeight`. Never throws. */
export function weightOfChanges(changes: readonly IndicatorChanges[]): ReleaseWeight {
  if (changes.some(({ lost }) => lost > 0)) return 'major';
  return changes.some(({ added }) => added > 0) ? 'minor' : 'patch';
}

/** How many figures that were there until now are other ones, gone or withheld. Of cuts for named users none is counted. Never throws. */
export function countCorrected(changes: readonly IndicatorChanges[]): number {
  return changes.reduce((sum, { changed, lost }) => sum + changed.length + lost, 0);
}

/**
 * How much a release changes that has just been written. A recall since the one before it took figures away; of one that holds no figures,
 * what it states is compared with what the one before it stated.
 *
 * @throws when the database fails.
 */
export async function weighRelease(
  turn: postgres.ISql,
  { number, supersedes }: { readonly number: number; readonly supersedes: string | null },
  changes: readonly IndicatorChanges[],
): Promise<ReleaseWeight> {
  const [found] = await turn<{ isRecalled: boolean; hasFigures: boolean; isLess: boolean; isMore: boolean }[]>`
    select
      exists (select from release r where r.dataset_id = own.dataset_id and r.is_synthetic = own.is_synthetic
        and r.recalled_at is not null and (r.embargo_until is null or r.embargo_until <= r.recalled_at)
        and not exists (select from release later where later.dataset_id = own.dataset_id and later.number <> own.number
          and later.loaded_at > r.recalled_at)) as "isRecalled",
      exists (select from coverage c where c.release_number = own.number) as "hasFigures",
      exists (select kind, key from fact where release_number = before.number
        except select kind, key from fact where release_number = own.number) as "isLess",
      exists (select kind, key from fact where release_number = own.number
        except select kind, key from fact where release_number = before.number) as "isMore"
    from release own left join release before on before.id = ${supersedes} where own.number = ${number}`;
  if (found === undefined) throw new Error(`the store has no release ${number}`);
  if (found.isRecalled) return 'major';
  if (found.hasFigures) return weightOfChanges(changes);
  if (found.isLess) return 'major';
  return found.isMore ? 'minor' : 'patch';
}
