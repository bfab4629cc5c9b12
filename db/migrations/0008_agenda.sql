CREATE TYPE "public"."agenda_audience" AS ENUM('public', 'participants', 'organizers');--> statement-breakpoint
CREATE TYPE "public"."attribution_rule" AS ENUM('on_record', 'chatham_house', 'closed');--> statement-breakpoint
CREATE TYPE "public"."confirmation" AS ENUM('unasked', 'asked', 'confirmed', 'declined');--> statement-breakpoint
CREATE TYPE "public"."presence" AS ENUM('in_person', 'remote');--> statement-breakpoint
CREATE TYPE "public"."cue_anchor" AS ENUM('item_start', 'item_end', 'day');--> statement-breakpoint
CREATE TYPE "public"."speaker_state" AS ENUM('waiting', 'absent', 'speaking', 'spoken', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."speaking_class" AS ENUM('head_of_state', 'head_of_government', 'minister', 'vice_minister', 'other');--> statement-breakpoint
ALTER TYPE "public"."agenda_item_kind" ADD VALUE 'travel' BEFORE 'hold';--> statement-breakpoint
ALTER TYPE "public"."agenda_role" ADD VALUE 'discussant' BEFORE 'interpreter';--> statement-breakpoint
ALTER TYPE "public"."file_purpose" ADD VALUE 'document';--> statement-breakpoint
ALTER TYPE "public"."file_purpose" ADD VALUE 'speech';--> statement-breakpoint
CREATE TABLE "agenda_item_announcements" (
	"item_id" uuid NOT NULL,
	"announcement_id" uuid NOT NULL,
	CONSTRAINT "agenda_item_announcements_item_id_announcement_id_pk" PRIMARY KEY("item_id","announcement_id")
);
--> statement-breakpoint
CREATE TABLE "agenda_item_statements" (
	"item_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	CONSTRAINT "agenda_item_statements_item_id_statement_id_pk" PRIMARY KEY("item_id","statement_id")
);
--> statement-breakpoint
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
CREATE TABLE "agenda_releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"note" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"again_of" integer,
	"released_at" timestamp with time zone NOT NULL,
	"released_by" uuid,
	CONSTRAINT "agenda_releases_number" CHECK ("agenda_releases"."number" > 0 and "agenda_releases"."again_of" < "agenda_releases"."number")
);
--> statement-breakpoint
CREATE TABLE "availabilities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	CONSTRAINT "availabilities_order" CHECK ("availabilities"."until_at" > "availabilities"."from_at")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"building" text DEFAULT '' NOT NULL,
	"capacity" integer,
	"position" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rooms_event_key" UNIQUE("id","event_id"),
	CONSTRAINT "rooms_name" CHECK ("rooms"."name" <> ''),
	CONSTRAINT "rooms_capacity" CHECK ("rooms"."capacity" > 0)
);
--> statement-breakpoint
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
ALTER TABLE "agenda_items" ALTER COLUMN "starts_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ALTER COLUMN "ends_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_item_people" ADD COLUMN "confirmation" "confirmation" DEFAULT 'unasked' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_item_people" ADD COLUMN "presence" "presence" DEFAULT 'in_person' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_item_people" ADD COLUMN "on_behalf_of" uuid;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "words_revision" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "room_id" uuid;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "planned_minutes" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "audience" "agenda_audience" DEFAULT 'public' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "attribution" "attribution_rule" DEFAULT 'on_record' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "expected" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "walking_minutes" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "hard_findings" text[] DEFAULT '{room,person,outside}' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_item_announcements" ADD CONSTRAINT "agenda_item_announcements_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_announcements" ADD CONSTRAINT "agenda_item_announcements_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_statements" ADD CONSTRAINT "agenda_item_statements_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_statements" ADD CONSTRAINT "agenda_item_statements_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_subscriptions" ADD CONSTRAINT "agenda_subscriptions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_releases" ADD CONSTRAINT "agenda_releases_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availabilities" ADD CONSTRAINT "availabilities_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availabilities" ADD CONSTRAINT "availabilities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_documents" ADD CONSTRAINT "item_documents_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_documents" ADD CONSTRAINT "item_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_publications" ADD CONSTRAINT "minutes_publications_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_publications" ADD CONSTRAINT "minutes_publications_revision_fk" FOREIGN KEY ("revision_id","item_id") REFERENCES "public"."minutes_revisions"("id","item_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_revisions" ADD CONSTRAINT "minutes_revisions_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_runs" ADD CONSTRAINT "item_runs_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_runs" ADD CONSTRAINT "item_runs_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_versions" ADD CONSTRAINT "live_versions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cues" ADD CONSTRAINT "cues_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cues" ADD CONSTRAINT "cues_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "agenda_item_announcements_announcement" ON "agenda_item_announcements" USING btree ("announcement_id");--> statement-breakpoint
CREATE INDEX "agenda_item_statements_statement" ON "agenda_item_statements" USING btree ("statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_subscriptions_token_key" ON "agenda_subscriptions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "agenda_subscriptions_event" ON "agenda_subscriptions" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_releases_key" ON "agenda_releases" USING btree ("event_id","number");--> statement-breakpoint
CREATE INDEX "availabilities_event" ON "availabilities" USING btree ("event_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_name_key" ON "rooms" USING btree ("event_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "item_documents_file" ON "item_documents" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "item_documents_item" ON "item_documents" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_publications_one" ON "minutes_publications" USING btree ("item_id") WHERE "minutes_publications"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "minutes_publications_revision" ON "minutes_publications" USING btree ("revision_id");--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_revisions_number" ON "minutes_revisions" USING btree ("item_id","number");--> statement-breakpoint
CREATE INDEX "item_runs_event" ON "item_runs" USING btree ("event_id","started_at");--> statement-breakpoint
CREATE INDEX "cues_event" ON "cues" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "cues_item" ON "cues" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "speaker_swaps_item" ON "speaker_swaps" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speaker_swaps_open" ON "speaker_swaps" USING btree (least("first_id", "second_id"),greatest("first_id", "second_id")) WHERE "speaker_swaps"."done_at" is null and "speaker_swaps"."declined_at" is null;--> statement-breakpoint
CREATE INDEX "speakers_item" ON "speakers" USING btree ("item_id","state");--> statement-breakpoint
CREATE INDEX "speakers_event" ON "speakers" USING btree ("event_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_one_floor" ON "speakers" USING btree ("item_id") WHERE "speakers"."state" = 'speaking';--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_once" ON "speakers" USING btree ("item_id","organisation_id",lower("on_behalf_of")) WHERE "speakers"."state" in ('waiting', 'absent', 'speaking');--> statement-breakpoint
CREATE INDEX "speakers_lists_event" ON "speakers_lists" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_versions_key" ON "speakers_versions" USING btree ("item_id","number");--> statement-breakpoint
ALTER TABLE "agenda_item_people" ADD CONSTRAINT "agenda_item_people_on_behalf_of_organisations_id_fk" FOREIGN KEY ("on_behalf_of") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_item_people_on_behalf" ON "agenda_item_people" USING btree ("on_behalf_of");--> statement-breakpoint
CREATE INDEX "agenda_items_room" ON "agenda_items" USING btree ("room_id");--> statement-breakpoint
-- A room that was a word beside an item becomes a room of the event, once however it was written.
INSERT INTO "rooms" ("event_id", "name", "position")
SELECT "event_id", min("room"), row_number() OVER (PARTITION BY "event_id" ORDER BY min("starts_at"), lower("room")) - 1
FROM "agenda_items" WHERE "room" <> '' GROUP BY "event_id", lower("room");--> statement-breakpoint
UPDATE "agenda_items" SET "room_id" = "rooms"."id" FROM "rooms"
WHERE "rooms"."event_id" = "agenda_items"."event_id" AND lower("rooms"."name") = lower("agenda_items"."room");--> statement-breakpoint
UPDATE "agenda_items" SET "words_revision" = (SELECT coalesce(jsonb_object_agg(key, 1), '{}') FROM jsonb_each_text("title"));--> statement-breakpoint
ALTER TABLE "agenda_items" DROP COLUMN "room";--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_time" CHECK (("agenda_items"."starts_at" is null) = ("agenda_items"."ends_at" is null));--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_planned" CHECK ("agenda_items"."planned_minutes" between 1 and 10080);--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_expected" CHECK ("agenda_items"."expected" >= 0);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_walking_minutes" CHECK ("events"."walking_minutes" between 0 and 240);--> statement-breakpoint
-- What the public could read until now is the first release of each agenda; what was announced stays readable.
INSERT INTO "agenda_releases" ("event_id", "number", "content", "released_at")
SELECT e."id", 1, jsonb_build_object('cancelled', '[]'::jsonb, 'items', jsonb_agg(jsonb_build_object(
    'id', i."id", 'kind', i."kind", 'title', i."title", 'abstract', i."abstract",
    'room', (SELECT jsonb_build_object('id', r."id", 'name', r."name", 'building', r."building") FROM "rooms" r WHERE r."id" = i."room_id"),
    'startsAt', to_char(i."starts_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'endsAt', to_char(i."ends_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'audience', 'public', 'attribution', 'on_record', 'languages', '[]'::jsonb,
    'statementIds', '[]'::jsonb, 'announcementIds', '[]'::jsonb,
    'people', (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', p."person_id", 'role', p."role",
        'presence', 'in_person', 'onBehalfOf', null) ORDER BY p."position"), '[]'::jsonb)
      FROM "agenda_item_people" p WHERE p."item_id" = i."id"),
    'sequence', i."revision" - 1) ORDER BY i."starts_at", i."room_id", i."id")), now()
FROM "events" e JOIN "agenda_items" i ON i."event_id" = e."id" AND i."kind" <> 'hold'
WHERE e."announced_at" IS NOT NULL GROUP BY e."id";--> statement-breakpoint
CREATE TRIGGER agenda_releases_immutable BEFORE UPDATE ON "agenda_releases"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE VIEW "current_agenda" AS
SELECT r."event_id", r."number", (item->>'id')::uuid AS "id", (item->>'kind')::agenda_item_kind AS "kind",
  item->'title' AS "title", item->'abstract' AS "abstract",
  (item->>'startsAt')::timestamptz AS "starts_at", (item->>'endsAt')::timestamptz AS "ends_at",
  (item->>'audience')::agenda_audience AS "audience", item->'people' AS "people"
FROM (SELECT DISTINCT ON ("event_id") * FROM "agenda_releases" ORDER BY "event_id", "number" DESC) r,
  jsonb_array_elements(r."content"->'items') AS item;
--> statement-breakpoint
CREATE TRIGGER minutes_revisions_immutable BEFORE UPDATE OR DELETE ON "minutes_revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_publications_immutable BEFORE DELETE OR UPDATE OF "item_id", "revision_id", "published_at" ON "minutes_publications"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
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
