-- History is never changed, but for one thing: the reason somebody gave, which may name a person, can be erased.
CREATE FUNCTION refuse_change_but_erasing_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reason = '' AND (to_jsonb(NEW) - 'reason') = (to_jsonb(OLD) - 'reason') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER history_immutable ON "history";
--> statement-breakpoint
CREATE TRIGGER history_immutable BEFORE UPDATE OR DELETE ON "history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasing_reason();
