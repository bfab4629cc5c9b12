CREATE TYPE "public"."amendment_kind" AS ENUM('replace', 'insert_after', 'delete', 'move', 'split', 'merge', 'retitle');
--> statement-breakpoint
CREATE TYPE "public"."amendment_state" AS ENUM('open', 'accepted', 'consolidated', 'bracketed', 'rejected', 'withdrawn');
--> statement-breakpoint
CREATE TYPE "public"."comment_audience" AS ENUM('secretariat', 'drafting_group', 'members');
--> statement-breakpoint
CREATE TYPE "public"."erratum_kind" AS ENUM('editorial', 'technical');
--> statement-breakpoint
CREATE TYPE "public"."erratum_state" AS ENUM('reported', 'verified', 'rejected', 'held');
--> statement-breakpoint
CREATE TYPE "public"."majority" AS ENUM('simple', 'two_thirds', 'unanimous');
--> statement-breakpoint
CREATE TYPE "public"."procedure_answer" AS ENUM('objects', 'consents', 'for', 'against', 'abstains');
--> statement-breakpoint
CREATE TYPE "public"."procedure_kind" AS ENUM('silence', 'written', 'vote');
--> statement-breakpoint
CREATE TYPE "public"."procedure_notice" AS ENUM('opened', 'extended', 'reminder', 'broken', 'result');
--> statement-breakpoint
CREATE TYPE "public"."procedure_state" AS ENUM('open', 'adopted', 'broken', 'failed', 'cancelled');
--> statement-breakpoint
CREATE TYPE "public"."position_source" AS ENUM('desk', 'secretariat');
--> statement-breakpoint
CREATE TYPE "public"."unpublish_reason" AS ENUM('error', 'too_early', 'merged', 'withdrawn');
--> statement-breakpoint
ALTER TYPE "public"."file_purpose" ADD VALUE 'evidence';
--> statement-breakpoint
ALTER TYPE "public"."file_purpose" ADD VALUE 'statement';
--> statement-breakpoint
CREATE TABLE "amendment_sponsors" (
	"amendment_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "amendment_sponsors_amendment_id_organisation_id_pk" PRIMARY KEY("amendment_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"revision_id" uuid NOT NULL,
	"kind" "amendment_kind" NOT NULL,
	"paragraph_id" uuid,
	"base" jsonb NOT NULL,
	"base_title" text NOT NULL,
	"proposal" jsonb NOT NULL,
	"reason" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"state" "amendment_state" DEFAULT 'open' NOT NULL,
	"decision_reason" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text DEFAULT '' NOT NULL,
	"result_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "amendments_number" UNIQUE("statement_id","number"),
	CONSTRAINT "amendments_decided" CHECK (("amendments"."state" = 'open') = ("amendments"."decided_at" is null)),
	CONSTRAINT "amendments_taken_up" CHECK (("amendments"."state" in ('accepted', 'consolidated', 'bracketed')) = ("amendments"."result_id" is not null)),
	CONSTRAINT "amendments_rejected_reason" CHECK ("amendments"."state" <> 'rejected' or "amendments"."decision_reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "statement_circulations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"circulated_at" timestamp with time zone NOT NULL,
	"circulated_by" text NOT NULL,
	CONSTRAINT "statement_circulations_number" UNIQUE("statement_id","number"),
	CONSTRAINT "statement_circulations_from_zero" CHECK ("statement_circulations"."number" >= 0)
);
--> statement-breakpoint
CREATE TABLE "statement_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"paragraph_id" uuid,
	"amendment_id" uuid,
	"organisation_id" uuid,
	"author" text NOT NULL,
	"audience" "comment_audience" NOT NULL,
	"text" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "statement_comments_said" CHECK ("statement_comments"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE "statement_floors" (
	"statement_id" uuid PRIMARY KEY NOT NULL,
	"revision_id" uuid NOT NULL,
	"paragraph_id" uuid,
	"view" text DEFAULT 'brackets' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_parties" (
	"statement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"drafting" boolean DEFAULT false NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"invited_by" text NOT NULL,
	CONSTRAINT "statement_parties_statement_id_organisation_id_pk" PRIMARY KEY("statement_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "errata" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"paragraph_id" uuid NOT NULL,
	"kind" "erratum_kind" NOT NULL,
	"state" "erratum_state" DEFAULT 'reported' NOT NULL,
	"says" text NOT NULL,
	"should_say" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"reported_by" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "errata_decided" CHECK (("errata"."state" = 'reported') = ("errata"."decided_at" is null)),
	CONSTRAINT "errata_says" CHECK ("errata"."says" <> '' and "errata"."says" <> "errata"."should_say")
);
--> statement-breakpoint
CREATE TABLE "procedure_entitled" (
	"procedure_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "procedure_entitled_procedure_id_organisation_id_pk" PRIMARY KEY("procedure_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "procedure_responses" (
	"procedure_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"answer" "procedure_answer" NOT NULL,
	"paragraph_ids" uuid[] DEFAULT '{}' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"given_by" text NOT NULL,
	CONSTRAINT "procedure_responses_procedure_id_organisation_id_pk" PRIMARY KEY("procedure_id","organisation_id"),
	CONSTRAINT "procedure_responses_objection" CHECK ("procedure_responses"."answer" <> 'objects' or "procedure_responses"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE "procedure_told" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"procedure_id" uuid NOT NULL,
	"notice" "procedure_notice" NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"lead_minutes" integer DEFAULT 0 NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"told_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"kind" "procedure_kind" NOT NULL,
	"revision_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"deadline" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"required" integer,
	"majority" "majority" DEFAULT 'simple' NOT NULL,
	"opened_by" text NOT NULL,
	"state" "procedure_state" DEFAULT 'open' NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "procedures_order" CHECK ("procedures"."deadline" > "procedures"."opens_at"),
	CONSTRAINT "procedures_ended" CHECK (("procedures"."state" = 'open') = ("procedures"."ended_at" is null)),
	CONSTRAINT "procedures_required" CHECK ("procedures"."required" is null or "procedures"."required" > 0)
);
--> statement-breakpoint
CREATE TABLE "endorsement_requests" (
	"statement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" text NOT NULL,
	"reminded_at" timestamp with time zone,
	"thanked_at" timestamp with time zone,
	CONSTRAINT "endorsement_requests_statement_id_organisation_id_pk" PRIMARY KEY("statement_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "press_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"outlet" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "press_links_order" CHECK ("press_links"."expires_at" > "press_links"."created_at")
);
--> statement-breakpoint
CREATE TABLE "press_reads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"link_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_prints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"revision_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"printed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statement_prints_once" UNIQUE("revision_id")
);
--> statement-breakpoint
CREATE TABLE "statement_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"statement_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "translation_reviews" (
	"revision_id" uuid PRIMARY KEY NOT NULL,
	"reviewed_by" text NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files" ALTER COLUMN "event_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "adoptions" ADD COLUMN "attendance" jsonb DEFAULT '[]'::jsonb NOT NULL;
--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "source" "position_source" DEFAULT 'secretariat' NOT NULL;
--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "evidence_id" uuid;
--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "verified_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "verified_by" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "recorded_by_name" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD COLUMN "zone" text DEFAULT 'UTC' NOT NULL;
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD COLUMN "change_note" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD COLUMN "major" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD COLUMN "withdrawal_kind" "unpublish_reason";
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD COLUMN "leads_to_id" uuid;
--> statement-breakpoint
ALTER TABLE "statement_revisions" ADD COLUMN "operations" jsonb DEFAULT '[]'::jsonb NOT NULL;
--> statement-breakpoint
ALTER TABLE "statement_revisions" ADD COLUMN "no_effect_on" uuid[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "also_authentic" text[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "supersedes_id" uuid;
--> statement-breakpoint
ALTER TABLE "amendment_sponsors" ADD CONSTRAINT "amendment_sponsors_amendment_id_amendments_id_fk" FOREIGN KEY ("amendment_id") REFERENCES "public"."amendments"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "amendment_sponsors" ADD CONSTRAINT "amendment_sponsors_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_revision_id_statement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_result_id_statement_revisions_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_circulations" ADD CONSTRAINT "statement_circulations_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_circulations" ADD CONSTRAINT "statement_circulations_revision_id_statement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_comments" ADD CONSTRAINT "statement_comments_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_comments" ADD CONSTRAINT "statement_comments_revision_id_statement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_comments" ADD CONSTRAINT "statement_comments_amendment_id_amendments_id_fk" FOREIGN KEY ("amendment_id") REFERENCES "public"."amendments"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_comments" ADD CONSTRAINT "statement_comments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_floors" ADD CONSTRAINT "statement_floors_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_floors" ADD CONSTRAINT "statement_floors_revision_id_statement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_parties" ADD CONSTRAINT "statement_parties_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_parties" ADD CONSTRAINT "statement_parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "errata" ADD CONSTRAINT "errata_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_entitled" ADD CONSTRAINT "procedure_entitled_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_entitled" ADD CONSTRAINT "procedure_entitled_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_responses" ADD CONSTRAINT "procedure_responses_entitled" FOREIGN KEY ("procedure_id","organisation_id") REFERENCES "public"."procedure_entitled"("procedure_id","organisation_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedure_told" ADD CONSTRAINT "procedure_told_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_revision_id_statement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "endorsement_requests" ADD CONSTRAINT "endorsement_requests_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "endorsement_requests" ADD CONSTRAINT "endorsement_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "press_links" ADD CONSTRAINT "press_links_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "press_reads" ADD CONSTRAINT "press_reads_link_id_press_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."press_links"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "press_reads" ADD CONSTRAINT "press_reads_revision_id_statement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_prints" ADD CONSTRAINT "statement_prints_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_prints" ADD CONSTRAINT "statement_prints_revision_id_statement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_prints" ADD CONSTRAINT "statement_prints_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_slugs" ADD CONSTRAINT "statement_slugs_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "translation_reviews" ADD CONSTRAINT "translation_reviews_revision_id_statement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "amendments_open" ON "amendments" USING btree ("statement_id","state");
--> statement-breakpoint
CREATE INDEX "amendments_organisation" ON "amendments" USING btree ("organisation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "statement_circulations_revision" ON "statement_circulations" USING btree ("revision_id");
--> statement-breakpoint
CREATE INDEX "statement_comments_statement" ON "statement_comments" USING btree ("statement_id","said_at");
--> statement-breakpoint
CREATE INDEX "statement_parties_organisation" ON "statement_parties" USING btree ("organisation_id");
--> statement-breakpoint
CREATE INDEX "errata_statement" ON "errata" USING btree ("statement_id");
--> statement-breakpoint
CREATE INDEX "procedure_entitled_organisation" ON "procedure_entitled" USING btree ("organisation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_told_once" ON "procedure_told" USING btree ("procedure_id","notice","deadline","lead_minutes");
--> statement-breakpoint
CREATE UNIQUE INDEX "procedures_open" ON "procedures" USING btree ("statement_id") WHERE "procedures"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "procedures_due" ON "procedures" USING btree ("deadline") WHERE "procedures"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "endorsement_requests_organisation" ON "endorsement_requests" USING btree ("organisation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "press_links_token" ON "press_links" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "press_links_statement" ON "press_links" USING btree ("statement_id");
--> statement-breakpoint
CREATE INDEX "press_reads_link" ON "press_reads" USING btree ("link_id","read_at");
--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_evidence_id_files_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."files"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD CONSTRAINT "statement_publications_leads_to_id_statements_id_fk" FOREIGN KEY ("leads_to_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_supersedes_id_statements_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_supersedes_another" CHECK ("statements"."supersedes_id" is distinct from "statements"."id");
--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_disassociation" CHECK ("positions"."kind" <> 'disassociates' or cardinality("positions"."paragraph_ids") > 0);
--> statement-breakpoint
-- Until now a publication taken back was gone: that is what a publication in error is.
UPDATE "statement_publications" SET "withdrawal_kind" = 'error' WHERE "withdrawn_at" IS NOT NULL
  AND "withdrawal_reason" <> 'Replaced by a newer text.';
--> statement-breakpoint
-- What was recorded until now was recorded by the secretariat, and public.
UPDATE "positions" SET "verified_at" = "recorded_at",
  "recorded_by_name" = coalesce((SELECT u.name FROM users u WHERE u.id = "positions"."recorded_by"), '');
--> statement-breakpoint
UPDATE "positions" SET "verified_by" = "recorded_by_name";
--> statement-breakpoint
DROP INDEX "positions_live";
--> statement-breakpoint
CREATE UNIQUE INDEX "positions_live" ON "positions" USING btree ("statement_id","organisation_id") WHERE "positions"."withdrawn_on" is null and "positions"."verified_at" is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "positions_pending" ON "positions" USING btree ("statement_id","organisation_id") WHERE "positions"."withdrawn_on" is null and "positions"."verified_at" is null;
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD CONSTRAINT "statement_publications_withdrawal" CHECK ("statement_publications"."withdrawn_at" is not null or "statement_publications"."withdrawal_kind" is null);
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD CONSTRAINT "statement_publications_leads" CHECK (("statement_publications"."withdrawal_kind" is distinct from 'merged' or "statement_publications"."leads_to_id" is not null) and "statement_publications"."leads_to_id" is distinct from "statement_publications"."statement_id");
--> statement-breakpoint
CREATE TRIGGER statement_circulations_immutable BEFORE UPDATE OR DELETE ON "statement_circulations"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER procedure_entitled_immutable BEFORE UPDATE OR DELETE ON "procedure_entitled"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER procedures_pinned BEFORE DELETE OR UPDATE OF "statement_id", "kind", "revision_id", "hash", "opens_at" ON "procedures"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER statement_prints_immutable BEFORE UPDATE OR DELETE ON "statement_prints"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What a statement takes the place of is said when it begins, and never changed: so there are no loops.
CREATE TRIGGER statements_supersedes_pinned BEFORE UPDATE OF "supersedes_id" ON "statements"
  FOR EACH ROW WHEN (OLD.supersedes_id IS DISTINCT FROM NEW.supersedes_id) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- While a text is being decided it is locked: no revision of the authentic text may be added.
CREATE FUNCTION refuse_while_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM procedures p JOIN statements s ON s.id = p.statement_id
    WHERE p.statement_id = NEW.statement_id AND p.state = 'open' AND s.authentic_locale = NEW.locale
  ) THEN
    RAISE EXCEPTION 'statement % is being decided: its text is locked', NEW.statement_id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'statement_revisions_locked';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER statement_revisions_locked BEFORE INSERT ON "statement_revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_while_decided();
--> statement-breakpoint
-- While a procedure is open nothing else adopts the text: closing it ends the procedure first.
CREATE FUNCTION refuse_adoption_while_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM procedures p WHERE p.statement_id = NEW.statement_id AND p.state = 'open') THEN
    RAISE EXCEPTION 'statement % is being decided by a procedure', NEW.statement_id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'adoptions_procedure_open';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER adoptions_procedure_open BEFORE INSERT ON "adoptions"
  FOR EACH ROW EXECUTE FUNCTION refuse_adoption_while_decided();
--> statement-breakpoint
-- A deadline moves only to later.
CREATE FUNCTION deadline_only_later() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.deadline < OLD.deadline THEN
    RAISE EXCEPTION 'the deadline of procedure % moves only to later', OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'procedures_only_later';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER procedures_only_later BEFORE UPDATE OF "deadline" ON "procedures"
  FOR EACH ROW EXECUTE FUNCTION deadline_only_later();
--> statement-breakpoint
-- A procedure pins a revision of its own statement in the authentic language, with that revision's hash.
CREATE TRIGGER procedures_bind BEFORE INSERT ON "procedures"
  FOR EACH ROW EXECUTE FUNCTION adoption_binds_its_text();
--> statement-breakpoint
-- Where the chair is: every process hears of it when the deed is done.
CREATE FUNCTION floor_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('plenary_floor', NEW.statement_id || ' ' || NEW.version);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER statement_floors_changed AFTER INSERT OR UPDATE ON "statement_floors"
  FOR EACH ROW EXECUTE FUNCTION floor_changed();
