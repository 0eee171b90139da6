CREATE TABLE "checksum_key" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"secret" text NOT NULL
);--> statement-breakpoint
ALTER TABLE "checksum_key" ADD CONSTRAINT "checksum_key_is_only" CHECK ("is_only");--> statement-breakpoint
INSERT INTO "checksum_key" ("secret") VALUES (gen_random_uuid()::text || gen_random_uuid()::text);
