-- What a table definition cannot say: overlaps, immutability, and the freeze of an adopted text.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_no_overlap"
  EXCLUDE USING gist ("organisation_id" WITH =, daterange("joined_on", "left_on", '[)') WITH &&)
  WHERE ("withdrawn_at" IS NULL);
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER statement_revisions_immutable BEFORE UPDATE OR DELETE ON "statement_revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER announcement_revisions_immutable BEFORE UPDATE OR DELETE ON "announcement_revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER adoptions_immutable BEFORE DELETE OR UPDATE OF "statement_id", "revision_id", "hash", "method", "adopted_at" ON "adoptions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER history_immutable BEFORE UPDATE OR DELETE ON "history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- After adoption no revision of the authentic text may be added; translations may still come.
CREATE FUNCTION refuse_after_adoption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM adoptions a JOIN statements s ON s.id = a.statement_id
    WHERE a.statement_id = NEW.statement_id AND s.authentic_locale = NEW.locale
  ) THEN
    RAISE EXCEPTION 'statement % is adopted: its text is frozen', NEW.statement_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER statement_revisions_frozen BEFORE INSERT ON "statement_revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_after_adoption();
--> statement-breakpoint
-- An adoption binds a revision of its own statement in the authentic language, with that revision's hash.
CREATE FUNCTION adoption_binds_its_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM statement_revisions r JOIN statements s ON s.id = r.statement_id
    WHERE r.id = NEW.revision_id AND r.statement_id = NEW.statement_id
      AND r.locale = s.authentic_locale AND r.hash = NEW.hash
  ) THEN
    RAISE EXCEPTION 'an adoption binds the authentic revision and its hash' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER adoptions_bind BEFORE INSERT ON "adoptions"
  FOR EACH ROW EXECUTE FUNCTION adoption_binds_its_text();
