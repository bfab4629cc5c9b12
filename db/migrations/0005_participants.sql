CREATE TYPE "public"."credentials_state" AS ENUM('received', 'accepted', 'rejected');--> statement-breakpoint
CREATE TYPE "public"."check_in_kind" AS ENUM('in', 'undo');--> statement-breakpoint
CREATE TYPE "public"."promotion_policy" AS ENUM('order', 'priority', 'manual');--> statement-breakpoint
CREATE TYPE "public"."file_purpose" AS ENUM('credentials', 'answer', 'photo');--> statement-breakpoint
CREATE TYPE "public"."reminder_anchor" AS ENUM('starts', 'ends', 'registration_closes', 'nomination_deadline');--> statement-breakpoint
CREATE TYPE "public"."participation_level" AS ENUM('head_of_state', 'head_of_government', 'minister', 'vice_minister', 'chief_executive', 'senior_official', 'other');--> statement-breakpoint
CREATE TYPE "public"."consent_kind" AS ENUM('listing', 'privacy');--> statement-breakpoint
CREATE TYPE "public"."answer_audience" AS ENUM('needs', 'secretariat', 'delegation', 'door');--> statement-breakpoint
CREATE TYPE "public"."question_kind" AS ENUM('text', 'long_text', 'choice', 'choices', 'date', 'country', 'file', 'number', 'agreement');--> statement-breakpoint
CREATE TYPE "public"."question_stage" AS ENUM('registration', 'after_approval');--> statement-breakpoint
CREATE TYPE "public"."pool_kind" AS ENUM('members', 'hosts', 'press', 'open', 'reserve');--> statement-breakpoint
ALTER TYPE "public"."mail_state" ADD VALUE 'draft' BEFORE 'queued';--> statement-breakpoint
ALTER TYPE "public"."mail_state" ADD VALUE 'bounced' BEFORE 'cancelled';--> statement-breakpoint
ALTER TYPE "public"."participation_source" ADD VALUE 'nomination';--> statement-breakpoint
ALTER TYPE "public"."participation_source" ADD VALUE 'invitation';--> statement-breakpoint
ALTER TYPE "public"."participation_source" ADD VALUE 'import';--> statement-breakpoint
-- Made anew, not added to: a value that is added cannot stand in an index of the same transaction.
DROP INDEX "participations_live_email";
--> statement-breakpoint
ALTER TABLE "participations" ALTER COLUMN "state" TYPE text;
--> statement-breakpoint
DROP TYPE "public"."participation_state";
--> statement-breakpoint
CREATE TYPE "public"."participation_state" AS ENUM('nominated', 'submitted', 'pre_approved', 'approved', 'waitlisted', 'on_hold', 'declined', 'withdrawn', 'replaced');
--> statement-breakpoint
ALTER TABLE "participations" ALTER COLUMN "state" TYPE "public"."participation_state" USING "state"::"public"."participation_state";
--> statement-breakpoint
ALTER TYPE "public"."role" ADD VALUE 'protocol' BEFORE 'editor';--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delegation_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" date NOT NULL,
	"state" "credentials_state" DEFAULT 'received' NOT NULL,
	"state_reason" text DEFAULT '' NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "credentials_decided" CHECK (("credentials"."state" = 'received') = ("credentials"."decided_at" is null)),
	CONSTRAINT "credentials_rejected_reason" CHECK ("credentials"."state" <> 'rejected' or "credentials"."state_reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "delegation_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delegation_id" uuid NOT NULL,
	"text" text NOT NULL,
	"sent_by" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "delegation_quotas" (
	"delegation_id" uuid NOT NULL,
	"class" "participation_class" NOT NULL,
	"quota" integer,
	CONSTRAINT "delegation_quotas_delegation_id_class_pk" PRIMARY KEY("delegation_id","class"),
	CONSTRAINT "delegation_quotas_quota" CHECK ("delegation_quotas"."quota" is null or "delegation_quotas"."quota" >= 0),
	CONSTRAINT "delegation_quotas_one_head" CHECK ("delegation_quotas"."class" <> 'head' or "delegation_quotas"."quota" <= 1)
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"nomination_closes_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "badges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"participation_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"code_hash" text NOT NULL,
	"printed_at" timestamp with time zone NOT NULL,
	"printed_by_name" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"voided_at" timestamp with time zone,
	CONSTRAINT "badges_reprint_reason" CHECK ("badges"."number" = 1 or "badges"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"nonce" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"participation_id" uuid NOT NULL,
	"kind" "check_in_kind" NOT NULL,
	"day" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"offline" boolean DEFAULT false NOT NULL,
	"conflict" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" "file_purpose" NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "files_erased" CHECK (("files"."content" is null) = ("files"."erased_at" is not null)),
	CONSTRAINT "files_size" CHECK ("files"."size" between 0 and 10000000)
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"headers_hash" text PRIMARY KEY NOT NULL,
	"fields" jsonb NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"cells" text[] NOT NULL,
	"result" text DEFAULT '' NOT NULL,
	"remarks" text[] DEFAULT '{}' NOT NULL,
	"participation_id" uuid,
	CONSTRAINT "import_rows_import_id_number_pk" PRIMARY KEY("import_id","number"),
	CONSTRAINT "import_rows_result_known" CHECK ("import_rows"."result" in ('', 'new', 'update', 'same', 'warning', 'error'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"headers" text[] NOT NULL,
	"mapping" text[] NOT NULL,
	"mails" boolean DEFAULT false NOT NULL,
	"total" integer NOT NULL,
	"checked" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"created_by_id" uuid,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "imports_mapping" CHECK (cardinality("imports"."mapping") = cardinality("imports"."headers"))
);
--> statement-breakpoint
CREATE TABLE "participation_exports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"rows" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"delegation_id" uuid,
	"email" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"class" "participation_class" DEFAULT 'delegate' NOT NULL,
	"pool" "pool_kind" DEFAULT 'open' NOT NULL,
	"guaranteed" boolean DEFAULT false NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"decline_reason" text DEFAULT '' NOT NULL,
	"revoked_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"reminders" integer DEFAULT 0 NOT NULL,
	"participation_id" uuid,
	"erased_at" timestamp with time zone,
	CONSTRAINT "invitations_email_lower" CHECK ("invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_one_answer" CHECK (num_nonnulls("invitations"."accepted_at", "invitations"."declined_at") <= 1),
	CONSTRAINT "invitations_guarantee_is_personal" CHECK (not "invitations"."guaranteed" or "invitations"."delegation_id" is null)
);
--> statement-breakpoint
CREATE TABLE "participant_lists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"entries" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by_name" text NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_templates" (
	"event_id" uuid NOT NULL,
	"template" text NOT NULL,
	"subject" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"body" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_templates_event_id_template_pk" PRIMARY KEY("event_id","template")
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"subject" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"filter" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"with_calendar" integer DEFAULT 0 NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"discarded_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mailings_one_end" CHECK (num_nonnulls("mailings"."released_at", "mailings"."discarded_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"anchor" "reminder_anchor" NOT NULL,
	"offset_minutes" integer NOT NULL,
	"audience" text NOT NULL,
	"subject" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_to" integer DEFAULT 0 NOT NULL,
	"removed_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminders_audience" CHECK ("reminders"."audience" in ('approved', 'waitlisted', 'focal_points', 'not_answered'))
);
--> statement-breakpoint
CREATE TABLE "event_classes" (
	"event_id" uuid NOT NULL,
	"class" "participation_class" NOT NULL,
	"quota" integer,
	"position" integer NOT NULL,
	"zones" text DEFAULT '' NOT NULL,
	CONSTRAINT "event_classes_event_id_class_pk" PRIMARY KEY("event_id","class"),
	CONSTRAINT "event_classes_quota" CHECK ("event_classes"."quota" is null or "event_classes"."quota" >= 0),
	CONSTRAINT "event_classes_one_head" CHECK ("event_classes"."class" <> 'head' or "event_classes"."quota" = 1)
);
--> statement-breakpoint
CREATE TABLE "event_pools" (
	"event_id" uuid NOT NULL,
	"kind" "pool_kind" NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "event_pools_event_id_kind_pk" PRIMARY KEY("event_id","kind"),
	CONSTRAINT "event_pools_seats" CHECK ("event_pools"."seats" >= 0)
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"participation_id" uuid NOT NULL,
	"pool" "pool_kind" NOT NULL,
	"policy" "promotion_policy" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"passed_over" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"participation_id" uuid NOT NULL,
	"kind" "consent_kind" NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_order" CHECK ("consents"."withdrawn_at" is null or "consents"."withdrawn_at" >= "consents"."given_at")
);
--> statement-breakpoint
CREATE TABLE "erasure_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"participation_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"refused_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "erasure_requests_one_answer" CHECK (num_nonnulls("erasure_requests"."done_at", "erasure_requests"."refused_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ran_at" timestamp with time zone NOT NULL,
	"dry_run" boolean NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"participation_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"value" jsonb NOT NULL,
	"file_id" uuid,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answers_participation_id_question_id_pk" PRIMARY KEY("participation_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"stage" "question_stage" DEFAULT 'registration' NOT NULL,
	"kind" "question_kind" NOT NULL,
	"label" jsonb NOT NULL,
	"help" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"shown_if_id" uuid,
	"shown_if_value" text DEFAULT '' NOT NULL,
	"audience" "answer_audience" DEFAULT 'secretariat' NOT NULL,
	"kept_days" integer,
	"reviewed" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "questions_kept_days" CHECK ("questions"."kept_days" is null or "questions"."kept_days" between 0 and 3650),
	CONSTRAINT "questions_needs_are_erased" CHECK ("questions"."audience" <> 'needs' or "questions"."kept_days" is not null),
	CONSTRAINT "questions_shown_if" CHECK (("questions"."shown_if_id" is null) = ("questions"."shown_if_value" = ''))
);
--> statement-breakpoint
ALTER TABLE "participations" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "promotion_policy" "promotion_policy" DEFAULT 'order' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "offer_hours" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "nomination_closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "nomination_grace_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "reviewed_fields" text[] DEFAULT '{name,class}' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "needs_kept_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "mailing_id" uuid;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "family_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "courtesy_title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "level" "participation_level" DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "alternate" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "pool" "pool_kind" DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "seat_pool" "pool_kind";--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "offer_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "override_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "photo_id" uuid;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "external_key" text;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_messages" ADD CONSTRAINT "delegation_messages_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_quotas" ADD CONSTRAINT "delegation_quotas_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_exports" ADD CONSTRAINT "participation_exports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant_lists" ADD CONSTRAINT "participant_lists_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_templates" ADD CONSTRAINT "mail_templates_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_classes" ADD CONSTRAINT "event_classes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_pools" ADD CONSTRAINT "event_pools_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_requests" ADD CONSTRAINT "erasure_requests_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_participation_id_participations_id_fk" FOREIGN KEY ("participation_id") REFERENCES "public"."participations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credentials_delegation" ON "credentials" USING btree ("delegation_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "delegation_messages_delegation" ON "delegation_messages" USING btree ("delegation_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "delegations_event_organisation" ON "delegations" USING btree ("event_id","organisation_id");--> statement-breakpoint
CREATE INDEX "delegations_organisation" ON "delegations" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "badges_code" ON "badges" USING btree ("code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "badges_number" ON "badges" USING btree ("participation_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "badges_one_valid" ON "badges" USING btree ("participation_id") WHERE "badges"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "badges_event" ON "badges" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "check_ins_participation" ON "check_ins" USING btree ("participation_id","day","at");--> statement-breakpoint
CREATE INDEX "check_ins_event" ON "check_ins" USING btree ("event_id","day");--> statement-breakpoint
CREATE INDEX "files_event" ON "files" USING btree ("event_id","purpose");--> statement-breakpoint
CREATE INDEX "import_rows_result" ON "import_rows" USING btree ("import_id","result");--> statement-breakpoint
CREATE INDEX "imports_event" ON "imports" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "participation_exports_user" ON "participation_exports" USING btree ("event_id","user_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_email" ON "invitations" USING btree ("event_id","email") WHERE "invitations"."revoked_at" is null and "invitations"."declined_at" is null and "invitations"."accepted_at" is null;--> statement-breakpoint
CREATE INDEX "invitations_event" ON "invitations" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "participant_lists_number" ON "participant_lists" USING btree ("event_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_filters_name" ON "saved_filters" USING btree ("event_id","user_id","name");--> statement-breakpoint
CREATE INDEX "saved_filters_user" ON "saved_filters" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mailings_event" ON "mailings" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "reminders_event" ON "reminders" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_once" ON "reminders" USING btree ("event_id","anchor","offset_minutes","audience") WHERE "reminders"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "promotions_event" ON "promotions" USING btree ("event_id","at");--> statement-breakpoint
CREATE INDEX "promotions_passed_over" ON "promotions" USING gin ("passed_over" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "consents_participation" ON "consents" USING btree ("participation_id","kind");--> statement-breakpoint
CREATE INDEX "erasure_requests_participation" ON "erasure_requests" USING btree ("participation_id");--> statement-breakpoint
CREATE INDEX "answers_question" ON "answers" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "questions_event" ON "questions" USING btree ("event_id","position");--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_replaces_id_participations_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."participations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_photo_id_files_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_mailing" ON "mails" USING btree ("mailing_id");--> statement-breakpoint
CREATE INDEX "mails_about" ON "mails" USING btree ("about_kind","about_id");--> statement-breakpoint
-- What exists is brought along: the first head of each organisation gets its delegation, other heads are delegates.
INSERT INTO "delegations" ("event_id", "organisation_id")
  SELECT DISTINCT "event_id", "organisation_id" FROM "participations"
  WHERE "class" = 'head' AND "organisation_id" IS NOT NULL AND "state" IN ('submitted', 'approved', 'waitlisted');
--> statement-breakpoint
UPDATE "participations" p SET "delegation_id" = d."id"
  FROM "delegations" d,
    (SELECT DISTINCT ON ("event_id", "organisation_id") "id" FROM "participations"
     WHERE "class" = 'head' AND "organisation_id" IS NOT NULL AND "state" IN ('submitted', 'approved', 'waitlisted')
     ORDER BY "event_id", "organisation_id", "arrival") first
  WHERE p."id" = first."id" AND d."event_id" = p."event_id" AND d."organisation_id" = p."organisation_id";
--> statement-breakpoint
UPDATE "participations" SET "class" = 'delegate' WHERE "class" = 'head' AND "delegation_id" IS NULL;
--> statement-breakpoint
UPDATE "participations" SET "seat_pool" = 'open' WHERE "state" = 'approved';
--> statement-breakpoint
INSERT INTO "event_pools" ("event_id", "kind", "seats") SELECT "id", 'open', "capacity" FROM "events" WHERE "capacity" IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX "participations_one_head" ON "participations" USING btree ("delegation_id") WHERE "participations"."class" = 'head' and "participations"."state" in ('nominated', 'submitted', 'pre_approved', 'approved', 'waitlisted', 'on_hold');--> statement-breakpoint
CREATE UNIQUE INDEX "participations_one_alternate" ON "participations" USING btree ("delegation_id") WHERE "participations"."alternate" and "participations"."state" in ('nominated', 'submitted', 'pre_approved', 'approved', 'waitlisted', 'on_hold');--> statement-breakpoint
CREATE UNIQUE INDEX "participations_external_key" ON "participations" USING btree ("event_id","external_key");--> statement-breakpoint
CREATE UNIQUE INDEX "participations_replaces" ON "participations" USING btree ("replaces_id");--> statement-breakpoint
CREATE INDEX "participations_event_name" ON "participations" USING btree ("event_id","name");--> statement-breakpoint
CREATE INDEX "participations_event_updated" ON "participations" USING btree ("event_id","updated_at");--> statement-breakpoint
CREATE INDEX "participations_seats" ON "participations" USING btree ("event_id","seat_pool") WHERE "participations"."seat_pool" is not null;--> statement-breakpoint
CREATE INDEX "participations_delegation" ON "participations" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "participations_offers" ON "participations" USING btree ("offer_expires_at") WHERE "participations"."offer_expires_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "participations_live_email" ON "participations" USING btree ("event_id","email") WHERE "participations"."state" in ('nominated', 'submitted', 'pre_approved', 'approved', 'waitlisted', 'on_hold');--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_offer_hours" CHECK ("events"."offer_hours" is null or "events"."offer_hours" > 0);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_nomination_grace" CHECK ("events"."nomination_grace_minutes" >= 0);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_needs_kept" CHECK ("events"."needs_kept_days" between 0 and 3650);--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_reachable" CHECK ("participations"."email" is not null or "participations"."delegation_id" is not null or "participations"."erased_at" is not null);--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_head_of_delegation" CHECK ("participations"."class" <> 'head' or "participations"."delegation_id" is not null);--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_approved_has_seat" CHECK ("participations"."state" <> 'approved' or "participations"."seat_pool" is not null);--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_no_seat_when_gone" CHECK ("participations"."state" not in ('nominated', 'declined', 'withdrawn', 'replaced') or "participations"."seat_pool" is null);--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_offer" CHECK ("participations"."offer_expires_at" is null or ("participations"."state" = 'waitlisted' and "participations"."seat_pool" is not null));--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_waiting_has_no_seat" CHECK ("participations"."state" <> 'waitlisted' or ("participations"."seat_pool" is null) = ("participations"."offer_expires_at" is null));
--> statement-breakpoint
-- The sum of an event's pools is its capacity; asked at the end of the transaction, for both change in it.
CREATE FUNCTION pools_fill_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event uuid := CASE TG_TABLE_NAME WHEN 'events' THEN (to_jsonb(NEW) ->> 'id')::uuid
    ELSE (to_jsonb(coalesce(NEW, OLD)) ->> 'event_id')::uuid END;
BEGIN
  IF EXISTS (
    SELECT 1 FROM events e LEFT JOIN event_pools p ON p.event_id = e.id
    WHERE e.id = event GROUP BY e.id HAVING e.capacity IS DISTINCT FROM sum(p.seats)::int
  ) THEN
    RAISE EXCEPTION 'the pools of event % are not its capacity', event
      USING ERRCODE = 'check_violation', CONSTRAINT = 'event_pools_fill_capacity';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER event_pools_fill_capacity AFTER INSERT OR UPDATE OR DELETE ON "event_pools"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pools_fill_capacity();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER events_capacity_is_pools AFTER INSERT OR UPDATE OF "capacity" ON "events"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pools_fill_capacity();
--> statement-breakpoint
-- A published list is what was published; only erasing a person, or withdrawing the list, touches it.
CREATE TRIGGER participant_lists_immutable BEFORE DELETE OR UPDATE OF "event_id", "number", "published_at" ON "participant_lists"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER check_ins_immutable BEFORE UPDATE ON "check_ins"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
