ALTER TABLE "release" ADD COLUMN "embargo_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "recalled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "recall_reason" text;--> statement-breakpoint
CREATE INDEX "release_embargo" ON "release" USING btree ("embargo_until") WHERE "release"."embargo_until" is not null;--> statement-breakpoint
CREATE INDEX "release_recall" ON "release" USING btree ("recalled_at") WHERE "release"."recalled_at" is not null;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_recall_has_reason" CHECK (("release"."recalled_at" is null) = ("release"."recall_reason" is null));--> statement-breakpoint
ALTER TABLE "release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "coverage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "fact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "after_embargo" ON "release" FOR SELECT
USING ("embargo_until" IS NULL OR ("embargo_until" <= now() AND ("recalled_at" IS NULL OR "recalled_at" >= "embargo_until")));--> statement-breakpoint
COMMENT ON POLICY "after_embargo" ON "release" IS 'Roles that do not own the table see nothing of a release before its embargo ends, nor ever of one that was recalled before.';--> statement-breakpoint
CREATE POLICY "of_standing_release" ON "coverage" FOR SELECT
USING (EXISTS (SELECT FROM "release" r WHERE r."number" = "release_number" AND (r."recalled_at" IS NULL OR r."recalled_at" > now() - interval '1 minute')));--> statement-breakpoint
CREATE POLICY "of_standing_release" ON "series" FOR SELECT
USING (EXISTS (SELECT FROM "release" r WHERE r."number" = "release_number" AND (r."recalled_at" IS NULL OR r."recalled_at" > now() - interval '1 minute')));--> statement-breakpoint
CREATE POLICY "of_standing_release" ON "fact" FOR SELECT
USING (EXISTS (SELECT FROM "release" r WHERE r."number" = "release_number" AND (r."recalled_at" IS NULL OR r."recalled_at" > now() - interval '1 minute')));--> statement-breakpoint
COMMENT ON POLICY "of_standing_release" ON "series" IS 'Figures of the releases that the role sees and that stand. A request that had begun before a recall still ends with what it began with: hence the minute.';
