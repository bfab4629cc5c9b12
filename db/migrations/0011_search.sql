-- Pictures and films are read in parts: what is not compressed can be.
ALTER TABLE "files" ALTER COLUMN "content" SET STORAGE EXTERNAL
--> statement-breakpoint
-- No text begins to show what was taken out of the library; whoever takes it out holds its row, and is waited for.
CREATE FUNCTION refuse_removed_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM media WHERE id = NEW.media_id AND removed_at IS NULL FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'This is no longer in the library.'
      USING ERRCODE = '23503', CONSTRAINT = 'announcement_media_there', TABLE = 'announcement_media';
  END IF;
  RETURN NEW;
END $$
--> statement-breakpoint
CREATE TRIGGER announcement_media_there BEFORE INSERT ON "announcement_media"
  FOR EACH ROW EXECUTE FUNCTION refuse_removed_media()
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm
--> statement-breakpoint
-- Words of no meaning fall away as they are written, then accents do, then the endings of the language.
CREATE TEXT SEARCH DICTIONARY plenary_english_stop (TEMPLATE = simple, STOPWORDS = english, ACCEPT = false)
--> statement-breakpoint
CREATE TEXT SEARCH DICTIONARY plenary_swedish_stop (TEMPLATE = simple, STOPWORDS = swedish, ACCEPT = false)
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION plenary_english (COPY = english)
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION plenary_english
  ALTER MAPPING FOR asciihword, asciiword, hword_asciipart, hword, hword_part, word
  WITH plenary_english_stop, unaccent, english_stem
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION plenary_swedish (COPY = swedish)
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION plenary_swedish
  ALTER MAPPING FOR asciihword, asciiword, hword_asciipart, hword, hword_part, word
  WITH plenary_swedish_stop, unaccent, swedish_stem
