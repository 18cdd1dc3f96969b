ALTER TABLE `quarter_queues` ADD `abandon_reports` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `queue_days` ADD `abandon_reports` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `queue_months` ADD `abandon_reports` integer DEFAULT 0 NOT NULL;