CREATE TABLE "agreement" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"organisation" text collate "C" NOT NULL,
	"dataset_ids" json NOT NULL,
	"areas" json,
	"purposes" json NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	"reference" text,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "agreement_ends_after_it_begins" CHECK ("agreement"."valid_from" <= "agreement"."valid_until")
);
--> statement-breakpoint
CREATE TABLE "restricted_part" (
	"dataset_id" text collate "C" NOT NULL,
	"indicator_id" text collate "C" NOT NULL,
	"part" integer NOT NULL,
	"place_pattern" text,
	"dimension" text,
	CONSTRAINT "restricted_part_indicator_id_dataset_id_part_pk" PRIMARY KEY("indicator_id","dataset_id","part")
);
--> statement-breakpoint
CREATE INDEX "agreement_organisation" ON "agreement" USING btree ("organisation");--> statement-breakpoint
CREATE POLICY "within_tier" ON "fact" AS RESTRICTIVE FOR SELECT TO public USING (not exists (select from "release" r join "restricted_part" p on p."dataset_id" = r."dataset_id" and p."indicator_id" = ''
      where r."number" = "fact"."release_number" and not coalesce((coalesce(nullif(current_setting('boroughgraph.access', true), ''), '{}')::jsonb) -> p."dataset_id" = 'true'::jsonb, false)));--> statement-breakpoint
CREATE POLICY "within_tier" ON "pending_series" AS RESTRICTIVE FOR SELECT TO public USING ("pending_series"."indicator_id" not in (select "indicator_id" from "restricted_part") or not exists (select from "restricted_part" p
      where p."indicator_id" = "pending_series"."indicator_id" and (p."place_pattern" is null or "pending_series"."place" ~ p."place_pattern")
      and (p."dimension" is null or ';' || "pending_series"."dimension_key" like '%;' || p."dimension" || '=%')
      and not coalesce((coalesce(nullif(current_setting('boroughgraph.access', true), ''), '{}')::jsonb) -> p."dataset_id" = 'true'::jsonb or jsonb_exists((coalesce(nullif(current_setting('boroughgraph.access', true), ''), '{}')::jsonb) -> p."dataset_id", "pending_series"."place"), false)));--> statement-breakpoint
CREATE POLICY "within_tier" ON "series" AS RESTRICTIVE FOR SELECT TO public USING ("series"."indicator_id" not in (select "indicator_id" from "restricted_part") or not exists (select from "restricted_part" p
      where p."indicator_id" = "series"."indicator_id" and (p."place_pattern" is null or "series"."place" ~ p."place_pattern")
      and (p."dimension" is null or ';' || "series"."dimension_key" like '%;' || p."dimension" || '=%')
      and not coalesce((coalesce(nullif(current_setting('boroughgraph.access', true), ''), '{}')::jsonb) -> p."dataset_id" = 'true'::jsonb or jsonb_exists((coalesce(nullif(current_setting('boroughgraph.access', true), ''), '{}')::jsonb) -> p."dataset_id", "series"."place"), false)));