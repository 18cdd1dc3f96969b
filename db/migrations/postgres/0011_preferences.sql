CREATE TABLE "password_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"actor" text PRIMARY KEY NOT NULL,
	"language" text,
	"digits" text,
	"calendar" text,
	"theme" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "password_link_by_user" ON "password_links" USING btree ("user_id");