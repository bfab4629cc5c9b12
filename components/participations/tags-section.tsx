"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/lib/form";
import { Section } from "../ui/section";
import { Tags } from "./participants-columns";
import { TagForm, type Tagged } from "./tag-dialog";

type Props = {
  eventId: string;
  participationId: string;
  tags: readonly string[];
  action: FormAction<Tagged>;
};

/** The secretariat's tags of one participation, and adding or removing one. */
export function TagsSection({ eventId, participationId, tags, action }: Props) {
  const t = useTranslations("participations.tags");
  return (
    <Section title={t("heading")}>
      <div className="max-w-md space-y-4">
        {tags.length > 0 && <Tags tags={tags} />}
        <TagForm eventId={eventId} chosen={[participationId]} known={tags} action={action} />
      </div>
    </Section>
  );
}
