ALTER TABLE "groups" ADD COLUMN "logo_id" uuid;
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "logo_id" uuid;
--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
-- By hand: the tables of organisations, events, files and media would import each other in a circle.
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
-- A logo is a picture that is in the library; whoever takes it out holds its row, and is waited for.
CREATE FUNCTION refuse_removed_logo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM media WHERE id = NEW.logo_id AND kind = 'image' AND removed_at IS NULL FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'This is no picture of the library.'
      USING ERRCODE = '23503', CONSTRAINT = 'logo_there', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER logo_there BEFORE INSERT OR UPDATE OF logo_id ON "organisations"
  FOR EACH ROW WHEN (NEW.logo_id IS NOT NULL) EXECUTE FUNCTION refuse_removed_logo();
--> statement-breakpoint
CREATE TRIGGER logo_there BEFORE INSERT OR UPDATE OF logo_id ON "groups"
  FOR EACH ROW WHEN (NEW.logo_id IS NOT NULL) EXECUTE FUNCTION refuse_removed_logo();
