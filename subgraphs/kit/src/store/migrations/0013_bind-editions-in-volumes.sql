CREATE TABLE "volume" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "volume_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"dataset_id" text collate "C" NOT NULL,
	"releases" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "volume_series" (
	"volume_number" integer NOT NULL,
	"indicator_id" text collate "C" NOT NULL,
	"place" text collate "C" NOT NULL,
	"dimension_key" text collate "C" NOT NULL,
	"records" json NOT NULL,
	CONSTRAINT "volume_series_indicator_id_place_dimension_key_volume_number_pk" PRIMARY KEY("indicator_id","place","dimension_key","volume_number")
);
--> statement-breakpoint
ALTER TABLE "volume_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "volume" ADD CONSTRAINT "volume_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volume_series" ADD CONSTRAINT "volume_series_volume_number_volume_number_fk" FOREIGN KEY ("volume_number") REFERENCES "volume"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "volume_series_volume" ON "volume_series" USING btree ("volume_number");--> statement-breakpoint
CREATE POLICY "of_standing_releases" ON "volume_series" AS PERMISSIVE FOR SELECT TO public USING ("volume_series"."volume_number" not in (select v."number" from "volume" v join "release" r on r."number" = any(v."releases")
        where r."recalled_at" is not null));--> statement-breakpoint
CREATE POLICY "within_tier" ON "volume_series" AS RESTRICTIVE FOR SELECT TO public USING ("volume_series"."indicator_id" not in (select "indicator_id" from "restricted_part") or not exists (select from "restricted_part" p
      where p."indicator_id" = "volume_series"."indicator_id" and (p."place_pattern" is null or "volume_series"."place" ~ p."place_pattern")
      and (p."dimension" is null or ';' || "volume_series"."dimension_key" like '%;' || p."dimension" || '=%')
      and not coalesce((coalesce(nullif(current_setting('boroughgraph.access', true), ''), '{}')::jsonb) -> p."dataset_id" = 'true'::jsonb or jsonb_exists((coalesce(nullif(current_setting('boroughgraph.access', true), ''), '{}')::jsonb) -> p."dataset_id", "volume_series"."place"), false)));--> statement-breakpoint
-- Takes away the volumes that hold what has changed, whoever changes it: rows of series, and what waits to come in their place.
CREATE FUNCTION unbind_series() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  EXECUTE format('DELETE FROM %I.volume WHERE releases && $1', tg_table_schema)
    USING ARRAY(SELECT DISTINCT release_number FROM changed);
  RETURN NULL;
END $body$;
--> statement-breakpoint
CREATE TRIGGER unbind_updated AFTER UPDATE ON "series" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION unbind_series();
--> statement-breakpoint
CREATE TRIGGER unbind_deleted AFTER DELETE ON "series" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION unbind_series();
--> statement-breakpoint
CREATE TRIGGER unbind_waiting AFTER INSERT ON "pending_series" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION unbind_series();
--> statement-breakpoint
-- The same for releases that are recalled, put under an embargo, given to another dataset or deleted.
CREATE FUNCTION unbind_releases() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  EXECUTE format('DELETE FROM %I.volume WHERE releases && $1', tg_table_schema)
    USING ARRAY(SELECT o."number" FROM before o WHERE NOT EXISTS (SELECT FROM after n WHERE n."number" = o."number" AND n.dataset_id = o.dataset_id
      AND n.recalled_at IS NOT DISTINCT FROM o.recalled_at AND n.embargo_until IS NOT DISTINCT FROM o.embargo_until));
  RETURN NULL;
END $body$;
--> statement-breakpoint
CREATE TRIGGER unbind_changed AFTER UPDATE ON "release" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION unbind_releases();
--> statement-breakpoint
CREATE FUNCTION unbind_deleted_releases() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  EXECUTE format('DELETE FROM %I.volume WHERE releases && $1', tg_table_schema) USING ARRAY(SELECT "number" FROM before);
  RETURN NULL;
END $body$;
--> statement-breakpoint
CREATE TRIGGER unbind_deleted AFTER DELETE ON "release" REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION unbind_deleted_releases();
