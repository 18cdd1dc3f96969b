CREATE TABLE `password_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `password_link_by_user` ON `password_links` (`user_id`);--> statement-breakpoint
CREATE TABLE `preferences` (
	`actor` text PRIMARY KEY NOT NULL,
	`language` text,
	`digits` text,
	`calendar` text,
	`theme` text NOT NULL
);
