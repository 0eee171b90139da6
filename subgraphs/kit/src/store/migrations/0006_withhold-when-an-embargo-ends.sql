-- What is withheld with a release under embargo waits here for its end. No row changes: nothing waits yet.
CREATE TABLE "pending_checksum" (
	"release_number" integer NOT NULL,
	"cause_number" integer NOT NULL,
	"checksum" text NOT NULL,
	CONSTRAINT "pending_checksum_release_number_cause_number_pk" PRIMARY KEY("release_number","cause_number")
);
--> statement-breakpoint
ALTER TABLE "pending_checksum" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pending_series" (
	"release_number" integer NOT NULL,
	"indicator_id" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"dimension_key" text collate "C" NOT NULL,
	"values" json NOT NULL,
	"statuses" json,
	"flags" json,
	"numerators" json,
	"denominators" json,
	"lowers" json,
	"uppers" json,
	"denominator_period_ids" json,
	"denominator_source" text,
	"coverages" json,
	"cause_number" integer NOT NULL,
	CONSTRAINT "pending_series_key" PRIMARY KEY("indicator_id","place","dimension_key","release_number","cause_number")
);
--> statement-breakpoint
ALTER TABLE "pending_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP VIEW "observation";--> statement-breakpoint
ALTER TABLE "pending_checksum" ADD CONSTRAINT "pending_checksum_release_number_release_number_fk" FOREIGN KEY ("release_number") REFERENCES "release"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_checksum" ADD CONSTRAINT "pending_checksum_cause_number_release_number_fk" FOREIGN KEY ("cause_number") REFERENCES "release"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_series" ADD CONSTRAINT "pending_series_release_number_release_number_fk" FOREIGN KEY ("release_number") REFERENCES "release"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_series" ADD CONSTRAINT "pending_series_cause_number_release_number_fk" FOREIGN KEY ("cause_number") REFERENCES "release"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE VIEW "observation" AS (select s."release_number", s."indicator_id", s."place", s."dimension_key",
  c."first_ordinal" + cell."position"::integer - 1 as "ordinal",
  c."period_ids" ->> (cell."position"::integer - 1) as "period_id", cell."value"::double precision as "value",
  coalesce((array['PUBLISHED', 'CONFIDENTIAL', 'NOT_AVAILABLE', 'NOT_COLLECTED', 'NOT_APPLICABLE', 'NOT_YET_DUE', 'NOT_PUBLISHED', 'LOW_BASE', 'WITHHELD_BY_TIER'])[(s."statuses" ->> (cell."position"::integer - 1))::integer + 1],
    case when cell."value" is null then 'NOT_AVAILABLE' else 'PUBLISHED' end) as "status",
  coalesce((s."flags" ->> (cell."position"::integer - 1))::integer, 0) as "flags", (s."numerators" ->> (cell."position"::integer - 1))::double precision as "numerator",
  (s."denominators" ->> (cell."position"::integer - 1))::double precision as "denominator", (s."lowers" ->> (cell."position"::integer - 1))::double precision as "lower",
  (s."uppers" ->> (cell."position"::integer - 1))::double precision as "upper"
from (select b."release_number", b."indicator_id", b."place", b."dimension_key", b."values", b."statuses", b."flags", b."numerators", b."denominators", b."lowers", b."uppers", b."denominator_period_ids", b."denominator_source", b."coverages" from "series" b
  where not exists (select from "pending_series" d join "release" c on c."number" = d."cause_number" where d."indicator_id" = b."indicator_id" and d."place" = b."place" and d."dimension_key" = b."dimension_key" and d."release_number" = b."release_number"
    and (c."embargo_until" is null
  or (c."embargo_until" <= now() and (c."recalled_at" is null or c."recalled_at" >= c."embargo_until"))))
union all (select distinct on (p."indicator_id", p."place", p."dimension_key", p."release_number") p."release_number", p."indicator_id", p."place", p."dimension_key", p."values", p."statuses", p."flags", p."numerators", p."denominators", p."lowers", p."uppers", p."denominator_period_ids", p."denominator_source", p."coverages"
  from "pending_series" p join "release" c on c."number" = p."cause_number" where (c."embargo_until" is null
  or (c."embargo_until" <= now() and (c."recalled_at" is null or c."recalled_at" >= c."embargo_until")))
  order by p."indicator_id", p."place", p."dimension_key", p."release_number", c."embargo_until" desc, c."number" desc)) s
join "coverage" c on c."release_number" = s."release_number" and c."indicator_id" = s."indicator_id"
cross join lateral json_array_elements_text(s."values") with ordinality as cell("value", "position")
where c."period_ids" ->> (cell."position"::integer - 1) is not null);--> statement-breakpoint
CREATE POLICY "until_replaced" ON "series" AS RESTRICTIVE FOR SELECT TO public USING (not exists (select from pending_series p join "release" c on c."number" = p."cause_number"
      where p."indicator_id" = series."indicator_id" and p."place" = series."place" and p."dimension_key" = series."dimension_key" and p."release_number" = series."release_number" and c."embargo_until" < now() - interval '1 minute'));--> statement-breakpoint
CREATE POLICY "of_ended_embargo" ON "pending_checksum" AS PERMISSIVE FOR SELECT TO public USING (exists (select from "release" c where c."number" = "pending_checksum"."cause_number" and (c."embargo_until" is null
  or (c."embargo_until" <= now() and (c."recalled_at" is null or c."recalled_at" >= c."embargo_until")))));--> statement-breakpoint
CREATE POLICY "of_ended_embargo" ON "pending_series" AS PERMISSIVE FOR SELECT TO public USING (exists (select from "release" c where c."number" = "pending_series"."cause_number" and (c."embargo_until" is null
  or (c."embargo_until" <= now() and (c."recalled_at" is null or c."recalled_at" >= c."embargo_until")))) and exists (select from "release" r where r."number" = "pending_series"."release_number"
      and (r."recalled_at" is null or r."recalled_at" > now() - interval '1 minute')));