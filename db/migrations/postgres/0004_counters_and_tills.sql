CREATE TABLE "fetches" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"feed" text NOT NULL,
	"resource" text NOT NULL,
	"key" text NOT NULL,
	"version" text NOT NULL,
	"noticed_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"error" text,
	"failed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"store_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"mapping" text NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "import_mappings_store_id_name_pk" PRIMARY KEY("store_id","name")
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"device_id" text NOT NULL,
	"key" text NOT NULL,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "placements_device_id_key_pk" PRIMARY KEY("device_id","key")
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"feed" text PRIMARY KEY NOT NULL,
	"cursor" text,
	"tried_at" bigint,
	"succeeded_at" bigint,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "seen_messages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"received_at" bigint NOT NULL,
	"topic" text NOT NULL,
	"raw" text NOT NULL,
	"understood" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vendor_secrets" (
	"holder_kind" text NOT NULL,
	"holder_id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"value" text NOT NULL,
	"ends_at" bigint,
	CONSTRAINT "vendor_secrets_holder_kind_holder_id_name_created_at_pk" PRIMARY KEY("holder_kind","holder_id","name","created_at")
);
--> statement-breakpoint
CREATE TABLE "walk_tests" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"device_id" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"walked_in" bigint,
	"walked_out" bigint,
	"take_out_id" text,
	"made_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"subject" text PRIMARY KEY NOT NULL,
	"ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "z_reports" (
	"store_id" text NOT NULL,
	"source" text NOT NULL,
	"id" text NOT NULL,
	"device_id" text NOT NULL,
	"till" text,
	"opened_at" bigint,
	"closed_at" bigint NOT NULL,
	"sales_count" bigint,
	"sales_minor" bigint,
	"returns_count" bigint,
	"returns_minor" bigint,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "z_reports_store_id_source_id_pk" PRIMARY KEY("store_id","source","id")
);
--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "connection" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "topics" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "options" text;--> statement-breakpoint
CREATE UNIQUE INDEX "fetches_by_key" ON "fetches" USING btree ("feed","resource","key");--> statement-breakpoint
CREATE INDEX "fetches_by_time" ON "fetches" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "placements_by_time" ON "placements" USING btree ("device_id","received_at");--> statement-breakpoint
CREATE INDEX "seen_messages_by_subject" ON "seen_messages" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "walk_tests_by_device" ON "walk_tests" USING btree ("device_id","started_at");--> statement-breakpoint
CREATE INDEX "z_reports_by_time" ON "z_reports" USING btree ("store_id","closed_at");