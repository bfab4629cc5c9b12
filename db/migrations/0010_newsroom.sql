CREATE TYPE "public"."accession_check" AS ENUM('contact_confirmed', 'commitment_on_file', 'own_actions', 'focal_point', 'logo', 'press_contact');
--> statement-breakpoint
CREATE TYPE "public"."accession_source" AS ENUM('form', 'letter', 'desk');
--> statement-breakpoint
CREATE TYPE "public"."board_answer" AS ENUM('approves', 'declines', 'abstains');
--> statement-breakpoint
CREATE TYPE "public"."review_step" AS ENUM('submitted', 'remarked', 'returned', 'approved');
--> statement-breakpoint
CREATE TYPE "public"."file_store" AS ENUM('database', 's3');
--> statement-breakpoint
CREATE TYPE "public"."media_kind" AS ENUM('image', 'video', 'file');
--> statement-breakpoint
CREATE TYPE "public"."period_kind" AS ENUM('government', 'phase', 'presidency');
--> statement-breakpoint
CREATE TYPE "public"."release_audience" AS ENUM('press', 'members');
--> statement-breakpoint
CREATE TYPE "public"."release_item_kind" AS ENUM('membership', 'announcement', 'statement', 'event', 'agenda', 'mail');
--> statement-breakpoint
CREATE TYPE "public"."cadence" AS ENUM('at_once', 'digest');
--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('waiting', 'delivered', 'failed');
--> statement-breakpoint
ALTER TYPE "public"."announcement_kind" ADD VALUE 'brief';
--> statement-breakpoint
ALTER TYPE "public"."announcement_kind" ADD VALUE 'event_report';
--> statement-breakpoint
ALTER TYPE "public"."announcement_kind" ADD VALUE 'video';
--> statement-breakpoint
ALTER TYPE "public"."announcement_kind" ADD VALUE 'process';
--> statement-breakpoint
ALTER TYPE "public"."file_purpose" ADD VALUE 'media';
--> statement-breakpoint
ALTER TYPE "public"."file_purpose" ADD VALUE 'application';
--> statement-breakpoint
CREATE TABLE "accession_checked" (
	"accession_id" uuid NOT NULL,
	"check" "accession_check" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "accession_checked_accession_id_check_pk" PRIMARY KEY("accession_id","check")
);
--> statement-breakpoint
CREATE TABLE "accession_documents" (
	"accession_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "accession_documents_accession_id_file_id_pk" PRIMARY KEY("accession_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "accession_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"accession_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" "accession_source" NOT NULL,
	"organisation_id" uuid,
	"kind" "organisation_kind" NOT NULL,
	"name" jsonb NOT NULL,
	"formal_name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"country" text,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"website" text,
	"contact_name" text NOT NULL,
	"contact_title" text DEFAULT '' NOT NULL,
	"contact_email" text NOT NULL,
	"contact_locale" text NOT NULL,
	"motivation" text NOT NULL,
	"own_actions" text DEFAULT '' NOT NULL,
	"received_on" date NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"token_hash" text,
	"review_by" date,
	"board_by" date,
	"announce_by" date,
	"reviewed_at" timestamp with time zone,
	"sent_to_board_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"approved_on" date,
	"declined_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"end_reason" text DEFAULT '' NOT NULL,
	"membership_id" uuid,
	"erased_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accessions_one_end" CHECK (num_nonnulls("accessions"."approved_at", "accessions"."declined_at") <= 1),
	CONSTRAINT "accessions_approved" CHECK (num_nulls("accessions"."approved_at", "accessions"."approved_on", "accessions"."membership_id") in (0, 3)),
	CONSTRAINT "accessions_reason" CHECK (("accessions"."declined_at" is null and "accessions"."withdrawn_at" is null) or "accessions"."end_reason" <> ''),
	CONSTRAINT "accessions_country_code" CHECK ("accessions"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "board_decisions" (
	"accession_id" uuid NOT NULL,
	"board_member_id" uuid NOT NULL,
	"answer" "board_answer" NOT NULL,
	"answered_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "board_decisions_accession_id_board_member_id_pk" PRIMARY KEY("accession_id","board_member_id")
);
--> statement-breakpoint
CREATE TABLE "board_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"from_on" date NOT NULL,
	"to_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "board_members_order" CHECK ("board_members"."to_on" is null or "board_members"."to_on" > "board_members"."from_on")
);
--> statement-breakpoint
CREATE TABLE "announcement_addresses" (
	"locale" text NOT NULL,
	"slug" text NOT NULL,
	"announcement_id" uuid NOT NULL,
	"present" boolean NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "announcement_addresses_locale_slug_pk" PRIMARY KEY("locale","slug")
);
--> statement-breakpoint
CREATE TABLE "announcement_media" (
	"revision_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	CONSTRAINT "announcement_media_revision_id_media_id_pk" PRIMARY KEY("revision_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "announcement_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"announcement_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"step" "review_step" NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"by_name" text NOT NULL,
	CONSTRAINT "announcement_reviews_remark" CHECK ("announcement_reviews"."step" not in ('remarked', 'returned') or "announcement_reviews"."remark" <> '')
);
--> statement-breakpoint
CREATE TABLE "boilerplate_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"boilerplate_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"heading" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" text NOT NULL,
	CONSTRAINT "boilerplate_versions_number" UNIQUE("boilerplate_id","number")
);
--> statement-breakpoint
CREATE TABLE "boilerplates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preview_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"announcement_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "preview_links_order" CHECK ("preview_links"."expires_at" > "preview_links"."created_at")
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "media_kind" NOT NULL,
	"name" text NOT NULL,
	"file_id" uuid NOT NULL,
	"width" integer,
	"height" integer,
	"alt" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "media_variants" (
	"media_id" uuid NOT NULL,
	"width" integer NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "media_variants_media_id_width_pk" PRIMARY KEY("media_id","width")
);
--> statement-breakpoint
CREATE TABLE "organisation_names" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"formal_name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"until_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "organisation_names_until" UNIQUE("organisation_id","until_on")
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "period_kind" NOT NULL,
	"name" jsonb NOT NULL,
	"organisation_id" uuid,
	"from_on" date NOT NULL,
	"to_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "periods_order" CHECK ("periods"."to_on" is null or "periods"."to_on" > "periods"."from_on"),
	CONSTRAINT "periods_government" CHECK ("periods"."kind" <> 'government' or "periods"."organisation_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "release_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"release_id" uuid NOT NULL,
	"kind" "release_item_kind" NOT NULL,
	"position" integer NOT NULL,
	"locale" text,
	"announcement_id" uuid,
	"announcement_revision_id" uuid,
	"statement_id" uuid,
	"statement_revision_id" uuid,
	"membership_id" uuid,
	"event_id" uuid,
	"seen" text DEFAULT '' NOT NULL,
	"audience" "release_audience",
	"subject" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"body" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"outcome" jsonb,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "release_items_kind" CHECK (case "release_items"."kind"
        when 'announcement' then num_nulls("release_items"."announcement_id", "release_items"."announcement_revision_id", "release_items"."locale") = 0
        when 'statement' then num_nulls("release_items"."statement_id", "release_items"."statement_revision_id", "release_items"."locale") = 0
        when 'membership' then "release_items"."membership_id" is not null
        when 'mail' then "release_items"."audience" is not null
        else "release_items"."event_id" is not null end)
);
--> statement-breakpoint
CREATE TABLE "rehearsals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"release_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"event_id" uuid,
	"agenda_item_id" uuid,
	"scheduled_for" timestamp with time zone,
	"zone" text DEFAULT 'UTC' NOT NULL,
	"scheduled_at" timestamp with time zone,
	"scheduled_by" uuid,
	"carried_out_at" timestamp with time zone,
	"public_from" timestamp with time zone,
	"obstacles" jsonb,
	"failed_at" timestamp with time zone,
	"alarmed_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undone_kind" "unpublish_reason",
	"undone_reason" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "releases_scheduled" CHECK (("releases"."scheduled_for" is null) = ("releases"."scheduled_at" is null)),
	CONSTRAINT "releases_carried_out" CHECK (("releases"."carried_out_at" is null) = ("releases"."public_from" is null)),
	CONSTRAINT "releases_undone" CHECK (num_nulls("releases"."undone_at", "releases"."undone_kind") <> 1)
);
--> statement-breakpoint
CREATE TABLE "press_recipients" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"outlet" text DEFAULT '' NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" text NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "press_recipients_email_lower" CHECK ("press_recipients"."email" = lower("press_recipients"."email"))
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"cadence" "cadence" DEFAULT 'at_once' NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"token_hash" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"told_until" timestamp with time zone,
	CONSTRAINT "subscriptions_email_lower" CHECK ("subscriptions"."email" = lower("subscriptions"."email"))
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"webhook_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" "delivery_state" DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"status" integer,
	"last_error" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_once" UNIQUE("webhook_id","key")
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"topics" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"paused_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_erased";
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_size";
--> statement-breakpoint
ALTER TABLE "appointments" DROP CONSTRAINT "appointments_office_id_offices_id_fk";
--> statement-breakpoint
ALTER TABLE "press_links" ALTER COLUMN "statement_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "press_reads" ALTER COLUMN "revision_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "agenda_releases" ADD COLUMN "withdrawn_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD COLUMN "zone" text DEFAULT 'UTC' NOT NULL;
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD COLUMN "change_note" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD COLUMN "major" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD COLUMN "forced_reason" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD COLUMN "release_id" uuid;
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD COLUMN "told_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD COLUMN "withdrawal_kind" "unpublish_reason";
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD COLUMN "leads_to_id" uuid;
--> statement-breakpoint
ALTER TABLE "announcement_revisions" ADD COLUMN "dateline" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "announcement_revisions" ADD COLUMN "press_contact" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "announcement_revisions" ADD COLUMN "authors" text[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "announcement_revisions" ADD COLUMN "cover" jsonb;
--> statement-breakpoint
ALTER TABLE "announcement_revisions" ADD COLUMN "translated_from" jsonb DEFAULT '{}'::jsonb NOT NULL;
--> statement-breakpoint
ALTER TABLE "announcement_revisions" ADD COLUMN "automatic" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "period_id" uuid;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "period_id" uuid;
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "store" "file_store" DEFAULT 'database' NOT NULL;
--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "board_quorum" integer DEFAULT 2 NOT NULL;
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "headers" jsonb DEFAULT '{}'::jsonb NOT NULL;
--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "one_holder" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "offices" ADD COLUMN "one_holder" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "press_links" ADD COLUMN "announcement_id" uuid;
--> statement-breakpoint
ALTER TABLE "press_reads" ADD COLUMN "announcement_revision_id" uuid;
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD COLUMN "release_id" uuid;
--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "period_id" uuid;
--> statement-breakpoint
ALTER TABLE "accession_checked" ADD CONSTRAINT "accession_checked_accession_id_accessions_id_fk" FOREIGN KEY ("accession_id") REFERENCES "public"."accessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accession_documents" ADD CONSTRAINT "accession_documents_accession_id_accessions_id_fk" FOREIGN KEY ("accession_id") REFERENCES "public"."accessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accession_documents" ADD CONSTRAINT "accession_documents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accession_notes" ADD CONSTRAINT "accession_notes_accession_id_accessions_id_fk" FOREIGN KEY ("accession_id") REFERENCES "public"."accessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accessions" ADD CONSTRAINT "accessions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accessions" ADD CONSTRAINT "accessions_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_decisions" ADD CONSTRAINT "board_decisions_accession_id_accessions_id_fk" FOREIGN KEY ("accession_id") REFERENCES "public"."accessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_decisions" ADD CONSTRAINT "board_decisions_board_member_id_board_members_id_fk" FOREIGN KEY ("board_member_id") REFERENCES "public"."board_members"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_members" ADD CONSTRAINT "board_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "board_members" ADD CONSTRAINT "board_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "announcement_addresses" ADD CONSTRAINT "announcement_addresses_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "announcement_media" ADD CONSTRAINT "announcement_media_revision_id_announcement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."announcement_revisions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "announcement_media" ADD CONSTRAINT "announcement_media_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "announcement_reviews" ADD CONSTRAINT "announcement_reviews_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "announcement_reviews" ADD CONSTRAINT "announcement_reviews_revision_id_announcement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."announcement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "boilerplate_versions" ADD CONSTRAINT "boilerplate_versions_boilerplate_id_boilerplates_id_fk" FOREIGN KEY ("boilerplate_id") REFERENCES "public"."boilerplates"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "media_variants" ADD CONSTRAINT "media_variants_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "media_variants" ADD CONSTRAINT "media_variants_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organisation_names" ADD CONSTRAINT "organisation_names_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "release_items" ADD CONSTRAINT "release_items_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "release_items" ADD CONSTRAINT "release_items_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "release_items" ADD CONSTRAINT "release_items_announcement_revision_id_announcement_revisions_id_fk" FOREIGN KEY ("announcement_revision_id") REFERENCES "public"."announcement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "release_items" ADD CONSTRAINT "release_items_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "release_items" ADD CONSTRAINT "release_items_statement_revision_id_statement_revisions_id_fk" FOREIGN KEY ("statement_revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "release_items" ADD CONSTRAINT "release_items_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "release_items" ADD CONSTRAINT "release_items_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rehearsals" ADD CONSTRAINT "rehearsals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_scheduled_by_users_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "accession_notes_accession" ON "accession_notes" USING btree ("accession_id","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "accessions_token" ON "accessions" USING btree ("token_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "accessions_open" ON "accessions" USING btree ("organisation_id") WHERE "accessions"."approved_at" is null and "accessions"."declined_at" is null and "accessions"."withdrawn_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "accessions_membership" ON "accessions" USING btree ("membership_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "announcement_addresses_present" ON "announcement_addresses" USING btree ("announcement_id","locale") WHERE "announcement_addresses"."present";
--> statement-breakpoint
CREATE INDEX "announcement_media_media" ON "announcement_media" USING btree ("media_id");
--> statement-breakpoint
CREATE INDEX "announcement_reviews_announcement" ON "announcement_reviews" USING btree ("announcement_id","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "announcement_reviews_approved" ON "announcement_reviews" USING btree ("revision_id") WHERE "announcement_reviews"."step" = 'approved';
--> statement-breakpoint
CREATE UNIQUE INDEX "preview_links_token" ON "preview_links" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "preview_links_announcement" ON "preview_links" USING btree ("announcement_id");
--> statement-breakpoint
CREATE INDEX "release_items_release" ON "release_items" USING btree ("release_id","position");
--> statement-breakpoint
CREATE UNIQUE INDEX "release_items_announcement" ON "release_items" USING btree ("release_id","announcement_id","locale") WHERE "release_items"."kind" = 'announcement';
--> statement-breakpoint
CREATE UNIQUE INDEX "release_items_statement" ON "release_items" USING btree ("release_id","statement_id","locale") WHERE "release_items"."kind" = 'statement';
--> statement-breakpoint
CREATE UNIQUE INDEX "release_items_membership" ON "release_items" USING btree ("release_id","membership_id") WHERE "release_items"."kind" = 'membership';
--> statement-breakpoint
CREATE UNIQUE INDEX "release_items_event" ON "release_items" USING btree ("release_id","kind","event_id") WHERE "release_items"."kind" in ('event', 'agenda');
--> statement-breakpoint
CREATE UNIQUE INDEX "rehearsals_token" ON "rehearsals" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "releases_due" ON "releases" USING btree ("scheduled_for") WHERE "releases"."carried_out_at" is null and "releases"."cancelled_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "press_recipients_live" ON "press_recipients" USING btree ("email") WHERE "press_recipients"."removed_at" is null;
--> statement-breakpoint
CREATE INDEX "press_recipients_name" ON "press_recipients" USING btree ("name");
--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_live" ON "subscriptions" USING btree ("email") WHERE "subscriptions"."ended_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_token" ON "subscriptions" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "webhook_deliveries_newest" ON "webhook_deliveries" USING btree ("webhook_id","created_at");
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD CONSTRAINT "announcement_publications_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD CONSTRAINT "announcement_publications_leads_to_id_announcements_id_fk" FOREIGN KEY ("leads_to_id") REFERENCES "public"."announcements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_one_holder" UNIQUE("id","one_holder");
--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_offices_id_fk" FOREIGN KEY ("office_id","one_holder") REFERENCES "public"."offices"("id","one_holder") ON DELETE restrict ON UPDATE cascade;
--> statement-breakpoint
ALTER TABLE "press_links" ADD CONSTRAINT "press_links_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "press_reads" ADD CONSTRAINT "press_reads_announcement_revision_id_announcement_revisions_id_fk" FOREIGN KEY ("announcement_revision_id") REFERENCES "public"."announcement_revisions"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statement_publications" ADD CONSTRAINT "statement_publications_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "press_links_announcement" ON "press_links" USING btree ("announcement_id");
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD CONSTRAINT "announcement_publications_withdrawal" CHECK ("announcement_publications"."withdrawn_at" is not null or "announcement_publications"."withdrawal_kind" is null);
--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD CONSTRAINT "announcement_publications_leads" CHECK (("announcement_publications"."withdrawal_kind" is distinct from 'merged' or "announcement_publications"."leads_to_id" is not null) and "announcement_publications"."leads_to_id" is distinct from "announcement_publications"."announcement_id");
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_erased" CHECK (case "files"."store" when 's3' then "files"."content" is null else ("files"."content" is null) = ("files"."erased_at" is not null) end);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_size" CHECK ("files"."size" between 0 and 100000000);
--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_board_quorum" CHECK ("groups"."board_quorum" > 0);
--> statement-breakpoint
ALTER TABLE "press_links" ADD CONSTRAINT "press_links_one" CHECK (num_nonnulls("press_links"."statement_id", "press_links"."announcement_id") = 1);
--> statement-breakpoint
-- One person at a time holds an office of which there is one.
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_one_holder"
  EXCLUDE USING gist ("office_id" WITH =, daterange("from_on", "to_on", '[)') WITH &&) WHERE ("one_holder")
--> statement-breakpoint
-- What was printed as press contact of all languages, the group's where there was none, is that of each from now on.
ALTER TABLE "announcement_revisions" DISABLE TRIGGER announcement_revisions_immutable
--> statement-breakpoint
UPDATE "announcement_revisions" r SET "press_contact" =
    coalesce(nullif(a."press_contact", ''), (SELECT g."press_contact" FROM "groups" g LIMIT 1), '')
  FROM "announcements" a WHERE a."id" = r."announcement_id"
--> statement-breakpoint
ALTER TABLE "announcement_revisions" ENABLE TRIGGER announcement_revisions_immutable
--> statement-breakpoint
CREATE TRIGGER boilerplate_versions_immutable BEFORE UPDATE OR DELETE ON "boilerplate_versions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change()
--> statement-breakpoint
CREATE TRIGGER announcement_reviews_immutable BEFORE UPDATE OR DELETE ON "announcement_reviews"
  FOR EACH ROW EXECUTE FUNCTION refuse_change()
--> statement-breakpoint
-- A release of an agenda stays what it is; it can only be taken back.
DROP TRIGGER agenda_releases_immutable ON "agenda_releases"
--> statement-breakpoint
CREATE TRIGGER agenda_releases_immutable BEFORE UPDATE OF "event_id", "number", "note", "content", "again_of", "released_at" ON "agenda_releases"
  FOR EACH ROW EXECUTE FUNCTION refuse_change()
--> statement-breakpoint
-- Every release with its items and with when the next one takes its place: what is current is a question of the moment.
DROP VIEW "current_agenda"
--> statement-breakpoint
CREATE VIEW "current_agenda" AS
SELECT r."event_id", r."number", r."released_at" AS "current_from", r."current_until", (item->>'id')::uuid AS "id",
  (item->>'kind')::agenda_item_kind AS "kind", item->'title' AS "title", item->'abstract' AS "abstract",
  (item->>'startsAt')::timestamptz AS "starts_at", (item->>'endsAt')::timestamptz AS "ends_at",
  (item->>'audience')::agenda_audience AS "audience", item->'people' AS "people"
FROM (SELECT *, lead("released_at") OVER (PARTITION BY "event_id" ORDER BY "number") AS "current_until"
    FROM "agenda_releases" WHERE "withdrawn_at" IS NULL) r,
  jsonb_array_elements(r."content"->'items') AS item
--> statement-breakpoint
ALTER TABLE "announcements" DROP COLUMN "press_contact"
--> statement-breakpoint
ALTER TABLE "press_recipients" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL
--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL
--> statement-breakpoint
CREATE INDEX "announcement_publications_announcement" ON "announcement_publications" USING btree ("announcement_id","locale")
