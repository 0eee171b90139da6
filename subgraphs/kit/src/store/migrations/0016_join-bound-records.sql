-- Volumes are written otherwise from now on: each dataset is bound anew by its next load, and until then read row by row.
DELETE FROM "volume";--> statement-breakpoint
ALTER TABLE "volume_series" ADD COLUMN "held" integer NOT NULL;
