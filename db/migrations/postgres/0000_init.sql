CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" bigint,
	"refresh_token_expires_at" bigint,
	"scope" text,
	"password" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"before" text,
	"after" text
);
--> statement-breakpoint
CREATE TABLE "count_intervals" (
	"slot" bigint NOT NULL,
	"device_id" text NOT NULL,
	"line" text NOT NULL,
	"start_at" bigint NOT NULL,
	"end_at" bigint NOT NULL,
	"count_in" bigint,
	"count_out" bigint,
	"passers_by" bigint,
	"staff_in" bigint,
	"staff_out" bigint,
	"groups" bigint,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	"is_overlap" bigint DEFAULT 0 NOT NULL,
	"body" text,
	CONSTRAINT "count_intervals_slot_device_id_line_start_at_pk" PRIMARY KEY("slot","device_id","line","start_at")
);
--> statement-breakpoint
CREATE TABLE "daily_tallies" (
	"store_id" text NOT NULL,
	"date" text NOT NULL,
	"in_window" bigint NOT NULL,
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
	CONSTRAINT "daily_tallies_store_id_date_in_window_pk" PRIMARY KEY("store_id","date","in_window")
);
--> statement-breakpoint
CREATE TABLE "device_states" (
	"device_id" text PRIMARY KEY NOT NULL,
	"first_report_at" bigint,
	"last_report_at" bigint,
	"last_seen_at" bigint,
	"longest_interval_ms" bigint,
	"latest_interval_ms" bigint,
	"complete_to" text,
	"state" text,
	"problem" text,
	"state_at" bigint,
	"battery" double precision,
	"firmware" text,
	"corrections" bigint DEFAULT 0 NOT NULL,
	"has_status_since" bigint
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"name" text NOT NULL,
	"profile" text NOT NULL,
	"mode" text NOT NULL,
	"measures" text NOT NULL,
	"lines" text NOT NULL,
	"entrance_id" text,
	"reports_every_seconds" bigint,
	"silent_after_seconds" bigint NOT NULL,
	"feed" text NOT NULL,
	"clock" text NOT NULL,
	"counter_bits" bigint,
	"max_per_minute" bigint NOT NULL,
	"installed_at" bigint,
	"removed_at" bigint,
	"secret_hash" text,
	"position" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entrances" (
	"store_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"count_as" text NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "entrances_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "ingest_runs" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"alive_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"user_id" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"store_ids" text NOT NULL,
	"region_ids" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mqtt_clients" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"store_id" text,
	"filters" text NOT NULL,
	"secret_hash" text
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" bigint PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"locale" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"received_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"store_id" text,
	"device_id" text,
	"topic" text NOT NULL,
	"kind" text,
	"reason" text NOT NULL,
	"detail" text NOT NULL,
	"digest" text NOT NULL,
	"body" text NOT NULL,
	"length" bigint,
	"sha256" text,
	"count" bigint DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine_let_go" (
	"topic" text PRIMARY KEY NOT NULL,
	"count" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarter_counts" (
	"store_id" text NOT NULL,
	"bucket" bigint NOT NULL,
	"device_id" text NOT NULL,
	"count_in" bigint,
	"count_out" bigint,
	"passers_by" bigint,
	"staff_in" bigint,
	"staff_out" bigint,
	"in_ms" bigint DEFAULT 0 NOT NULL,
	"out_ms" bigint DEFAULT 0 NOT NULL,
	"both_ms" bigint DEFAULT 0 NOT NULL,
	"passers_by_ms" bigint DEFAULT 0 NOT NULL,
	"coarse" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "quarter_counts_store_id_bucket_device_id_pk" PRIMARY KEY("store_id","bucket","device_id")
);
--> statement-breakpoint
CREATE TABLE "quarter_sales" (
	"store_id" text NOT NULL,
	"bucket" bigint NOT NULL,
	"device_id" text NOT NULL,
	"purchases" bigint DEFAULT 0 NOT NULL,
	"gross_minor" bigint DEFAULT 0 NOT NULL,
	"returns_minor" bigint DEFAULT 0 NOT NULL,
	"net_tax_minor" bigint DEFAULT 0 NOT NULL,
	"receipts" bigint DEFAULT 0 NOT NULL,
	"receipts_with_tax" bigint DEFAULT 0 NOT NULL,
	"items" bigint DEFAULT 0 NOT NULL,
	"purchases_with_items" bigint DEFAULT 0 NOT NULL,
	"other_transactions" bigint DEFAULT 0 NOT NULL,
	"other_net_minor" bigint DEFAULT 0 NOT NULL,
	"first_at" bigint,
	"last_at" bigint,
	"messages" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "quarter_sales_store_id_bucket_device_id_pk" PRIMARY KEY("store_id","bucket","device_id")
);
--> statement-breakpoint
CREATE TABLE "queues" (
	"store_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"target_seconds" bigint NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "queues_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "rebuilds" (
	"store_id" text PRIMARY KEY NOT NULL,
	"requested_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sales" (
	"store_id" text NOT NULL,
	"source" text NOT NULL,
	"id" text NOT NULL,
	"device_id" text NOT NULL,
	"at" bigint NOT NULL,
	"type" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"tax_minor" bigint,
	"items" bigint,
	"till" text,
	"employee" text,
	"channel" text NOT NULL,
	"is_training" bigint DEFAULT 0 NOT NULL,
	"original" text,
	"is_voided" bigint DEFAULT 0 NOT NULL,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "sales_store_id_source_id_pk" PRIMARY KEY("store_id","source","id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" bigint NOT NULL,
	"token" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"username" text,
	"password" text,
	"profile" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stale_days" (
	"store_id" text NOT NULL,
	"date" text NOT NULL,
	CONSTRAINT "stale_days_store_id_date_pk" PRIMARY KEY("store_id","date")
);
--> statement-breakpoint
CREATE TABLE "standards" (
	"process" text NOT NULL,
	"criterion" text NOT NULL,
	"green" double precision NOT NULL,
	"yellow" double precision NOT NULL,
	"lower_is_better" smallint NOT NULL,
	"weight" double precision NOT NULL,
	CONSTRAINT "standards_process_criterion_pk" PRIMARY KEY("process","criterion")
);
--> statement-breakpoint
CREATE TABLE "statuses" (
	"device_id" text NOT NULL,
	"at" bigint NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"battery" double precision,
	"firmware" text,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "statuses_device_id_at_pk" PRIMARY KEY("device_id","at")
);
--> statement-breakpoint
CREATE TABLE "stores" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region_id" text,
	"tags" text NOT NULL,
	"area_m2" double precision,
	"opens_on" text,
	"closes_on" text,
	"timezone" text NOT NULL,
	"currency" text NOT NULL,
	"day_starts_at_minutes" bigint DEFAULT 0 NOT NULL,
	"opening_hours" text,
	"passers_by_includes_entrants" smallint NOT NULL,
	"keep_employees" smallint NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "superseded" (
	"kind" text NOT NULL,
	"owner" text NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "superseded_kind_owner_key_digest_pk" PRIMARY KEY("kind","owner","key","digest")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"role" text NOT NULL,
	"store_ids" text NOT NULL,
	"region_ids" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint,
	"revoked_at" bigint,
	"last_used_at" bigint,
	CONSTRAINT "tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" smallint NOT NULL,
	"image" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_by_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_log_by_time" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "devices_by_store" ON "devices" USING btree ("store_id");--> statement-breakpoint
CREATE INDEX "ingest_runs_by_time" ON "ingest_runs" USING btree ("alive_at");--> statement-breakpoint
CREATE UNIQUE INDEX "quarantine_by_content" ON "quarantine" USING btree ("topic","reason","digest");--> statement-breakpoint
CREATE INDEX "quarantine_by_device" ON "quarantine" USING btree ("device_id");--> statement-breakpoint
CREATE INDEX "quarantine_by_store" ON "quarantine" USING btree ("store_id","reason");--> statement-breakpoint
CREATE INDEX "quarantine_by_time" ON "quarantine" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "sales_by_time" ON "sales" USING btree ("store_id","at");--> statement-breakpoint
CREATE INDEX "sales_by_original" ON "sales" USING btree ("store_id","source","original");--> statement-breakpoint
CREATE INDEX "session_by_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_by_identifier" ON "verification" USING btree ("identifier");