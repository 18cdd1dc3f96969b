CREATE TABLE `count_events` (
	`slot` integer NOT NULL,
	`device_id` text NOT NULL,
	`line` text NOT NULL,
	`at` integer NOT NULL,
	`direction` text NOT NULL,
	`id` text NOT NULL,
	`place` integer NOT NULL,
	`count` integer NOT NULL,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`slot`, `device_id`, `line`, `at`, `direction`, `id`, `place`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `count_readings` (
	`slot` integer NOT NULL,
	`device_id` text NOT NULL,
	`line` text NOT NULL,
	`at` integer NOT NULL,
	`total_in` integer,
	`total_out` integer,
	`total_passers_by` integer,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`slot`, `device_id`, `line`, `at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `held_decisions` (
	`device_id` text NOT NULL,
	`line` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`count_in` integer,
	`count_out` integer,
	`passers_by` integer,
	`decision` text NOT NULL,
	`actor` text NOT NULL,
	`decided_at` integer NOT NULL,
	PRIMARY KEY(`device_id`, `line`, `end_at`, `start_at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `manual_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`device_id` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`count_in` integer,
	`count_out` integer,
	`note` text,
	`made_by` text NOT NULL,
	`received_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `manual_counts_by_device` ON `manual_counts` (`device_id`,`end_at`);--> statement-breakpoint
CREATE INDEX `manual_counts_by_store` ON `manual_counts` (`store_id`,`end_at`);--> statement-breakpoint
CREATE TABLE `reading_days` (
	`device_id` text NOT NULL,
	`line` text NOT NULL,
	`day` integer NOT NULL,
	PRIMARY KEY(`device_id`, `line`, `day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reported_tallies` (
	`store_id` text NOT NULL,
	`date` text NOT NULL,
	`in_window` integer NOT NULL,
	`reported_at` integer NOT NULL,
	`passers_by_seen` integer NOT NULL,
	`entries_seen` integer NOT NULL,
	`exits_seen` integer NOT NULL,
	`purchases_seen` integer NOT NULL,
	`passers_by_doubled` integer NOT NULL,
	`entries_doubled` integer NOT NULL,
	`exits` integer NOT NULL,
	`purchases` integer NOT NULL,
	`gross_sales_minor` integer NOT NULL,
	`returns_minor` integer NOT NULL,
	`net_tax_minor` integer NOT NULL,
	`receipts` integer NOT NULL,
	`receipts_with_tax` integer NOT NULL,
	`items` integer NOT NULL,
	`purchases_with_items` integer NOT NULL,
	`other_transactions` integer NOT NULL,
	`other_net_sales_minor` integer NOT NULL,
	`passers_by_expected_ms` integer NOT NULL,
	`passers_by_observed_ms` integer NOT NULL,
	`entries_expected_ms` integer NOT NULL,
	`entries_observed_ms` integer NOT NULL,
	`purchases_expected_ms` integer NOT NULL,
	`purchases_observed_ms` integer NOT NULL,
	`capture_entries_doubled` integer NOT NULL,
	`capture_passers_by_doubled` integer NOT NULL,
	`capture_buckets` integer NOT NULL,
	`conversion_purchases` integer NOT NULL,
	`conversion_entries_doubled` integer NOT NULL,
	`conversion_net_sales_minor` integer NOT NULL,
	`conversion_buckets` integer NOT NULL,
	`balance_in` integer NOT NULL,
	`balance_out` integer NOT NULL,
	`coarse_buckets` integer NOT NULL,
	PRIMARY KEY(`store_id`, `date`, `in_window`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `restatements` (
	`store_id` text NOT NULL,
	`date` text NOT NULL,
	`in_window` integer NOT NULL,
	`cause` text NOT NULL,
	`device_id` text NOT NULL,
	`changes` integer DEFAULT 0 NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`passers_by_doubled` integer DEFAULT 0 NOT NULL,
	`entries_doubled` integer DEFAULT 0 NOT NULL,
	`exits` integer DEFAULT 0 NOT NULL,
	`purchases` integer DEFAULT 0 NOT NULL,
	`gross_sales_minor` integer DEFAULT 0 NOT NULL,
	`returns_minor` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`store_id`, `date`, `in_window`, `cause`, `device_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `set_aside` (
	`device_id` text NOT NULL,
	`line` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`count_in` integer,
	`count_out` integer,
	`passers_by` integer,
	`why` text NOT NULL,
	PRIMARY KEY(`device_id`, `line`, `end_at`, `start_at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `take_outs` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`device_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`reverted_by` text,
	`reverted_at` integer
);
--> statement-breakpoint
CREATE INDEX `take_outs_by_device` ON `take_outs` (`device_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `take_outs_by_store` ON `take_outs` (`store_id`,`from_at`);--> statement-breakpoint
ALTER TABLE `quarter_counts` ADD `first_at` integer;--> statement-breakpoint
ALTER TABLE `quarter_counts` ADD `last_at` integer;--> statement-breakpoint
ALTER TABLE `quarter_counts` ADD `messages` integer DEFAULT 0 NOT NULL;