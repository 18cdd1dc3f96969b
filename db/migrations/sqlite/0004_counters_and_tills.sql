CREATE TABLE `fetches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`feed` text NOT NULL,
	`resource` text NOT NULL,
	`key` text NOT NULL,
	`version` text NOT NULL,
	`noticed_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`error` text,
	`failed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fetches_by_key` ON `fetches` (`feed`,`resource`,`key`);--> statement-breakpoint
CREATE INDEX `fetches_by_time` ON `fetches` (`due_at`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`store_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`mapping` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `name`)
);
--> statement-breakpoint
CREATE TABLE `placements` (
	`device_id` text NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`device_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `placements_by_time` ON `placements` (`device_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `polls` (
	`feed` text PRIMARY KEY NOT NULL,
	`cursor` text,
	`tried_at` integer,
	`succeeded_at` integer,
	`error` text
);
--> statement-breakpoint
CREATE TABLE `seen_messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`received_at` integer NOT NULL,
	`topic` text NOT NULL,
	`raw` text NOT NULL,
	`understood` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `seen_messages_by_subject` ON `seen_messages` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `vendor_secrets` (
	`holder_kind` text NOT NULL,
	`holder_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`value` text NOT NULL,
	`ends_at` integer,
	PRIMARY KEY(`holder_kind`, `holder_id`, `name`, `created_at`)
);
--> statement-breakpoint
CREATE TABLE `walk_tests` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`device_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`walked_in` integer,
	`walked_out` integer,
	`take_out_id` text,
	`made_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `walk_tests_by_device` ON `walk_tests` (`device_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `watches` (
	`subject` text PRIMARY KEY NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `z_reports` (
	`store_id` text NOT NULL,
	`source` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text NOT NULL,
	`till` text,
	`opened_at` integer,
	`closed_at` integer NOT NULL,
	`sales_count` integer,
	`sales_minor` integer,
	`returns_count` integer,
	`returns_minor` integer,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `source`, `id`)
);
--> statement-breakpoint
CREATE INDEX `z_reports_by_time` ON `z_reports` (`store_id`,`closed_at`);--> statement-breakpoint
ALTER TABLE `devices` ADD `connection` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `topics` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `options` text;