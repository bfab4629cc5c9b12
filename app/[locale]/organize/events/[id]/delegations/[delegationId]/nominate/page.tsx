import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NominateForm } from "@/components/delegations/nominate-form";
import { pick } from "@/lib/i18n/pick";
import { nominateForAction } from "../../actions";
import { delegationHere } from "../delegation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("delegations");
  return { title: t("nominate") };
}

type Props = { params: Promise<{ id: string; delegationId: string }> };

/** Nominating somebody for a delegation that asks the secretariat to. */
export default async function NominateForPage({ params }: Props) {
  const { id, delegationId } = await params;
  const [{ event, delegation }, t, locale] = await Promise.all([
    delegationHere(id, delegationId),
    getTranslations("delegations"),
    getLocale(),
  ]);
  return (
    <div className="space-y-6">
      <h2 className="text-2xl">
        {t("nominate")}: {pick(delegation.name, locale).text}
      </h2>
      <NominateForm
        delegationId={delegationId}
        fills={delegation.fills}
        locale={locale}
        keptDays={event.needsKeptDays}
        action={nominateForAction}
      />
    </div>
  );
}
