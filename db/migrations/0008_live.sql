CREATE TYPE "public"."speaker_state" AS ENUM('waiting', 'absent', 'speaking', 'spoken', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."speaking_class" AS ENUM('head_of_state', 'head_of_government', 'minister', 'vice_minister', 'other');--> statement-breakpoint
CREATE TABLE "item_runs" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"planned_starts_at" timestamp with time zone NOT NULL,
	"planned_ends_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "item_runs_order" CHECK ("item_runs"."ended_at" >= "item_runs"."started_at"),
	CONSTRAINT "item_runs_ended" CHECK (("item_runs"."ended_at" is null) = ("item_runs"."ended_by" = ''))
);
--> statement-breakpoint
CREATE TABLE "live_versions" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "speaker_swaps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"first_agreed_at" timestamp with time zone,
	"first_agreed_by" text DEFAULT '' NOT NULL,
	"second_agreed_at" timestamp with time zone,
	"second_agreed_by" text DEFAULT '' NOT NULL,
	"declined_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "speaker_swaps_two" CHECK ("speaker_swaps"."first_id" <> "speaker_swaps"."second_id"),
	CONSTRAINT "speaker_swaps_reason" CHECK ("speaker_swaps"."reason" <> ''),
	CONSTRAINT "speaker_swaps_both" CHECK ("speaker_swaps"."done_at" is null or ("speaker_swaps"."first_agreed_at" is not null and "speaker_swaps"."second_agreed_at" is not null and "speaker_swaps"."declined_at" is null))
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"participation_id" uuid,
	"on_behalf_of" text DEFAULT '' NOT NULL,
	"class" "speaking_class" NOT NULL,
	"state" "speaker_state" DEFAULT 'waiting' NOT NULL,
	"inscribed_at" timestamp with time zone NOT NULL,
	"inscribed_by" text NOT NULL,
	"number" bigserial NOT NULL,
	"slot_class" "speaking_class" NOT NULL,
	"slot_at" timestamp with time zone NOT NULL,
	"slot_number" bigint NOT NULL,
	"pinned_to" integer,
	"pin_reason" text DEFAULT '' NOT NULL,
	"called_at" timestamp with time zone,
	"absent_at" timestamp with time zone,
	"limit_seconds" integer,
	"started_at" timestamp with time zone,
	"running_since" timestamp with time zone,
	"used_ms" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"speech_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "speakers_pin" CHECK ("speakers"."pinned_to" > 0 and "speakers"."pin_reason" <> '' or "speakers"."pinned_to" is null),
	CONSTRAINT "speakers_absent" CHECK (("speakers"."state" = 'absent') = ("speakers"."absent_at" is not null)),
	CONSTRAINT "speakers_floor" CHECK (("speakers"."state" in ('speaking', 'spoken')) = ("speakers"."started_at" is not null)),
	CONSTRAINT "speakers_limit" CHECK (("speakers"."started_at" is null) = ("speakers"."limit_seconds" is null)),
	CONSTRAINT "speakers_running" CHECK ("speakers"."running_since" is null or "speakers"."state" = 'speaking'),
	CONSTRAINT "speakers_ended" CHECK (("speakers"."state" = 'spoken') = ("speakers"."ended_at" is not null)),
	CONSTRAINT "speakers_used" CHECK ("speakers"."used_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "speakers_lists" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"limits" jsonb NOT NULL,
	"closed_at" timestamp with time zone,
	"opened_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "speakers_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "speakers_versions_number" CHECK ("speakers_versions"."number" > 0)
);
--> statement-breakpoint
ALTER TABLE "item_runs" ADD CONSTRAINT "item_runs_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_runs" ADD CONSTRAINT "item_runs_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_versions" ADD CONSTRAINT "live_versions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_swaps" ADD CONSTRAINT "speaker_swaps_item_id_speakers_lists_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."speakers_lists"("item_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_swaps" ADD CONSTRAINT "speaker_swaps_first_id_speakers_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."speakers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_swaps" ADD CONSTRAINT "speaker_swaps_second_id_speakers_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."speakers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_item_id_speakers_lists_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."speakers_lists"("item_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_speech_id_files_id_fk" FOREIGN KEY ("speech_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers_lists" ADD CONSTRAINT "speakers_lists_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers_lists" ADD CONSTRAINT "speakers_lists_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers_versions" ADD CONSTRAINT "speakers_versions_item_id_speakers_lists_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."speakers_lists"("item_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers_versions" ADD CONSTRAINT "speakers_versions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_runs_event" ON "item_runs" USING btree ("event_id","started_at");--> statement-breakpoint
CREATE INDEX "speaker_swaps_item" ON "speaker_swaps" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speaker_swaps_open" ON "speaker_swaps" USING btree (least("first_id", "second_id"),greatest("first_id", "second_id")) WHERE "speaker_swaps"."done_at" is null and "speaker_swaps"."declined_at" is null;--> statement-breakpoint
CREATE INDEX "speakers_item" ON "speakers" USING btree ("item_id","state");--> statement-breakpoint
CREATE INDEX "speakers_event" ON "speakers" USING btree ("event_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_one_floor" ON "speakers" USING btree ("item_id") WHERE "speakers"."state" = 'speaking';--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_once" ON "speakers" USING btree ("item_id","organisation_id",lower("on_behalf_of")) WHERE "speakers"."state" in ('waiting', 'absent', 'speaking');--> statement-breakpoint
CREATE INDEX "speakers_lists_event" ON "speakers_lists" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_versions_key" ON "speakers_versions" USING btree ("item_id","number");--> statement-breakpoint
-- Whatever is shown of an event as it happens has changed: the version rises with the deed, and every process hears of
-- it when the deed is done. Nothing is said of an event that goes away.
CREATE FUNCTION live_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := (CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0])::uuid;
  raised integer;
BEGIN
  INSERT INTO live_versions (event_id, version) SELECT id, 1 FROM events WHERE id = changed
    ON CONFLICT (event_id) DO UPDATE SET version = live_versions.version + 1
    RETURNING version INTO raised;
  IF raised IS NOT NULL THEN
    PERFORM pg_notify('plenary_live', changed || ' ' || raised);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER agenda_releases_live AFTER INSERT ON "agenda_releases"
  FOR EACH ROW EXECUTE FUNCTION live_changed('event_id');
--> statement-breakpoint
CREATE TRIGGER item_runs_live AFTER INSERT OR UPDATE OR DELETE ON "item_runs"
  FOR EACH ROW EXECUTE FUNCTION live_changed('event_id');
--> statement-breakpoint
CREATE TRIGGER speakers_lists_live AFTER INSERT OR UPDATE OR DELETE ON "speakers_lists"
  FOR EACH ROW EXECUTE FUNCTION live_changed('event_id');
--> statement-breakpoint
CREATE TRIGGER speakers_live AFTER INSERT OR UPDATE OR DELETE ON "speakers"
  FOR EACH ROW EXECUTE FUNCTION live_changed('event_id');
--> statement-breakpoint
CREATE TRIGGER speakers_versions_live AFTER INSERT ON "speakers_versions"
  FOR EACH ROW EXECUTE FUNCTION live_changed('event_id');
--> statement-breakpoint
CREATE TRIGGER events_live AFTER UPDATE OF title, zone, announced_at, cancelled_at, concluded_at ON "events"
  FOR EACH ROW EXECUTE FUNCTION live_changed('id');
