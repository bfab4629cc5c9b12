CREATE TYPE "public"."announcement_kind" AS ENUM('new_member', 'press_release', 'article');--> statement-breakpoint
CREATE TYPE "public"."agenda_item_kind" AS ENUM('opening', 'plenary', 'keynote', 'panel', 'roundtable', 'signing', 'press_conference', 'bilateral', 'break', 'reception', 'closing', 'hold');--> statement-breakpoint
CREATE TYPE "public"."agenda_role" AS ENUM('chair', 'moderator', 'speaker', 'panellist', 'rapporteur', 'interpreter');--> statement-breakpoint
CREATE TYPE "public"."event_format" AS ENUM('in_person', 'online', 'hybrid');--> statement-breakpoint
CREATE TYPE "public"."event_kind" AS ENUM('summit', 'dialogue', 'roundtable', 'briefing', 'board_meeting', 'side_event', 'launch', 'meeting');--> statement-breakpoint
CREATE TYPE "public"."host_role" AS ENUM('host', 'co_host', 'supporter');--> statement-breakpoint
CREATE TYPE "public"."registration_policy" AS ENUM('open', 'approval', 'invitation', 'closed');--> statement-breakpoint
CREATE TYPE "public"."mail_state" AS ENUM('queued', 'sent', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."date_precision" AS ENUM('day', 'month', 'year', 'by');--> statement-breakpoint
CREATE TYPE "public"."organisation_kind" AS ENUM('country', 'company', 'international_organisation', 'ngo', 'academia', 'other');--> statement-breakpoint
CREATE TYPE "public"."participation_class" AS ENUM('head', 'delegate', 'adviser', 'speaker', 'observer', 'press', 'interpreter', 'security', 'staff');--> statement-breakpoint
CREATE TYPE "public"."participation_source" AS ENUM('registration', 'by_hand');--> statement-breakpoint
CREATE TYPE "public"."participation_state" AS ENUM('submitted', 'approved', 'waitlisted', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."adoption_method" AS ENUM('consensus', 'acclamation', 'silence', 'vote', 'written');--> statement-breakpoint
CREATE TYPE "public"."position_kind" AS ENUM('endorses', 'endorses_with_reservation', 'explanation', 'disassociates', 'does_not_endorse');--> statement-breakpoint
CREATE TYPE "public"."statement_kind" AS ENUM('joint_statement', 'summit_statement', 'leaders_statement', 'chairs_summary', 'mission_statement');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('admin', 'organizer', 'editor', 'door', 'focal_point');--> statement-breakpoint
CREATE TABLE "announcement_memberships" (
	"announcement_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	CONSTRAINT "announcement_memberships_announcement_id_membership_id_pk" PRIMARY KEY("announcement_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "announcement_publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"announcement_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"revision_id" uuid NOT NULL,
	"public_from" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawal_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "announcement_publications_reason" CHECK ("announcement_publications"."withdrawn_at" is null or "announcement_publications"."withdrawal_reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "announcement_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"announcement_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"number" integer NOT NULL,
	"based_on_id" uuid,
	"title" text NOT NULL,
	"lead" text DEFAULT '' NOT NULL,
	"body" jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by" uuid,
	"saved_by_name" text NOT NULL,
	CONSTRAINT "announcement_revisions_number" UNIQUE("announcement_id","locale","number"),
	CONSTRAINT "announcement_revisions_of" UNIQUE("id","announcement_id","locale")
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"kind" "announcement_kind" NOT NULL,
	"event_id" uuid,
	"press_contact" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_item_people" (
	"item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "agenda_role" NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "agenda_item_people_item_id_person_id_role_pk" PRIMARY KEY("item_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" "agenda_item_kind" NOT NULL,
	"title" jsonb NOT NULL,
	"abstract" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"room" text DEFAULT '' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agenda_items_order" CHECK ("agenda_items"."ends_at" > "agenda_items"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "event_hosts" (
	"event_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" "host_role" DEFAULT 'host' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "event_hosts_event_id_organisation_id_pk" PRIMARY KEY("event_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"kind" "event_kind" NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"all_day" boolean DEFAULT false NOT NULL,
	"format" "event_format" DEFAULT 'in_person' NOT NULL,
	"venue" text DEFAULT '' NOT NULL,
	"city" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"country" text,
	"parent_event" text DEFAULT '' NOT NULL,
	"capacity" integer,
	"registration_policy" "registration_policy" DEFAULT 'closed' NOT NULL,
	"registration_opens_at" timestamp with time zone,
	"registration_closes_at" timestamp with time zone,
	"announced_at" timestamp with time zone,
	"announced_by" uuid,
	"cancelled_at" timestamp with time zone,
	"cancellation_reason" text DEFAULT '' NOT NULL,
	"concluded_at" timestamp with time zone,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_order" CHECK ("events"."ends_at" > "events"."starts_at"),
	CONSTRAINT "events_capacity" CHECK ("events"."capacity" is null or "events"."capacity" >= 0),
	CONSTRAINT "events_cancelled_reason" CHECK ("events"."cancelled_at" is null or "events"."cancellation_reason" <> ''),
	CONSTRAINT "events_country_code" CHECK ("events"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" jsonb NOT NULL,
	"acronym" text NOT NULL,
	"boilerplate" jsonb NOT NULL,
	"secretariat" jsonb NOT NULL,
	"press_contact" text DEFAULT '' NOT NULL,
	"reply_to" text NOT NULL,
	"zone" text NOT NULL,
	"default_locale" text DEFAULT 'en' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_one" CHECK ("groups"."one")
);
--> statement-breakpoint
CREATE TABLE "history" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"event_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"idempotency_key" text NOT NULL,
	"to_address" text NOT NULL,
	"to_name" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"template" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"secrets" jsonb,
	"attachments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"about_kind" text,
	"about_id" uuid,
	"event_id" uuid,
	"state" "mail_state" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mails_sent" CHECK (("mails"."state" = 'sent') = ("mails"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"joined_on" date NOT NULL,
	"joined_precision" date_precision DEFAULT 'day' NOT NULL,
	"left_on" date,
	"left_precision" date_precision,
	"note" text DEFAULT '' NOT NULL,
	"public_from" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_order" CHECK ("memberships"."left_on" is null or "memberships"."left_on" > "memberships"."joined_on"),
	CONSTRAINT "memberships_left_precision" CHECK (("memberships"."left_on" is null) = ("memberships"."left_precision" is null))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"kind" "organisation_kind" NOT NULL,
	"name" jsonb NOT NULL,
	"formal_name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"country" text,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"website" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_country_code" CHECK ("organisations"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "organisations_country_has_code" CHECK ("organisations"."kind" <> 'country' or "organisations"."country" is not null)
);
--> statement-breakpoint
CREATE TABLE "participations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"functional_title" text DEFAULT '' NOT NULL,
	"organisation_id" uuid,
	"organisation_name" text DEFAULT '' NOT NULL,
	"class" "participation_class" DEFAULT 'delegate' NOT NULL,
	"state" "participation_state" NOT NULL,
	"state_reason" text DEFAULT '' NOT NULL,
	"state_at" timestamp with time zone DEFAULT now() NOT NULL,
	"arrival" bigserial NOT NULL,
	"access_needs" text DEFAULT '' NOT NULL,
	"dietary_needs" text DEFAULT '' NOT NULL,
	"needs_erased_at" timestamp with time zone,
	"listing_consented_at" timestamp with time zone,
	"locale" text NOT NULL,
	"source" "participation_source" NOT NULL,
	"link_hash" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participations_email_lower" CHECK ("participations"."email" = lower("participations"."email")),
	CONSTRAINT "participations_organisation" CHECK ("participations"."organisation_id" is null or "participations"."organisation_name" = '')
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"from_precision" date_precision DEFAULT 'day' NOT NULL,
	"to_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appointments_order" CHECK ("appointments"."to_on" is null or "appointments"."to_on" >= "appointments"."from_on")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" jsonb NOT NULL,
	"organisation_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"courtesy_title" text DEFAULT '' NOT NULL,
	"email" text,
	"naming_consented_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "adoptions" (
	"statement_id" uuid PRIMARY KEY NOT NULL,
	"revision_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"method" "adoption_method" NOT NULL,
	"adopted_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"day_only" boolean DEFAULT false NOT NULL,
	"agenda_item_id" uuid,
	"chair_id" uuid,
	"chair_name" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" "position_kind" DEFAULT 'endorses' NOT NULL,
	"given_on" date NOT NULL,
	"withdrawn_on" date,
	"paragraph_ids" uuid[] DEFAULT '{}' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"authority" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "positions_order" CHECK ("positions"."withdrawn_on" is null or "positions"."withdrawn_on" >= "positions"."given_on"),
	CONSTRAINT "positions_reservation" CHECK ("positions"."kind" <> 'endorses_with_reservation' or "positions"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE "statement_publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"revision_id" uuid NOT NULL,
	"public_from" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawal_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "statement_publications_reason" CHECK ("statement_publications"."withdrawn_at" is null or "statement_publications"."withdrawal_reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "statement_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"number" integer NOT NULL,
	"based_on_id" uuid,
	"translation_of_id" uuid,
	"title" text NOT NULL,
	"paragraphs" jsonb NOT NULL,
	"hash" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by" uuid,
	"saved_by_name" text NOT NULL,
	CONSTRAINT "statement_revisions_number" UNIQUE("statement_id","locale","number"),
	CONSTRAINT "statement_revisions_of" UNIQUE("id","statement_id","locale")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"kind" "statement_kind" NOT NULL,
	"event_id" uuid,
	"authentic_locale" text DEFAULT 'en' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"image" text,
	"role" "role" NOT NULL,
	"organisation_id" uuid,
	"locale" text DEFAULT 'en' NOT NULL,
	"demonstration_of" text,
	"deactivated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "users_focal_point_has_organisation" CHECK (("users"."role" = 'focal_point') = ("users"."organisation_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
ALTER TABLE "announcement_memberships" ADD CONSTRAINT "announcement_memberships_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_memberships" ADD CONSTRAINT "announcement_memberships_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_publications" ADD CONSTRAINT "announcement_publications_revision" FOREIGN KEY ("revision_id","announcement_id","locale") REFERENCES "public"."announcement_revisions"("id","announcement_id","locale") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_revisions" ADD CONSTRAINT "announcement_revisions_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_revisions" ADD CONSTRAINT "announcement_revisions_based_on_id_announcement_revisions_id_fk" FOREIGN KEY ("based_on_id") REFERENCES "public"."announcement_revisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_people" ADD CONSTRAINT "agenda_item_people_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_people" ADD CONSTRAINT "agenda_item_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_revision_id_statement_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_chair_id_people_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_publications" ADD CONSTRAINT "statement_publications_revision" FOREIGN KEY ("revision_id","statement_id","locale") REFERENCES "public"."statement_revisions"("id","statement_id","locale") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_revisions" ADD CONSTRAINT "statement_revisions_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_revisions" ADD CONSTRAINT "statement_revisions_based_on_id_statement_revisions_id_fk" FOREIGN KEY ("based_on_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_revisions" ADD CONSTRAINT "statement_revisions_translation_of_id_statement_revisions_id_fk" FOREIGN KEY ("translation_of_id") REFERENCES "public"."statement_revisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcement_memberships_membership" ON "announcement_memberships" USING btree ("membership_id");--> statement-breakpoint
CREATE UNIQUE INDEX "announcement_publications_live" ON "announcement_publications" USING btree ("announcement_id","locale") WHERE "announcement_publications"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "announcements_slug_key" ON "announcements" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "agenda_item_people_person" ON "agenda_item_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "agenda_items_event" ON "agenda_items" USING btree ("event_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_slug_key" ON "events" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "events_starts" ON "events" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "history_subject" ON "history" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "history_event" ON "history" USING btree ("event_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_idempotency_key" ON "mails" USING btree ("idempotency_key");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("next_attempt_at") WHERE "mails"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "mails_event" ON "mails" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "memberships_organisation" ON "memberships" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug_key" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_country_key" ON "organisations" USING btree ("country") WHERE "organisations"."kind" = 'country';--> statement-breakpoint
CREATE UNIQUE INDEX "participations_live_email" ON "participations" USING btree ("event_id","email") WHERE "participations"."state" in ('submitted', 'approved', 'waitlisted');--> statement-breakpoint
CREATE UNIQUE INDEX "participations_link_key" ON "participations" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "participations_event" ON "participations" USING btree ("event_id","state","arrival");--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_key" ON "appointments" USING btree ("person_id","office_id","from_on");--> statement-breakpoint
CREATE INDEX "appointments_office" ON "appointments" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "people_sort_name" ON "people" USING btree ("sort_name");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_live" ON "positions" USING btree ("statement_id","organisation_id") WHERE "positions"."withdrawn_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "statement_publications_live" ON "statement_publications" USING btree ("statement_id","locale") WHERE "statement_publications"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "statement_publications_statement" ON "statement_publications" USING btree ("statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_slug_key" ON "statements" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");