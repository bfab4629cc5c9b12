import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import {
  ChangeSubscription,
  ConfirmSubscription,
  EndSubscription,
} from "@/components/subscriptions/own-subscription";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { subscriptionByLink } from "@/domain/subscriptions/queries";
import { confirmDays } from "@/domain/subscriptions/rules";
import { now } from "@/lib/clock";
import { changeSubscriptionAction, confirmSubscriptionAction, endSubscriptionAction } from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscriptions.own");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** A subscription to news, behind the personal link of its mails: confirm it, change it, end it. */
export default async function SubscriptionPage({ params }: Props) {
  const [{ token }, locale, t] = await Promise.all([
    params,
    getLocale(),
    getTranslations("subscriptions.own"),
  ]);
  const subscription = await subscriptionByLink(token, now());
  if (!subscription) notFound();
  const { state, address, wishes } = subscription;
  const anew = (
    <LinkButton href={`/${locale}/news/subscribe` as Route} look="secondary">
      {t("again")}
    </LinkButton>
  );
  return (
    <ClientMessages namespaces={["subscriptions"]}>
      <PageHeading
        title={state === "asked" ? t("confirmTitle") : t("title")}
        below={state === "confirmed" && t("address", { address })}
      />
      {state === "asked" && (
        <ConfirmSubscription link={token} address={address} action={confirmSubscriptionAction} />
      )}
      {state === "expired" && (
        <Notice tone="warning" title={t("expired")}>
          <p>{t("expiredText", { days: confirmDays })}</p>
          {anew}
        </Notice>
      )}
      {state === "ended" && (
        <Notice title={t("ended")}>
          <p role="status">{t("endedText")}</p>
        </Notice>
      )}
      {state === "confirmed" && (
        <div className="space-y-10">
          <Notice tone="success" title={t("confirmed")}>
            <p role="status">{t("confirmedText")}</p>
          </Notice>
          <ChangeSubscription
            key={JSON.stringify(wishes)}
            link={token}
            wishes={wishes}
            action={changeSubscriptionAction}
          />
          <EndSubscription link={token} address={address} action={endSubscriptionAction} />
        </div>
      )}
    </ClientMessages>
  );
}
