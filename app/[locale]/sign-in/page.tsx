import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_request/actor";
import { ClientMessages } from "@/components/layout/client-messages";
import { AskForm } from "@/components/sign-in/ask-form";
import { ContinueAs } from "@/components/sign-in/continue-as";
import { OpenIdButton } from "@/components/sign-in/open-id-button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { demonstrationAccounts } from "@/domain/sign-in/demonstration";
import { homeOf, ownPath } from "@/domain/sign-in/rules";
import { env } from "@/lib/env";
import { askAction, continueAsAction } from "./actions";

const asked = z.object({ next: z.string().catch(""), error: z.string().optional().catch("") });

/** What went wrong, by the code next-auth hands on: the link was spent, there is no account, or the provider failed. */
function failureOf(code: string) {
  if (code === "Verification") return "link";
  return code === "AccessDenied" ? "account" : "provider";
}

/** The ways in: a mailed link, the organisation's own provider, and in the demonstration a list of accounts. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { next: wanted, error } = asked.parse(await searchParams);
  const [locale, actor] = await Promise.all([getLocale(), currentActor()]);
  const next = ownPath(wanted, "");
  if (actor.kind === "user") redirect((next || `/${locale}/${homeOf(actor.role)}`) as never);
  const [t, roles, accounts] = await Promise.all([
    getTranslations("signIn"),
    getTranslations("enums.role"),
    demonstrationAccounts(),
  ]);
  const provider = env().OIDC_NAME;
  return (
    <div className="mx-auto max-w-xl space-y-10">
      <div>
        <PageHeading title={t("title")} below={t("lead")} />
        {error && (
          <Notice tone="warning" title={t("failed")} className="mb-6">
            {t(`failures.${failureOf(error)}`)}
          </Notice>
        )}
        <ClientMessages namespaces={["signIn"]}>
          <AskForm locale={locale} next={next} action={askAction} />
        </ClientMessages>
        {provider && (
          <OpenIdButton
            label={t("withProvider", { name: provider })}
            failed={t("failures.provider")}
            next={next || `/${locale}/organize`}
          />
        )}
      </div>
      {accounts.length > 0 && (
        <Section title={t("demonstration")}>
          <p className="mb-4 text-muted text-sm">{t("demonstrationText")}</p>
          <ContinueAs
            accounts={accounts.map(({ id, name, role }) => ({
              id,
              text: t("continueAs", { name }),
              role: roles(role),
            }))}
            locale={locale}
            next={next}
            action={continueAsAction}
          />
        </Section>
      )}
    </div>
  );
}
