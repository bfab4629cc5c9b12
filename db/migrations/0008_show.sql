CREATE TYPE "public"."cue_anchor" AS ENUM('item_start', 'item_end', 'day');--> statement-breakpoint
CREATE TABLE "item_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid,
	"file_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"audience" "agenda_audience" NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by_name" text NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by_name" text,
	CONSTRAINT "item_documents_item_kept" CHECK ("item_documents"."item_id" is not null or "item_documents"."removed_at" is not null),
	CONSTRAINT "item_documents_title" CHECK ("item_documents"."title" <> '{}'::jsonb),
	CONSTRAINT "item_documents_removed" CHECK (("item_documents"."removed_at" is null) = ("item_documents"."removed_by_name" is null))
);
--> statement-breakpoint
CREATE TABLE "minutes_publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by_name" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawal_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "minutes_publications_order" CHECK ("minutes_publications"."withdrawn_at" >= "minutes_publications"."published_at")
);
--> statement-breakpoint
CREATE TABLE "minutes_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"locale" text NOT NULL,
	"body" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by_name" text NOT NULL,
	CONSTRAINT "minutes_revisions_item_key" UNIQUE("id","item_id"),
	CONSTRAINT "minutes_revisions_count" CHECK ("minutes_revisions"."number" > 0),
	CONSTRAINT "minutes_revisions_body" CHECK ("minutes_revisions"."body" <> '')
);
--> statement-breakpoint
CREATE TABLE "cues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"anchor" "cue_anchor" NOT NULL,
	"item_id" uuid,
	"day" date,
	"offset_minutes" integer NOT NULL,
	"cue" text NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"planned_minutes" integer,
	"position" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp with time zone,
	"done_by_name" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cues_anchor" CHECK (("cues"."anchor" = 'day') = ("cues"."day" is not null)),
	CONSTRAINT "cues_one_anchor" CHECK ("cues"."day" is null or "cues"."item_id" is null),
	CONSTRAINT "cues_offset" CHECK ("cues"."offset_minutes" between -1440 and 1440),
	CONSTRAINT "cues_day_offset" CHECK ("cues"."day" is null or "cues"."offset_minutes" between 0 and 1439),
	CONSTRAINT "cues_words" CHECK ("cues"."cue" <> ''),
	CONSTRAINT "cues_planned" CHECK ("cues"."planned_minutes" between 1 and 1440),
	CONSTRAINT "cues_done" CHECK (("cues"."done_at" is null) = ("cues"."done_by_name" is null))
);
--> statement-breakpoint
ALTER TABLE "item_documents" ADD CONSTRAINT "item_documents_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_documents" ADD CONSTRAINT "item_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_publications" ADD CONSTRAINT "minutes_publications_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_publications" ADD CONSTRAINT "minutes_publications_revision_fk" FOREIGN KEY ("revision_id","item_id") REFERENCES "public"."minutes_revisions"("id","item_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_revisions" ADD CONSTRAINT "minutes_revisions_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cues" ADD CONSTRAINT "cues_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cues" ADD CONSTRAINT "cues_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "item_documents_file" ON "item_documents" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "item_documents_item" ON "item_documents" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_publications_one" ON "minutes_publications" USING btree ("item_id") WHERE "minutes_publications"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "minutes_publications_revision" ON "minutes_publications" USING btree ("revision_id");--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_revisions_number" ON "minutes_revisions" USING btree ("item_id","number");--> statement-breakpoint
CREATE INDEX "cues_event" ON "cues" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "cues_item" ON "cues" USING btree ("item_id");--> statement-breakpoint
CREATE TRIGGER minutes_revisions_immutable BEFORE UPDATE OR DELETE ON "minutes_revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_publications_immutable BEFORE DELETE OR UPDATE OF "item_id", "revision_id", "published_at" ON "minutes_publications"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
