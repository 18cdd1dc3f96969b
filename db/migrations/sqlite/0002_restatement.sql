CREATE TABLE `reporting` (
	`store_id` text PRIMARY KEY NOT NULL,
	`first_date` text NOT NULL,
	`last_date` text
);
--> statement-breakpoint
ALTER TABLE `restatements` ADD `net_tax_minor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `restatements` ADD `items` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `restatements` ADD `other_transactions` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `restatements` ADD `other_net_sales_minor` integer DEFAULT 0 NOT NULL;