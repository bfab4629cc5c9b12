CREATE TABLE "agenda_subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"item_ids" uuid[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_on" date NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "agenda_subscriptions_token" CHECK ("agenda_subscriptions"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "agenda_subscriptions_items" CHECK (cardinality("agenda_subscriptions"."item_ids") <= 500),
	CONSTRAINT "agenda_subscriptions_revoked" CHECK ("agenda_subscriptions"."revoked_at" is null or cardinality("agenda_subscriptions"."item_ids") = 0)
);
--> statement-breakpoint
ALTER TABLE "agenda_subscriptions" ADD CONSTRAINT "agenda_subscriptions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_subscriptions_token_key" ON "agenda_subscriptions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "agenda_subscriptions_event" ON "agenda_subscriptions" USING btree ("event_id");