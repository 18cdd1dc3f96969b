ALTER TABLE "quarter_queues" ADD COLUMN "abandon_reports" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "queue_days" ADD COLUMN "abandon_reports" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "queue_months" ADD COLUMN "abandon_reports" bigint DEFAULT 0 NOT NULL;