import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { MinutesForm } from "@/components/minutes/minutes-form";
import { MinutesSteps } from "@/components/minutes/minutes-steps";
import { Revisions } from "@/components/minutes/revisions";
import { Time } from "@/components/time";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { minutesForEditor } from "@/domain/minutes/queries";
import { namedIn, obstaclesToPublishing } from "@/domain/minutes/rules";
import { langOf, pick } from "@/lib/i18n/pick";
import type { SearchParams } from "@/lib/list";
import { Refusal } from "@/lib/refusal";
import { eventHere } from "../../../event";
import { publishMinutesAction, saveMinutesAction, withdrawMinutesAction } from "./actions";

type Props = { params: Promise<{ id: string; itemId: string }>; searchParams: SearchParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("minutes");
  return { title: t("title") };
}

/** The minutes of an item: written in revisions, compared, and opened to those who may know of the item. */
export default async function ItemMinutesPage({ params, searchParams }: Props) {
  const { id, itemId } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "minutes.edit") || !z.uuid().safeParse(itemId).success) notFound();
  const [{ item, revisions, published, people }, asked, t, enums, locale] = await Promise.all([
    minutesForEditor(actor, id, itemId).catch((error) => {
      if (error instanceof Refusal) notFound();
      throw error;
    }),
    searchParams,
    getTranslations("minutes"),
    getTranslations("enums.attributionRule"),
    getLocale(),
  ]);
  const latest = revisions[0];
  const title = pick(item.title, locale);
  const named = item.attribution === "chatham_house" ? namedIn(latest?.body ?? "", people) : [];
  const warning = named.length > 0 && (
    <Notice tone="warning" title={t("named")}>
      {named.map((person) => person.name).join(", ")}
    </Notice>
  );
  const facts = { ...item, latest: latest?.number, published: published?.number };
  const base = `/${locale}/organize/events/${id}/agenda/${itemId}/minutes`;
  return (
    <div className="space-y-8">
      <div className="space-y-4">
        <h2 className="text-xl">
          {t("of")} <span lang={langOf(title, locale)}>{title.text}</span>
        </h2>
        <Notice tone={item.attribution === "on_record" ? "info" : "warning"} title={enums(item.attribution)}>
          {t(`rules.${item.attribution}`)}
        </Notice>
        {warning}
        <MinutesForm
          values={{
            itemId,
            basedOn: latest?.number ?? 0,
            locale: latest?.locale ?? locale,
            body: latest?.body ?? "",
          }}
          action={saveMinutesAction}
        />
      </div>
      {can(actor, "minutes.publish") && (
        <Section title={t("publication")}>
          {published && (
            <p className="mb-3 text-sm">
              {t("publishedBy", { number: published.number, name: published.publishedByName })}{" "}
              <Time at={published.publishedAt} zone={event.zone} />
            </p>
          )}
          <MinutesSteps
            key={`${latest?.number}-${published?.number}`}
            itemId={itemId}
            latest={latest?.number}
            published={published?.number}
            audience={item.audience}
            obstacles={obstaclesToPublishing(facts)}
            warning={warning}
            publish={publishMinutesAction}
            withdraw={withdrawMinutesAction}
          />
        </Section>
      )}
      {revisions.length > 0 && (
        <Section title={t("revisions")}>
          <Revisions
            revisions={revisions}
            published={published?.number}
            zone={event.zone}
            shown={z.coerce.number().safeParse(asked.revision).data}
            base={base}
          />
        </Section>
      )}
    </div>
  );
}
