import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClassesForm } from "@/components/places/classes-form";
import { PlacesForm } from "@/components/places/places-form";
import { PoolsTable } from "@/components/places/pools-table";
import { PresetDialog } from "@/components/places/preset-dialog";
import { PromotionsList } from "@/components/places/promotions-list";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { promotionsOf } from "@/domain/participations/line/queries";
import { placesForOrganizer } from "@/domain/pools/organizer-queries";
import { now } from "@/lib/clock";
import { eventHere } from "../event";
import { applyPresetAction, editClassesAction, editPlacesAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("places");
  return { title: t("title") };
}

/** How an event's seats are divided and taken, who may be nominated until when, and who moved up. */
export default async function PlacesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, event } = await eventHere(id);
  if (!can(actor, "event.edit-places")) notFound();
  const [t, locale, { values, shares, classes }, promotions] = await Promise.all([
    getTranslations("places"),
    getLocale(),
    placesForOrganizer(actor, event, now()),
    promotionsOf(actor, id),
  ]);
  const base = `/${locale}/organize/events/${id}/participants`;
  const fixed = { id, revision: event.revision };
  return (
    <div className="space-y-10">
      <Section title={t("pools")}>
        <PoolsTable shares={shares} capacity={event.capacity} />
      </Section>
      {!event.cancelledAt && (
        <>
          <Section title={t("edit")}>
            <PlacesForm
              key={`places${event.revision}`}
              values={{ ...values, ...fixed }}
              zone={event.zone}
              action={editPlacesAction}
            />
          </Section>
          <Section
            title={t("classes")}
            aside={<PresetDialog key={event.revision} {...fixed} action={applyPresetAction} />}
          >
            <ClassesForm
              key={`classes${event.revision}`}
              values={fixed}
              rows={classes}
              action={editClassesAction}
            />
          </Section>
        </>
      )}
      <Section title={t("promotions")}>
        <PromotionsList promotions={promotions} zone={event.zone} base={base} />
      </Section>
    </div>
  );
}
