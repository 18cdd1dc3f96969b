CREATE TABLE `checklists` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`items` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `corrective_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`check_id` text,
	`standard` text,
	`item` text,
	`what` text NOT NULL,
	`role` text NOT NULL,
	`due_on` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text
);
--> statement-breakpoint
CREATE INDEX `corrective_actions_by_store` ON `corrective_actions` (`store_id`,`due_on`);--> statement-breakpoint
CREATE TABLE `observations` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text,
	`at` integer NOT NULL,
	`process` text NOT NULL,
	`criterion` text NOT NULL,
	`value` real NOT NULL,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `observations_by_time` ON `observations` (`store_id`,`at`);--> statement-breakpoint
CREATE TABLE `quarter_queues` (
	`store_id` text NOT NULL,
	`bucket` integer NOT NULL,
	`queue` text NOT NULL,
	`served` integer NOT NULL,
	`abandoned` integer NOT NULL,
	`reports` integer NOT NULL,
	`waits` integer NOT NULL,
	`wait_ms` integer NOT NULL,
	`judged` integer NOT NULL,
	`within_target` real NOT NULL,
	`services` integer NOT NULL,
	`service_ms` integer NOT NULL,
	`length_ms` integer NOT NULL,
	`known_ms` integer NOT NULL,
	`max_length` integer,
	`open_ms` integer NOT NULL,
	`open_known_ms` integer NOT NULL,
	`binned` integer NOT NULL,
	`wait_sketch` text,
	`service_sketch` text,
	PRIMARY KEY(`store_id`, `bucket`, `queue`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `queue_days` (
	`store_id` text NOT NULL,
	`date` text NOT NULL,
	`queue` text NOT NULL,
	`in_window` integer NOT NULL,
	`served` integer NOT NULL,
	`abandoned` integer NOT NULL,
	`reports` integer NOT NULL,
	`waits` integer NOT NULL,
	`wait_ms` integer NOT NULL,
	`judged` integer NOT NULL,
	`within_target` real NOT NULL,
	`services` integer NOT NULL,
	`service_ms` integer NOT NULL,
	`length_ms` integer NOT NULL,
	`known_ms` integer NOT NULL,
	`max_length` integer,
	`open_ms` integer NOT NULL,
	`open_known_ms` integer NOT NULL,
	`binned` integer NOT NULL,
	`wait_sketch` text,
	`service_sketch` text,
	PRIMARY KEY(`store_id`, `date`, `queue`, `in_window`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `queue_months` (
	`store_id` text NOT NULL,
	`month` text NOT NULL,
	`queue` text NOT NULL,
	`in_window` integer NOT NULL,
	`served` integer NOT NULL,
	`abandoned` integer NOT NULL,
	`reports` integer NOT NULL,
	`waits` integer NOT NULL,
	`wait_ms` integer NOT NULL,
	`judged` integer NOT NULL,
	`within_target` real NOT NULL,
	`services` integer NOT NULL,
	`service_ms` integer NOT NULL,
	`length_ms` integer NOT NULL,
	`known_ms` integer NOT NULL,
	`max_length` integer,
	`open_ms` integer NOT NULL,
	`open_known_ms` integer NOT NULL,
	`binned` integer NOT NULL,
	`wait_sketch` text,
	`service_sketch` text,
	PRIMARY KEY(`store_id`, `month`, `queue`, `in_window`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `queue_samples` (
	`slot` integer NOT NULL,
	`device_id` text NOT NULL,
	`queue` text NOT NULL,
	`at` integer NOT NULL,
	`length` integer NOT NULL,
	`open` integer,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`slot`, `device_id`, `queue`, `at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `queue_statistics` (
	`store_id` text NOT NULL,
	`device_id` text NOT NULL,
	`queue` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`served` integer NOT NULL,
	`abandoned` integer,
	`mean_wait_seconds` real,
	`wait_bins` text,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`device_id`, `queue`, `start_at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `queue_statistics_by_time` ON `queue_statistics` (`store_id`,`start_at`);--> statement-breakpoint
CREATE TABLE `queue_visits` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text NOT NULL,
	`queue` text,
	`joined_at` integer,
	`called_at` integer,
	`left_at` integer,
	`outcome` text,
	`marks` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `queue_visits_by_time` ON `queue_visits` (`store_id`,`joined_at`);--> statement-breakpoint
CREATE TABLE `service_days` (
	`store_id` text NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`process` text NOT NULL,
	`criterion` text NOT NULL,
	`stage` text NOT NULL,
	`answers` integer NOT NULL,
	`total` real NOT NULL,
	`good` integer NOT NULL,
	`middling` integer NOT NULL,
	`bad` integer NOT NULL,
	PRIMARY KEY(`store_id`, `date`, `kind`, `process`, `criterion`, `stage`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `service_requests` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text,
	`opened_at` integer,
	`answered_at` integer,
	`resolved_at` integer,
	`level` integer,
	`levels` integer DEFAULT 0 NOT NULL,
	`category` text,
	`marks` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `service_requests_by_opening` ON `service_requests` (`store_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `service_requests_by_resolution` ON `service_requests` (`store_id`,`resolved_at`);--> statement-breakpoint
CREATE TABLE `standards_checks` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text,
	`at` integer NOT NULL,
	`standard` text NOT NULL,
	`items` text NOT NULL,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `standards_checks_by_time` ON `standards_checks` (`store_id`,`at`);--> statement-breakpoint
CREATE TABLE `survey_answers` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text,
	`at` integer NOT NULL,
	`survey` text NOT NULL,
	`score` integer NOT NULL,
	`criterion` text,
	`stage` text,
	`comment` text,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `survey_answers_by_time` ON `survey_answers` (`store_id`,`at`);--> statement-breakpoint
CREATE TABLE `survey_pages` (
	`store_id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`is_open` integer NOT NULL,
	`questions` text NOT NULL,
	`locale` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `survey_visits` (
	`store_id` text NOT NULL,
	`phone` text NOT NULL,
	`answer_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `phone`)
);
--> statement-breakpoint
CREATE INDEX `survey_visits_by_time` ON `survey_visits` (`at`);--> statement-breakpoint
ALTER TABLE `queues` ADD `target_share` real DEFAULT 0.8 NOT NULL;--> statement-breakpoint
ALTER TABLE `standards` ADD `process_name` text;--> statement-breakpoint
ALTER TABLE `standards` ADD `criterion_name` text;--> statement-breakpoint
ALTER TABLE `standards` ADD `step` text;--> statement-breakpoint
ALTER TABLE `standards` ADD `unit` text;--> statement-breakpoint
ALTER TABLE `standards` ADD `owner` text;--> statement-breakpoint
ALTER TABLE `standards` ADD `level` integer;--> statement-breakpoint
ALTER TABLE `standards` ADD `position` integer DEFAULT 0 NOT NULL;