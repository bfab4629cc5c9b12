CREATE TYPE "public"."commitment_progress" AS ENUM('not_started', 'limited', 'substantial', 'done', 'stopped');
--> statement-breakpoint
CREATE TABLE "commitment_owners" (
	"commitment_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "commitment_owners_commitment_id_organisation_id_pk" PRIMARY KEY("commitment_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "commitment_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"commitment_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"progress" "commitment_progress" NOT NULL,
	"text" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"reported_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" jsonb NOT NULL,
	"measure" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"statement_id" uuid,
	"paragraph_id" uuid,
	"made_on" date NOT NULL,
	"due_on" date,
	"public_from" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "commitments_paragraph" CHECK ("commitments"."paragraph_id" is null or "commitments"."statement_id" is not null),
	CONSTRAINT "commitments_order" CHECK ("commitments"."due_on" is null or "commitments"."due_on" >= "commitments"."made_on"),
	CONSTRAINT "commitments_withdrawn" CHECK ("commitments"."withdrawn_at" is null or "commitments"."public_from" is not null)
);
--> statement-breakpoint
ALTER TABLE "commitment_owners" ADD CONSTRAINT "commitment_owners_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "commitment_owners" ADD CONSTRAINT "commitment_owners_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "commitment_reports" ADD CONSTRAINT "commitment_reports_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "commitment_reports" ADD CONSTRAINT "commitment_reports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "commitment_owners_organisation" ON "commitment_owners" USING btree ("organisation_id");
--> statement-breakpoint
CREATE INDEX "commitment_reports_commitment" ON "commitment_reports" USING btree ("commitment_id","event_id","reported_at");
--> statement-breakpoint
CREATE INDEX "commitments_statement" ON "commitments" USING btree ("statement_id");
--> statement-breakpoint
CREATE TRIGGER commitment_reports_immutable BEFORE UPDATE OR DELETE ON "commitment_reports"
  FOR EACH ROW EXECUTE FUNCTION refuse_change()
--> statement-breakpoint
-- What is searched, with commitments as well.
CREATE OR REPLACE VIEW "search_sources" AS
SELECT 'event'::text AS "kind", e."id" AS "ref_id", e."id" AS "part_id", title.key AS "locale", title.value AS "title",
  concat_ws(' ', e."summary"->>title.key, e."venue", e."city"->>title.key, e."parent_event") AS "body",
  NULL::timestamptz AS "happens_at"
FROM "events" e, jsonb_each_text(e."title") AS title
UNION ALL
SELECT 'agenda_item', r."id", (item->>'id')::uuid, title.key, title.value, coalesce(item->'abstract'->>title.key, ''),
  (item->>'startsAt')::timestamptz
FROM "agenda_releases" r, jsonb_array_elements(r."content"->'items') AS item, jsonb_each_text(item->'title') AS title
WHERE item->>'audience' = 'public'
UNION ALL
SELECT 'person', r."id", p."id", said.locale, p."name",
  coalesce(e."title"->>said.locale, (SELECT value FROM jsonb_each_text(e."title") LIMIT 1), ''), r."first_at"
FROM (
  SELECT a."id", a."event_id", (role->>'personId')::uuid AS "person_id", min((item->>'startsAt')::timestamptz) AS "first_at"
  FROM "agenda_releases" a, jsonb_array_elements(a."content"->'items') AS item, jsonb_array_elements(item->'people') AS role
  WHERE item->>'audience' = 'public' GROUP BY 1, 2, 3
) r
  JOIN "events" e ON e."id" = r."event_id"
  JOIN "people" p ON p."id" = r."person_id",
  (VALUES ('en'), ('sv')) AS said(locale)
UNION ALL
SELECT 'person', a."id", p."id", said.locale, p."name",
  concat_ws(', ', coalesce(o."title"->>said.locale, (SELECT value FROM jsonb_each_text(o."title") LIMIT 1)),
    coalesce(g."name"->>said.locale, (SELECT value FROM jsonb_each_text(g."name") LIMIT 1))), NULL
FROM "appointments" a
  JOIN "people" p ON p."id" = a."person_id"
  JOIN "offices" o ON o."id" = a."office_id"
  JOIN "organisations" g ON g."id" = o."organisation_id",
  (VALUES ('en'), ('sv')) AS said(locale)
UNION ALL
SELECT 'statement', p."id", p."id", p."locale", r."title",
  coalesce((SELECT string_agg(paragraph->>'text', ' ') FROM jsonb_array_elements(r."paragraphs") AS paragraph), ''), NULL
FROM "statement_publications" p JOIN "statement_revisions" r ON r."id" = p."revision_id"
UNION ALL
-- The words of a rich text, who is quoted and what pictures show: not the names of nodes, nor the addresses of links.
SELECT 'announcement', p."id", p."id", p."locale", r."title",
  concat_ws(' ', r."lead", r."dateline", (
    SELECT string_agg(word #>> '{}', ' ') FROM jsonb_array_elements(
      jsonb_path_query_array(r."body", 'strict $.**.text') || jsonb_path_query_array(r."body", 'strict $.**.speaker')
      || jsonb_path_query_array(r."body", 'strict $.**.alt') || jsonb_path_query_array(r."body", 'strict $.**.title')
      || jsonb_path_query_array(r."body", 'strict $.**.label')) AS word WHERE jsonb_typeof(word) = 'string'),
    array_to_string(r."authors", ' '), array_to_string(a."tags", ' ')), NULL
