import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { shownRelease } from "@/app/_request/release-views";
import { HistoryList } from "@/components/history/history-list";
import { AddThings } from "@/components/releases/add-things";
import { ItemList } from "@/components/releases/item-list";
import { ReleaseForm } from "@/components/releases/release-form";
import { StatusBadge } from "@/components/status-badge";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { historyOf } from "@/domain/history/queries";
import { choicesFor } from "@/domain/releases/choices";
import { now } from "@/lib/clock";
import { pick } from "@/lib/i18n/pick";
import {
  addItemsAction,
  addMailAction,
  editItemAction,
  editReleaseAction,
  removeItemAction,
  renewItemAction,
} from "../actions";
import { placeChoices } from "../choices";
import { releaseHere } from "./release";
import { Standing } from "./standing";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { release } = await releaseHere((await params).id);
  return { title: release.title };
}

/** A release: what it holds, what stands in its way, when it goes out, and the steps from there. */
export default async function ReleasePage({ params }: Props) {
  const at = now();
  const { id } = await params;
  const { actor, release } = await releaseHere(id);
  const [t, locale, deeds] = await Promise.all([
    getTranslations("releases"),
    getLocale(),
    historyOf(actor, ["release", id]),
  ]);
  const shown = shownRelease(release, locale);
  const edits = release.state === "draft" && can(actor, "release.edit");
  const [choices, places] = edits
    ? await Promise.all([choicesFor(actor, release, at), placeChoices(actor, locale, at)])
    : [];
  const where = [release.eventTitle, release.item].flatMap((one) => (one ? [pick(one, locale).text] : []));
  return (
    <>
      <PageHeading
        title={release.title}
        above={
          <>
            <Link className="link" href={`/${locale}/organize/releases` as Route}>
              {t("title")}
            </Link>
            {where.length > 0 && ` · ${where.join(" · ")}`}
          </>
        }
        below={<StatusBadge of="releaseState" state={release.state} />}
      />
      <div className="space-y-10">
        <Standing actor={actor} release={release} shown={shown} />
        <Section title={t("things")} aside={t("count", { count: release.items.length })}>
          {release.items.length === 0 ? (
            <p className="text-muted text-sm">{t("nothing")}</p>
          ) : (
            <ItemList
              release={shown}
              actions={
                edits ? { edit: editItemAction, remove: removeItemAction, renew: renewItemAction } : undefined
              }
            />
          )}
        </Section>
        {choices && (
          <Section title={t("add.title")}>
            <AddThings release={shown} choices={choices} add={addItemsAction} addMail={addMailAction} />
          </Section>
        )}
        {places && (
          <Section title={t("form.title")}>
            <ReleaseForm
              key={release.revision}
              values={{
                id,
                revision: release.revision,
                title: release.title,
                eventId: release.eventId ?? "",
                agendaItemId: release.agendaItemId ?? "",
              }}
              events={places.events}
              items={places.items}
              action={editReleaseAction}
            />
          </Section>
        )}
        <Section title={t("history")}>
          <HistoryList deeds={deeds} zone={release.zone} />
        </Section>
      </div>
    </>
  );
}
