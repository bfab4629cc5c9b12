import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewSteps } from "@/components/announcements/review/steps";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { locales } from "@/db/enums";
import { reviewState } from "@/domain/announcements/review/rules";
import { groupProfile } from "@/domain/group/queries";
import { announcementHere } from "../announcement";
import { ReviewedRevision } from "./revision";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("announcements");
  return { title: t("tabs.review") };
}

/** What a second pair of eyes says of each language, and the steps from there. */
export default async function AnnouncementReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, announcement } = await announcementHere(id);
  const { heads, latest, reviews, publications } = announcement;
  const [t, enums, group] = await Promise.all([
    getTranslations("announcements.review"),
    getTranslations("enums.locale"),
    groupProfile(),
  ]);
  const written = locales.filter((lang) => latest[lang]);
  return (
    <div className="space-y-10">
      <p className="measure text-sm">{t("lead")}</p>
      {written.length === 0 && <EmptyState title={t("none")} />}
      {written.map((lang) => {
        const own = heads.filter((head) => head.locale === lang);
        const unreviewed = publications.find((one) => one.locale === lang && one.unreviewed);
        // The newest, what waits, and what went out without: each stands for itself.
        const shown = own.filter(
          (head) =>
            head.id === latest[lang]?.id ||
            head.id === unreviewed?.revisionId ||
            reviewState(reviews, head.id) === "submitted",
        );
        const steps = reviews.filter((one) => own.some((head) => head.id === one.revisionId));
        return (
          <Section
            key={lang}
            title={<span className="inline-block first-letter:uppercase">{enums(lang)}</span>}
          >
            <div className="space-y-6">
              {shown.map((head) => (
                <ReviewedRevision
                  key={head.id}
                  id={id}
                  actor={actor}
                  head={head}
                  state={reviewState(reviews, head.id)}
                  newest={latest[lang]?.number ?? head.number}
                  forcedReason={unreviewed?.revisionId === head.id ? unreviewed.forcedReason : ""}
                  zone={group.zone}
                />
              ))}
              {steps.length > 0 && (
                <div>
                  <h3 className="mb-2 text-base">{t("steps")}</h3>
                  <ReviewSteps steps={steps} revisions={own} zone={group.zone} />
                </div>
              )}
            </div>
          </Section>
        );
      })}
    </div>
  );
}
