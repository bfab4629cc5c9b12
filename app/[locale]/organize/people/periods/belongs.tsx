import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { BelongsForm } from "@/components/periods/belongs-form";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/domain/access/actor";
import { can } from "@/domain/access/can";
import type { Belonging } from "@/domain/periods/input";
import { belongingOf } from "@/domain/periods/queries";
import { namedChoices } from "@/lib/i18n/choices";
import { assignPeriodAction } from "./actions";

/** To which period a thing belongs, as a part of its page in the workspace; nothing for who may not say. */
export async function BelongsTo({ actor, of, id }: { actor: Actor; of: Belonging; id: string }) {
  if (!can(actor, "period.edit")) return null;
  const [t, locale, { revision, periodId, periods }] = await Promise.all([
    getTranslations("periods"),
    getLocale(),
    belongingOf(actor, of, id),
  ]);
  if (periods.length === 0) return null;
  return (
    <Section title={t("belongs")}>
      <BelongsForm
        key={revision}
        values={{ of, id, revision, periodId: periodId ?? "" }}
        periods={namedChoices(periods, locale)}
        action={assignPeriodAction}
      />
    </Section>
  );
}
