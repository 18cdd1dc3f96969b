CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_by_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_by_time` ON `audit_log` (`at`);--> statement-breakpoint
CREATE TABLE `count_intervals` (
	`slot` integer NOT NULL,
	`device_id` text NOT NULL,
	`line` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`count_in` integer,
	`count_out` integer,
	`passers_by` integer,
	`staff_in` integer,
	`staff_out` integer,
	`groups` integer,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	`is_overlap` integer DEFAULT 0 NOT NULL,
	`body` text,
	PRIMARY KEY(`slot`, `device_id`, `line`, `start_at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `daily_tallies` (
	`store_id` text NOT NULL,
	`date` text NOT NULL,
	`in_window` integer NOT NULL,
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
CREATE TABLE `device_states` (
	`device_id` text PRIMARY KEY NOT NULL,
	`first_report_at` integer,
	`last_report_at` integer,
	`last_seen_at` integer,
	`longest_interval_ms` integer,
	`latest_interval_ms` integer,
	`complete_to` text,
	`state` text,
	`problem` text,
	`state_at` integer,
	`battery` real,
	`firmware` text,
	`corrections` integer DEFAULT 0 NOT NULL,
	`has_status_since` integer
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`name` text NOT NULL,
	`profile` text NOT NULL,
	`mode` text NOT NULL,
	`measures` text NOT NULL,
	`lines` text NOT NULL,
	`entrance_id` text,
	`reports_every_seconds` integer,
	`silent_after_seconds` integer NOT NULL,
	`feed` text NOT NULL,
	`clock` text NOT NULL,
	`counter_bits` integer,
	`max_per_minute` integer NOT NULL,
	`installed_at` integer,
	`removed_at` integer,
	`secret_hash` text,
	`position` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `devices_by_store` ON `devices` (`store_id`);--> statement-breakpoint
CREATE TABLE `entrances` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`count_as` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`store_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `ingest_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`started_at` integer NOT NULL,
	`alive_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ingest_runs_by_time` ON `ingest_runs` (`alive_at`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`store_ids` text NOT NULL,
	`region_ids` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mqtt_clients` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`store_id` text,
	`filters` text NOT NULL,
	`secret_hash` text
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`locale` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quarantine` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`received_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`store_id` text,
	`device_id` text,
	`topic` text NOT NULL,
	`kind` text,
	`reason` text NOT NULL,
	`detail` text NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	`length` integer,
	`sha256` text,
	`count` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quarantine_by_content` ON `quarantine` (`topic`,`reason`,`digest`);--> statement-breakpoint
CREATE INDEX `quarantine_by_device` ON `quarantine` (`device_id`);--> statement-breakpoint
CREATE INDEX `quarantine_by_store` ON `quarantine` (`store_id`,`reason`);--> statement-breakpoint
CREATE INDEX `quarantine_by_time` ON `quarantine` (`last_at`);--> statement-breakpoint
CREATE TABLE `quarantine_let_go` (
	`topic` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quarter_counts` (
	`store_id` text NOT NULL,
	`bucket` integer NOT NULL,
	`device_id` text NOT NULL,
	`count_in` integer,
	`count_out` integer,
	`passers_by` integer,
	`staff_in` integer,
	`staff_out` integer,
	`in_ms` integer DEFAULT 0 NOT NULL,
	`out_ms` integer DEFAULT 0 NOT NULL,
	`both_ms` integer DEFAULT 0 NOT NULL,
	`passers_by_ms` integer DEFAULT 0 NOT NULL,
	`coarse` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`store_id`, `bucket`, `device_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `quarter_sales` (
	`store_id` text NOT NULL,
	`bucket` integer NOT NULL,
	`device_id` text NOT NULL,
	`purchases` integer DEFAULT 0 NOT NULL,
	`gross_minor` integer DEFAULT 0 NOT NULL,
	`returns_minor` integer DEFAULT 0 NOT NULL,
	`net_tax_minor` integer DEFAULT 0 NOT NULL,
	`receipts` integer DEFAULT 0 NOT NULL,
	`receipts_with_tax` integer DEFAULT 0 NOT NULL,
	`items` integer DEFAULT 0 NOT NULL,
	`purchases_with_items` integer DEFAULT 0 NOT NULL,
	`other_transactions` integer DEFAULT 0 NOT NULL,
	`other_net_minor` integer DEFAULT 0 NOT NULL,
	`first_at` integer,
	`last_at` integer,
	`messages` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`store_id`, `bucket`, `device_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `queues` (
	`store_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`target_seconds` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`store_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `rebuilds` (
	`store_id` text PRIMARY KEY NOT NULL,
	`requested_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `regions` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sales` (
	`store_id` text NOT NULL,
	`source` text NOT NULL,
	`id` text NOT NULL,
	`device_id` text NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`total_minor` integer NOT NULL,
	`tax_minor` integer,
	`items` integer,
	`till` text,
	`employee` text,
	`channel` text NOT NULL,
	`is_training` integer DEFAULT 0 NOT NULL,
	`original` text,
	`is_voided` integer DEFAULT 0 NOT NULL,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`store_id`, `source`, `id`)
);
--> statement-breakpoint
CREATE INDEX `sales_by_time` ON `sales` (`store_id`,`at`);--> statement-breakpoint
CREATE INDEX `sales_by_original` ON `sales` (`store_id`,`source`,`original`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_by_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`username` text,
	`password` text,
	`profile` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `stale_days` (
	`store_id` text NOT NULL,
	`date` text NOT NULL,
	PRIMARY KEY(`store_id`, `date`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `standards` (
	`process` text NOT NULL,
	`criterion` text NOT NULL,
	`green` real NOT NULL,
	`yellow` real NOT NULL,
	`lower_is_better` integer NOT NULL,
	`weight` real NOT NULL,
	PRIMARY KEY(`process`, `criterion`)
);
--> statement-breakpoint
CREATE TABLE `statuses` (
	`device_id` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	`battery` real,
	`firmware` text,
	`updated_at` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`device_id`, `at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `stores` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`region_id` text,
	`tags` text NOT NULL,
	`area_m2` real,
	`opens_on` text,
	`closes_on` text,
	`timezone` text NOT NULL,
	`currency` text NOT NULL,
	`day_starts_at_minutes` integer DEFAULT 0 NOT NULL,
	`opening_hours` text,
	`passers_by_includes_entrants` integer NOT NULL,
	`keep_employees` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `superseded` (
	`kind` text NOT NULL,
	`owner` text NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`kind`, `owner`, `key`, `digest`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`role` text NOT NULL,
	`store_ids` text NOT NULL,
	`region_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`last_used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_hash_unique` ON `tokens` (`hash`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_by_identifier` ON `verification` (`identifier`);