CREATE TABLE "reporting" (
	"store_id" text PRIMARY KEY NOT NULL,
	"first_date" text NOT NULL,
	"last_date" text
);
--> statement-breakpoint
ALTER TABLE "restatements" ADD COLUMN "net_tax_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "restatements" ADD COLUMN "items" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "restatements" ADD COLUMN "other_transactions" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "restatements" ADD COLUMN "other_net_sales_minor" bigint DEFAULT 0 NOT NULL;