-- One note stood for the readers of every language: it goes on standing in each.
ALTER TABLE "participant_lists" ALTER COLUMN "note" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "participant_lists" ALTER COLUMN "note" SET DATA TYPE jsonb USING CASE WHEN "note" = '' THEN '{}'::jsonb ELSE jsonb_build_object('en', "note", 'sv', "note") END;--> statement-breakpoint
ALTER TABLE "participant_lists" ALTER COLUMN "note" SET DEFAULT '{}'::jsonb;
