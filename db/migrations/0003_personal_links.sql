CREATE TABLE "participation_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"participation_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "participations_link_key";--> statement-breakpoint
ALTER TABLE "participation_links" ADD CONSTRAINT "participation_links_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participation_links_participation" ON "participation_links" USING btree ("participation_id");--> statement-breakpoint
ALTER TABLE "participations" DROP COLUMN "link_hash";