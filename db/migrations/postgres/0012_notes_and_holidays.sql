CREATE TABLE "notes" (
	"id" text PRIMARY KEY NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"words" text NOT NULL,
	"store_ids" text,
	"region_id" text,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "holidays" text;--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "holidays" text;