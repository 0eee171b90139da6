CREATE TABLE "load_report" (
	"release_number" integer PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "load_report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_organisation" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "own_organisation_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"organisation" text collate "C" NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "load_report" ADD CONSTRAINT "load_report_release_number_release_number_fk" FOREIGN KEY ("release_number") REFERENCES "release"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "own_organisation_once" ON "own_organisation" USING btree ("organisation") WHERE "own_organisation"."ended_at" is null;--> statement-breakpoint
CREATE POLICY "of_own_people" ON "load_report" AS PERMISSIVE FOR SELECT TO public USING (coalesce((coalesce(nullif(current_setting('boroughgraph.access', true), ''), '{}')::jsonb) -> 'load reports' = 'true'::jsonb, false));