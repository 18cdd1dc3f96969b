CREATE TABLE "count_events" (
	"slot" bigint NOT NULL,
	"device_id" text NOT NULL,
	"line" text NOT NULL,
	"at" bigint NOT NULL,
	"direction" text NOT NULL,
	"id" text NOT NULL,
	"place" bigint NOT NULL,
	"count" bigint NOT NULL,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "count_events_slot_device_id_line_at_direction_id_place_pk" PRIMARY KEY("slot","device_id","line","at","direction","id","place")
);
--> statement-breakpoint
CREATE TABLE "count_readings" (
	"slot" bigint NOT NULL,
	"device_id" text NOT NULL,
	"line" text NOT NULL,
	"at" bigint NOT NULL,
	"total_in" bigint,
	"total_out" bigint,
	"total_passers_by" bigint,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "count_readings_slot_device_id_line_at_pk" PRIMARY KEY("slot","device_id","line","at")
);
--> statement-breakpoint
CREATE TABLE "held_decisions" (
	"device_id" text NOT NULL,
	"line" text NOT NULL,
	"start_at" bigint NOT NULL,
	"end_at" bigint NOT NULL,
	"count_in" bigint,
	"count_out" bigint,
	"passers_by" bigint,
	"decision" text NOT NULL,
	"actor" text NOT NULL,
	"decided_at" bigint NOT NULL,
	CONSTRAINT "held_decisions_device_id_line_end_at_start_at_pk" PRIMARY KEY("device_id","line","end_at","start_at")
);
--> statement-breakpoint
CREATE TABLE "manual_counts" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"device_id" text NOT NULL,
	"start_at" bigint NOT NULL,
	"end_at" bigint NOT NULL,
	"count_in" bigint,
	"count_out" bigint,
	"note" text,
	"made_by" text NOT NULL,
	"received_at" bigint NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "reading_days" (
	"device_id" text NOT NULL,
	"line" text NOT NULL,
	"day" bigint NOT NULL,
	CONSTRAINT "reading_days_device_id_line_day_pk" PRIMARY KEY("device_id","line","day")
);
--> statement-breakpoint
CREATE TABLE "reported_tallies" (
	"store_id" text NOT NULL,
	"date" text NOT NULL,
	"in_window" bigint NOT NULL,
	"reported_at" bigint NOT NULL,
	"passers_by_seen" bigint NOT NULL,
	"entries_seen" bigint NOT NULL,
	"exits_seen" bigint NOT NULL,
	"purchases_seen" bigint NOT NULL,
	"passers_by_doubled" bigint NOT NULL,
	"entries_doubled" bigint NOT NULL,
	"exits" bigint NOT NULL,
	"purchases" bigint NOT NULL,
	"gross_sales_minor" bigint NOT NULL,
	"returns_minor" bigint NOT NULL,
	"net_tax_minor" bigint NOT NULL,
	"receipts" bigint NOT NULL,
	"receipts_with_tax" bigint NOT NULL,
	"items" bigint NOT NULL,
	"purchases_with_items" bigint NOT NULL,
	"other_transactions" bigint NOT NULL,
	"other_net_sales_minor" bigint NOT NULL,
	"passers_by_expected_ms" bigint NOT NULL,
	"passers_by_observed_ms" bigint NOT NULL,
	"entries_expected_ms" bigint NOT NULL,
	"entries_observed_ms" bigint NOT NULL,
	"purchases_expected_ms" bigint NOT NULL,
	"purchases_observed_ms" bigint NOT NULL,
	"capture_entries_doubled" bigint NOT NULL,
	"capture_passers_by_doubled" bigint NOT NULL,
	"capture_buckets" bigint NOT NULL,
	"conversion_purchases" bigint NOT NULL,
	"conversion_entries_doubled" bigint NOT NULL,
	"conversion_net_sales_minor" bigint NOT NULL,
	"conversion_buckets" bigint NOT NULL,
	"balance_in" bigint NOT NULL,
	"balance_out" bigint NOT NULL,
	"coarse_buckets" bigint NOT NULL,
	CONSTRAINT "reported_tallies_store_id_date_in_window_pk" PRIMARY KEY("store_id","date","in_window")
);
--> statement-breakpoint
CREATE TABLE "restatements" (
	"store_id" text NOT NULL,
	"date" text NOT NULL,
	"in_window" bigint NOT NULL,
	"cause" text NOT NULL,
	"device_id" text NOT NULL,
	"changes" bigint DEFAULT 0 NOT NULL,
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"passers_by_doubled" bigint DEFAULT 0 NOT NULL,
	"entries_doubled" bigint DEFAULT 0 NOT NULL,
	"exits" bigint DEFAULT 0 NOT NULL,
	"purchases" bigint DEFAULT 0 NOT NULL,
	"gross_sales_minor" bigint DEFAULT 0 NOT NULL,
	"returns_minor" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "restatements_store_id_date_in_window_cause_device_id_pk" PRIMARY KEY("store_id","date","in_window","cause","device_id")
);
--> statement-breakpoint
CREATE TABLE "set_aside" (
	"device_id" text NOT NULL,
	"line" text NOT NULL,
	"start_at" bigint NOT NULL,
	"end_at" bigint NOT NULL,
	"count_in" bigint,
	"count_out" bigint,
	"passers_by" bigint,
	"why" text NOT NULL,
	CONSTRAINT "set_aside_device_id_line_end_at_start_at_pk" PRIMARY KEY("device_id","line","end_at","start_at")
);
--> statement-breakpoint
CREATE TABLE "take_outs" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"device_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"to_at" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"reverted_by" text,
	"reverted_at" bigint
);
--> statement-breakpoint
ALTER TABLE "quarter_counts" ADD COLUMN "first_at" bigint;--> statement-breakpoint
ALTER TABLE "quarter_counts" ADD COLUMN "last_at" bigint;--> statement-breakpoint
ALTER TABLE "quarter_counts" ADD COLUMN "messages" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "manual_counts_by_device" ON "manual_counts" USING btree ("device_id","end_at");--> statement-breakpoint
CREATE INDEX "manual_counts_by_store" ON "manual_counts" USING btree ("store_id","end_at");--> statement-breakpoint
CREATE INDEX "take_outs_by_device" ON "take_outs" USING btree ("device_id","from_at");--> statement-breakpoint
CREATE INDEX "take_outs_by_store" ON "take_outs" USING btree ("store_id","from_at");