FROM "announcement_publications" p
  JOIN "announcement_revisions" r ON r."id" = p."revision_id"
  JOIN "announcements" a ON a."id" = p."announcement_id"
UNION ALL
-- In every language, also where the name is the same in all: sectors and countries are words of each.
SELECT 'member', g."id", named."id", said.locale,
  coalesce(named."name"->>said.locale, (SELECT value FROM jsonb_each_text(named."name") LIMIT 1), ''),
  concat_ws(', ', named."formal_name"->>said.locale,
    (SELECT string_agg(n."name", ', ' ORDER BY n."code") FROM "search_names" n
      WHERE n."locale" = said.locale AND n."code" = ANY (g."sectors")),
    CASE WHEN g."kind" <> 'country' THEN
      (SELECT n."name" FROM "search_names" n WHERE n."locale" = said.locale AND n."code" = g."country") END), NULL
FROM "organisations" g,
  LATERAL (
    SELECT g."id", g."name", g."formal_name"
    UNION ALL
    SELECT f."id", f."name", f."formal_name" FROM "organisation_names" f WHERE f."organisation_id" = g."id"
  ) named,
  (VALUES ('en'), ('sv')) AS said(locale)
UNION ALL
-- Once for each of its owners, on whose page it stands. What was reported is not searched: it is of its meeting.
SELECT 'commitment', c."id", o."organisation_id", title.key, title.value, coalesce(c."measure"->>title.key, ''), NULL
FROM "commitments" c JOIN "commitment_owners" o ON o."commitment_id" = c."id", jsonb_each_text(c."title") AS title
--> statement-breakpoint
-- Where several deeds change what one row is made of, they take turns behind the row it is of: each statement below
-- sees what those before it have committed. What is made of its own row alone is locked by whoever writes that.
CREATE OR REPLACE FUNCTION search_refresh(which text, what uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CASE which
    WHEN 'person' THEN
      PERFORM 1 FROM appointments WHERE id = what FOR NO KEY UPDATE;
      PERFORM 1 FROM agenda_releases WHERE id = what FOR NO KEY UPDATE;
    WHEN 'member' THEN
      PERFORM 1 FROM organisations WHERE id = what FOR NO KEY UPDATE;
    WHEN 'announcement' THEN
      PERFORM 1 FROM announcement_publications WHERE id = what FOR NO KEY UPDATE;
    WHEN 'commitment' THEN
      PERFORM 1 FROM commitments WHERE id = what FOR NO KEY UPDATE;
    ELSE NULL;
  END CASE;
  DELETE FROM search_texts WHERE kind = which AND ref_id = what;
  INSERT INTO search_texts (kind, ref_id, part_id, locale, title, body, happens_at)
  SELECT kind, ref_id, part_id, locale, title, body, happens_at FROM search_sources s
  WHERE s.kind = which AND s.ref_id = what;
END $$
--> statement-breakpoint
CREATE TRIGGER search_commitment AFTER INSERT OR DELETE OR UPDATE OF "title", "measure" ON "commitments"
  FOR EACH ROW EXECUTE FUNCTION search_keep('commitment')
--> statement-breakpoint
-- Once for all owners that are written together: each time the rows of all are made anew.
CREATE FUNCTION search_keep_owners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_refresh('commitment', c.id) FROM (SELECT DISTINCT commitment_id AS id FROM changed ORDER BY 1) c;
  RETURN NULL;
END $$
--> statement-breakpoint
CREATE TRIGGER search_commitment_owner AFTER INSERT ON "commitment_owners"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_keep_owners()
--> statement-breakpoint
CREATE TRIGGER search_commitment_no_owner AFTER DELETE ON "commitment_owners"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_keep_owners()
--> statement-breakpoint
-- What stands inside of words is looked for in all languages at once, and no more by this.
DROP FUNCTION search_hits(text, tsquery, text[], tsquery)
--> statement-breakpoint
-- The rows of one language that answer, by the index of their words even where most do: looking into each would mean
-- unpacking it. So that of the language, for which another index would do, is asked in a way no index answers.
CREATE FUNCTION search_hits(wanted text, query tsquery)
RETURNS TABLE (kind text, ref_id uuid, part_id uuid, locale text, happens_at timestamptz, title_words tsvector)
LANGUAGE sql STABLE ROWS 5000 SET enable_seqscan = off AS $$
  SELECT t.kind, t.ref_id, t.part_id, t.locale, t.happens_at, t.title_words FROM search_texts t
  WHERE t.locale IS NOT DISTINCT FROM wanted AND t.words @@ query
$$
