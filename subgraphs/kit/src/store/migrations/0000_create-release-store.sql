CREATE TABLE "catalogue_version" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"release_number" integer NOT NULL,
	"indicator_id" text collate "C" NOT NULL,
	"first_ordinal" integer NOT NULL,
	"period_ids" json NOT NULL,
	CONSTRAINT "coverage_release_number_indicator_id_pk" PRIMARY KEY("release_number","indicator_id")
);
--> statement-breakpoint
CREATE TABLE "dataset" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"title" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact" (
	"release_number" integer NOT NULL,
	"kind" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "fact_kind_key_release_number_pk" PRIMARY KEY("kind","key","release_number")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"dataset_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "release_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text collate "C" NOT NULL,
	"dataset_id" text collate "C" NOT NULL,
	"published_at" date NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"supersedes" text,
	"checksum" text NOT NULL,
	"source_name" text NOT NULL,
	"is_synthetic" boolean NOT NULL,
	"latest_period_end" date,
	"rows_read" integer NOT NULL,
	"rows_loaded" integer NOT NULL,
	"rows_left_out" integer NOT NULL,
	"rows_kept_outside" integer NOT NULL,
	"rows_rejected" integer NOT NULL,
	"observation_count" integer NOT NULL,
	CONSTRAINT "release_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "series" (
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
	CONSTRAINT "series_indicator_id_place_dimension_key_release_number_pk" PRIMARY KEY("indicator_id","place","dimension_key","release_number")
);
--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_release_number_release_number_fk" FOREIGN KEY ("release_number") REFERENCES "release"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact" ADD CONSTRAINT "fact_release_number_release_number_fk" FOREIGN KEY ("release_number") REFERENCES "release"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_dataset_id_dataset_id_fk" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_release_number_release_number_fk" FOREIGN KEY ("release_number") REFERENCES "release"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "release_dataset" ON "release" USING btree ("dataset_id","checksum");--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_values_is_list" CHECK (json_typeof("values") = 'array');--> statement-breakpoint
INSERT INTO "catalogue_version" ("version") VALUES (0);--> statement-breakpoint
CREATE VIEW "observation" AS
SELECT s."release_number", s."indicator_id", s."place", s."dimension_key", c."first_ordinal" + cell."position"::integer - 1 AS "ordinal",
       c."period_ids" ->> (cell."position"::integer - 1) AS "period_id", cell."value"::double precision AS "value",
       coalesce((ARRAY['PUBLISHED', 'CONFIDENTIAL', 'NOT_AVAILABLE', 'NOT_COLLECTED', 'NOT_APPLICABLE', 'NOT_YET_DUE', 'NOT_PUBLISHED', 'LOW_BASE', 'WITHHELD_BY_TIER'])[(s."statuses" ->> (cell."position"::integer - 1))::integer + 1],
                CASE WHEN cell."value" IS NULL THEN 'NOT_AVAILABLE' ELSE 'PUBLISHED' END) AS "status",
       coalesce((s."flags" ->> (cell."position"::integer - 1))::integer, 0) AS "flags",
       (s."numerators" ->> (cell."position"::integer - 1))::double precision AS "numerator",
       (s."denominators" ->> (cell."position"::integer - 1))::double precision AS "denominator",
       (s."lowers" ->> (cell."position"::integer - 1))::double precision AS "lower",
       (s."uppers" ->> (cell."position"::integer - 1))::double precision AS "upper"
FROM "series" s
JOIN "coverage" c ON c."release_number" = s."release_number" AND c."indicator_id" = s."indicator_id"
CROSS JOIN LATERAL json_array_elements_text(s."values") WITH ORDINALITY AS cell("value", "position")
WHERE c."period_ids" ->> (cell."position"::integer - 1) IS NOT NULL;--> statement-breakpoint
COMMENT ON VIEW "observation" IS 'The series of every release, one row a cell, for people who read the store with SQL.';