--> statement-breakpoint
CREATE FUNCTION search_grammar(locale text) RETURNS regconfig LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE locale WHEN 'sv' THEN 'plenary_swedish'::regconfig ELSE 'plenary_english'::regconfig END
$$
--> statement-breakpoint
CREATE FUNCTION search_words(locale text, title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT setweight(to_tsvector(search_grammar(locale), title), 'A') || setweight(to_tsvector(search_grammar(locale), body), 'C')
$$
--> statement-breakpoint
-- The words of a text once each, for what is looked for inside of words.
CREATE FUNCTION search_lexemes(words tsvector) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(lexeme, ' '), '') FROM unnest(tsvector_to_array(words)) AS lexeme
$$
--> statement-breakpoint
-- What sectors and countries are called: words of the interface, written by each version when it migrates.
CREATE TABLE "search_names" (
  "locale" text NOT NULL,
  "code" text NOT NULL,
  "name" text NOT NULL,
  PRIMARY KEY ("locale", "code")
)
--> statement-breakpoint
-- The words of everything that is or was or will be public, kept by the triggers below. Whether a row may be read is
-- asked of what it is of (ref_id) whenever somebody searches: nothing here says so.
CREATE TABLE "search_texts" (
  "kind" text COLLATE "C" NOT NULL,
  "ref_id" uuid NOT NULL,
  "part_id" uuid NOT NULL,
  "locale" text COLLATE "C" NOT NULL,
  "title" text NOT NULL,
  "body" text NOT NULL,
  "happens_at" timestamptz,
  "title_words" tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector(search_grammar("locale"), "title")) STORED,
  "words" tsvector NOT NULL GENERATED ALWAYS AS (search_words("locale", "title", "body")) STORED,
  "lexemes" text NOT NULL GENERATED ALWAYS AS (search_lexemes(search_words("locale", "title", "body"))) STORED,
  PRIMARY KEY ("kind", "ref_id", "part_id", "locale")
)
--> statement-breakpoint
CREATE INDEX "search_texts_words" ON "search_texts" USING gin ("words")
--> statement-breakpoint
CREATE INDEX "search_texts_lexemes" ON "search_texts" USING gin ("lexemes" gin_trgm_ops)
--> statement-breakpoint
CREATE INDEX "search_texts_part" ON "search_texts" USING btree ("part_id")
--> statement-breakpoint
-- What the rows of search_texts are made of. A test compares the two after everything that can be done.
CREATE VIEW "search_sources" AS
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
--> statement-breakpoint
-- Where several deeds change what one row is made of, they take turns behind the row it is of: each statement below
-- sees what those before it have committed. What is made of its own row alone is locked by whoever writes that.
CREATE FUNCTION search_refresh(which text, what uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CASE which
    WHEN 'person' THEN
      PERFORM 1 FROM appointments WHERE id = what FOR NO KEY UPDATE;
      PERFORM 1 FROM agenda_releases WHERE id = what FOR NO KEY UPDATE;
    WHEN 'member' THEN
      PERFORM 1 FROM organisations WHERE id = what FOR NO KEY UPDATE;
    WHEN 'announcement' THEN
      PERFORM 1 FROM announcement_publications WHERE id = what FOR NO KEY UPDATE;
    ELSE NULL;
  END CASE;
  DELETE FROM search_texts WHERE kind = which AND ref_id = what;
  INSERT INTO search_texts (kind, ref_id, part_id, locale, title, body, happens_at)
  SELECT kind, ref_id, part_id, locale, title, body, happens_at FROM search_sources s
  WHERE s.kind = which AND s.ref_id = what;
END $$
--> statement-breakpoint
-- Keeps the rows of the row that was written, of each kind that is named.
CREATE FUNCTION search_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  FOR n IN 0 .. TG_NARGS - 1 LOOP
    PERFORM search_refresh(TG_ARGV[n], coalesce(NEW.id, OLD.id));
  END LOOP;
  RETURN NULL;
END $$
--> statement-breakpoint
-- Keeps the rows that name something of the row that was written.
CREATE FUNCTION search_keep_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'events' THEN
      PERFORM search_refresh('person', r.id) FROM agenda_releases r WHERE r.event_id = NEW.id ORDER BY r.id;
    WHEN 'people' THEN
      PERFORM search_refresh('person', t.ref_id) FROM (
        SELECT DISTINCT ref_id FROM search_texts WHERE kind = 'person' AND part_id = OLD.id ORDER BY ref_id) t;
    WHEN 'offices' THEN
      PERFORM search_refresh('person', a.id) FROM appointments a WHERE a.office_id = NEW.id ORDER BY a.id;
    WHEN 'organisations' THEN
      PERFORM search_refresh('person', a.id) FROM appointments a JOIN offices o ON o.id = a.office_id
        WHERE o.organisation_id = NEW.id ORDER BY a.id;
    WHEN 'organisation_names' THEN
      PERFORM search_refresh('member', coalesce(NEW.organisation_id, OLD.organisation_id));
    WHEN 'announcements' THEN
      PERFORM search_refresh('announcement', p.id) FROM announcement_publications p
        WHERE p.announcement_id = NEW.id ORDER BY p.id;
    WHEN 'search_names' THEN
      PERFORM search_refresh('member', o.id) FROM organisations o ORDER BY o.id;
  END CASE;
  RETURN NULL;
END $$
--> statement-breakpoint
CREATE TRIGGER search_event AFTER INSERT OR DELETE OR UPDATE OF "title", "summary", "venue", "city", "parent_event" ON "events"
  FOR EACH ROW EXECUTE FUNCTION search_keep('event')
--> statement-breakpoint
CREATE TRIGGER search_event_people AFTER UPDATE OF "title" ON "events"
  FOR EACH ROW WHEN (OLD."title" IS DISTINCT FROM NEW."title") EXECUTE FUNCTION search_keep_others()
--> statement-breakpoint
CREATE TRIGGER search_agenda AFTER INSERT OR DELETE ON "agenda_releases"
  FOR EACH ROW EXECUTE FUNCTION search_keep('agenda_item', 'person')
--> statement-breakpoint
CREATE TRIGGER search_person AFTER DELETE OR UPDATE OF "name" ON "people"
  FOR EACH ROW EXECUTE FUNCTION search_keep_others()
--> statement-breakpoint
CREATE TRIGGER search_appointment AFTER INSERT OR DELETE OR UPDATE OF "person_id", "office_id" ON "appointments"
  FOR EACH ROW EXECUTE FUNCTION search_keep('person')
--> statement-breakpoint
CREATE TRIGGER search_office AFTER UPDATE OF "title", "organisation_id" ON "offices"
  FOR EACH ROW EXECUTE FUNCTION search_keep_others()
--> statement-breakpoint
CREATE TRIGGER search_member
  AFTER INSERT OR DELETE OR UPDATE OF "name", "formal_name", "sectors", "country", "kind" ON "organisations"
  FOR EACH ROW EXECUTE FUNCTION search_keep('member')
--> statement-breakpoint
CREATE TRIGGER search_member_people AFTER UPDATE OF "name" ON "organisations"
  FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION search_keep_others()
--> statement-breakpoint
CREATE TRIGGER search_former_name AFTER INSERT OR DELETE OR UPDATE ON "organisation_names"
  FOR EACH ROW EXECUTE FUNCTION search_keep_others()
--> statement-breakpoint
CREATE TRIGGER search_statement AFTER INSERT OR DELETE OR UPDATE OF "revision_id", "locale" ON "statement_publications"
  FOR EACH ROW EXECUTE FUNCTION search_keep('statement')
--> statement-breakpoint
CREATE TRIGGER search_announcement AFTER INSERT OR DELETE OR UPDATE OF "revision_id", "locale" ON "announcement_publications"
  FOR EACH ROW EXECUTE FUNCTION search_keep('announcement')
--> statement-breakpoint
CREATE TRIGGER search_tags AFTER UPDATE OF "tags" ON "announcements"
  FOR EACH ROW WHEN (OLD."tags" IS DISTINCT FROM NEW."tags") EXECUTE FUNCTION search_keep_others()
--> statement-breakpoint
CREATE TRIGGER search_called AFTER INSERT OR DELETE OR UPDATE ON "search_names"
  FOR EACH STATEMENT EXECUTE FUNCTION search_keep_others()
--> statement-breakpoint
INSERT INTO "search_texts" ("kind", "ref_id", "part_id", "locale", "title", "body", "happens_at")
  SELECT "kind", "ref_id", "part_id", "locale", "title", "body", "happens_at" FROM "search_sources"
--> statement-breakpoint
-- The rows of one language that answer, by the index of their words even where most do: looking into each would mean
-- unpacking it. So that of the language, for which another index would do, is asked in a way no index answers.
-- With parts also those that hold all of them inside of their words, and none of what is left out.
CREATE FUNCTION search_hits(wanted text, query tsquery, parts text[], without tsquery)
RETURNS TABLE (kind text, ref_id uuid, part_id uuid, locale text, happens_at timestamptz, title_words tsvector)
LANGUAGE sql STABLE ROWS 5000 SET enable_seqscan = off AS $$
  SELECT t.kind, t.ref_id, t.part_id, t.locale, t.happens_at, t.title_words FROM search_texts t
  WHERE t.locale IS NOT DISTINCT FROM wanted AND t.words @@ query
  UNION ALL
  SELECT t.kind, t.ref_id, t.part_id, t.locale, t.happens_at, t.title_words FROM search_texts t
  WHERE t.locale IS NOT DISTINCT FROM wanted AND t.lexemes LIKE parts[1] AND t.lexemes LIKE ALL (parts)
    AND NOT t.words @@ query AND (without IS NULL OR NOT t.words @@ without)
$$
