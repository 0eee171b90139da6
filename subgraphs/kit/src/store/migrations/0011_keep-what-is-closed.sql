CREATE TABLE "closed_history" (
	"dataset_id" text collate "C" PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"evidence" jsonb NOT NULL
);
