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
