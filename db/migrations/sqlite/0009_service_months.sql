CREATE TABLE `service_months` (
	`store_id` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`process` text NOT NULL,
	`criterion` text NOT NULL,
	`stage` text NOT NULL,
	`answers` integer NOT NULL,
	`total` real NOT NULL,
	`squares` real DEFAULT 0 NOT NULL,
	`good` integer NOT NULL,
	`middling` integer NOT NULL,
	`bad` integer NOT NULL,
	PRIMARY KEY(`store_id`, `month`, `kind`, `process`, `criterion`, `stage`)
) WITHOUT ROWID;
