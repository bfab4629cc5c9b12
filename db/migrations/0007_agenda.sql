CREATE TYPE "public"."agenda_audience" AS ENUM('public', 'participants', 'organizers');--> statement-breakpoint
CREATE TYPE "public"."attribution_rule" AS ENUM('on_record', 'chatham_house', 'closed');--> statement-breakpoint
CREATE TYPE "public"."confirmation" AS ENUM('unasked', 'asked', 'confirmed', 'declined');--> statement-breakpoint
CREATE TYPE "public"."presence" AS ENUM('in_person', 'remote');--> statement-breakpoint
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
ALTER TABLE "agenda_releases" ADD CONSTRAINT "agenda_releases_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availabilities" ADD CONSTRAINT "availabilities_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availabilities" ADD CONSTRAINT "availabilities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_item_announcements_announcement" ON "agenda_item_announcements" USING btree ("announcement_id");--> statement-breakpoint
CREATE INDEX "agenda_item_statements_statement" ON "agenda_item_statements" USING btree ("statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_releases_key" ON "agenda_releases" USING btree ("event_id","number");--> statement-breakpoint
CREATE INDEX "availabilities_event" ON "availabilities" USING btree ("event_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_name_key" ON "rooms" USING btree ("event_id",lower("name"));--> statement-breakpoint
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
