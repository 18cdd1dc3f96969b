CREATE TABLE "checklists" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"items" text NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "corrective_actions" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" text NOT NULL,
	"check_id" text,
	"standard" text,
	"item" text,
	"what" text NOT NULL,
	"role" text NOT NULL,
	"due_on" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"done_at" bigint,
	"done_by" text
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"store_id" text NOT NULL,
	"id" text NOT NULL,
	"device_id" text,
	"at" bigint NOT NULL,
	"process" text NOT NULL,
	"criterion" text NOT NULL,
	"value" double precision NOT NULL,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "observations_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "quarter_queues" (
	"store_id" text NOT NULL,
	"bucket" bigint NOT NULL,
	"queue" text NOT NULL,
	"served" bigint NOT NULL,
	"abandoned" bigint NOT NULL,
	"reports" bigint NOT NULL,
	"waits" bigint NOT NULL,
	"wait_ms" bigint NOT NULL,
	"judged" bigint NOT NULL,
	"within_target" double precision NOT NULL,
	"services" bigint NOT NULL,
	"service_ms" bigint NOT NULL,
	"length_ms" bigint NOT NULL,
	"known_ms" bigint NOT NULL,
	"max_length" bigint,
	"open_ms" bigint NOT NULL,
	"open_known_ms" bigint NOT NULL,
	"binned" bigint NOT NULL,
	"wait_sketch" text,
	"service_sketch" text,
	CONSTRAINT "quarter_queues_store_id_bucket_queue_pk" PRIMARY KEY("store_id","bucket","queue")
);
--> statement-breakpoint
CREATE TABLE "queue_days" (
	"store_id" text NOT NULL,
	"date" text NOT NULL,
	"queue" text NOT NULL,
	"in_window" bigint NOT NULL,
	"served" bigint NOT NULL,
	"abandoned" bigint NOT NULL,
	"reports" bigint NOT NULL,
	"waits" bigint NOT NULL,
	"wait_ms" bigint NOT NULL,
	"judged" bigint NOT NULL,
	"within_target" double precision NOT NULL,
	"services" bigint NOT NULL,
	"service_ms" bigint NOT NULL,
	"length_ms" bigint NOT NULL,
	"known_ms" bigint NOT NULL,
	"max_length" bigint,
	"open_ms" bigint NOT NULL,
	"open_known_ms" bigint NOT NULL,
	"binned" bigint NOT NULL,
	"wait_sketch" text,
	"service_sketch" text,
	CONSTRAINT "queue_days_store_id_date_queue_in_window_pk" PRIMARY KEY("store_id","date","queue","in_window")
);
--> statement-breakpoint
CREATE TABLE "queue_months" (
	"store_id" text NOT NULL,
	"month" text NOT NULL,
	"queue" text NOT NULL,
	"in_window" bigint NOT NULL,
	"served" bigint NOT NULL,
	"abandoned" bigint NOT NULL,
	"reports" bigint NOT NULL,
	"waits" bigint NOT NULL,
	"wait_ms" bigint NOT NULL,
	"judged" bigint NOT NULL,
	"within_target" double precision NOT NULL,
	"services" bigint NOT NULL,
	"service_ms" bigint NOT NULL,
	"length_ms" bigint NOT NULL,
	"known_ms" bigint NOT NULL,
	"max_length" bigint,
	"open_ms" bigint NOT NULL,
	"open_known_ms" bigint NOT NULL,
	"binned" bigint NOT NULL,
	"wait_sketch" text,
	"service_sketch" text,
	CONSTRAINT "queue_months_store_id_month_queue_in_window_pk" PRIMARY KEY("store_id","month","queue","in_window")
);
--> statement-breakpoint
CREATE TABLE "queue_samples" (
	"slot" bigint NOT NULL,
	"device_id" text NOT NULL,
	"queue" text NOT NULL,
	"at" bigint NOT NULL,
	"length" bigint NOT NULL,
	"open" bigint,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "queue_samples_slot_device_id_queue_at_pk" PRIMARY KEY("slot","device_id","queue","at")
);
--> statement-breakpoint
CREATE TABLE "queue_statistics" (
	"store_id" text NOT NULL,
	"device_id" text NOT NULL,
	"queue" text NOT NULL,
	"start_at" bigint NOT NULL,
	"end_at" bigint NOT NULL,
	"served" bigint NOT NULL,
	"abandoned" bigint,
	"mean_wait_seconds" double precision,
	"wait_bins" text,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "queue_statistics_device_id_queue_start_at_pk" PRIMARY KEY("device_id","queue","start_at")
);
--> statement-breakpoint
CREATE TABLE "queue_visits" (
	"store_id" text NOT NULL,
	"id" text NOT NULL,
	"device_id" text NOT NULL,
	"queue" text,
	"joined_at" bigint,
	"called_at" bigint,
	"left_at" bigint,
	"outcome" text,
	"marks" text NOT NULL,
	"received_at" bigint NOT NULL,
	CONSTRAINT "queue_visits_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "service_days" (
	"store_id" text NOT NULL,
	"date" text NOT NULL,
	"kind" text NOT NULL,
	"process" text NOT NULL,
	"criterion" text NOT NULL,
	"stage" text NOT NULL,
	"answers" bigint NOT NULL,
	"total" double precision NOT NULL,
	"good" bigint NOT NULL,
	"middling" bigint NOT NULL,
	"bad" bigint NOT NULL,
	CONSTRAINT "service_days_store_id_date_kind_process_criterion_stage_pk" PRIMARY KEY("store_id","date","kind","process","criterion","stage")
);
--> statement-breakpoint
CREATE TABLE "service_requests" (
	"store_id" text NOT NULL,
	"id" text NOT NULL,
	"device_id" text,
	"opened_at" bigint,
	"answered_at" bigint,
	"resolved_at" bigint,
	"level" bigint,
	"levels" bigint DEFAULT 0 NOT NULL,
	"category" text,
	"marks" text NOT NULL,
	"received_at" bigint NOT NULL,
	CONSTRAINT "service_requests_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "standards_checks" (
	"store_id" text NOT NULL,
	"id" text NOT NULL,
	"device_id" text,
	"at" bigint NOT NULL,
	"standard" text NOT NULL,
	"items" text NOT NULL,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "standards_checks_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"store_id" text NOT NULL,
	"id" text NOT NULL,
	"device_id" text,
	"at" bigint NOT NULL,
	"survey" text NOT NULL,
	"score" bigint NOT NULL,
	"criterion" text,
	"stage" text,
	"comment" text,
	"updated_at" bigint,
	"received_at" bigint NOT NULL,
	CONSTRAINT "survey_answers_store_id_id_pk" PRIMARY KEY("store_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_pages" (
	"store_id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"is_open" smallint NOT NULL,
	"questions" text NOT NULL,
	"locale" text NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_visits" (
	"store_id" text NOT NULL,
	"phone" text NOT NULL,
	"answer_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "survey_visits_store_id_phone_pk" PRIMARY KEY("store_id","phone")
);
--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "target_share" double precision DEFAULT 0.8 NOT NULL;--> statement-breakpoint
ALTER TABLE "standards" ADD COLUMN "process_name" text;--> statement-breakpoint
ALTER TABLE "standards" ADD COLUMN "criterion_name" text;--> statement-breakpoint
ALTER TABLE "standards" ADD COLUMN "step" text;--> statement-breakpoint
ALTER TABLE "standards" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "standards" ADD COLUMN "owner" text;--> statement-breakpoint
ALTER TABLE "standards" ADD COLUMN "level" bigint;--> statement-breakpoint
ALTER TABLE "standards" ADD COLUMN "position" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "corrective_actions_by_store" ON "corrective_actions" USING btree ("store_id","due_on");--> statement-breakpoint
CREATE INDEX "observations_by_time" ON "observations" USING btree ("store_id","at");--> statement-breakpoint
CREATE INDEX "queue_statistics_by_time" ON "queue_statistics" USING btree ("store_id","start_at");--> statement-breakpoint
CREATE INDEX "queue_visits_by_time" ON "queue_visits" USING btree ("store_id","joined_at");--> statement-breakpoint
CREATE INDEX "service_requests_by_opening" ON "service_requests" USING btree ("store_id","opened_at");--> statement-breakpoint
CREATE INDEX "service_requests_by_resolution" ON "service_requests" USING btree ("store_id","resolved_at");--> statement-breakpoint
CREATE INDEX "standards_checks_by_time" ON "standards_checks" USING btree ("store_id","at");--> statement-breakpoint
CREATE INDEX "survey_answers_by_time" ON "survey_answers" USING btree ("store_id","at");--> statement-breakpoint
CREATE INDEX "survey_visits_by_time" ON "survey_visits" USING btree ("at");