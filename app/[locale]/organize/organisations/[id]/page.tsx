import type { Metadata, Route } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { HistoryList } from "@/components/history/history-list";
import { SpellEditor } from "@/components/members/spell-editor";
import { SpellForm } from "@/components/members/spell-form";
import { FormerNames } from "@/components/organisations/former-names";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { RenameForm } from "@/components/organisations/rename-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Section } from "@/components/ui/section";
import { can } from "@/domain/access/can";
import { groupProfile } from "@/domain/group/queries";
import { historyOf } from "@/domain/history/queries";
import { pictureChoices } from "@/domain/media/queries";
import { isPublic } from "@/domain/publication/rules";
import { now } from "@/lib/clock";
import { countryChoices } from "@/lib/i18n/choices";
import { langOf, pick } from "@/lib/i18n/pick";
import {
  correctNameAction,
  createMembershipAction,
  editMembershipAction,
  editOrganisationAction,
  forgetNameAction,
  renameAction,
  withdrawMembershipAction,
} from "../actions";
import { organisationHere } from "../organisation";
import { Accessions } from "./accessions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ organisation }, locale] = await Promise.all([organisationHere((await params).id), getLocale()]);
  return { title: pick(organisation.name, locale).text };
}

const empty = { en: "", sv: "" };

/** An organisation in the workspace: its facts, its spells, its focal points, its history. */
export default async function OrganisationPage({ params }: Props) {
  const { id } = await params;
  const [{ actor, organisation }, t, members, kinds, locale, group] = await Promise.all([
    organisationHere(id),
    getTranslations("organisations"),
    getTranslations("members"),
    getTranslations("enums.organisationKind"),
    getLocale(),
    groupProfile(),
  ]);
  const spells = organisation.spells;
  const [deeds, pictures] = await Promise.all([
    historyOf(actor, ["organisation", id], ...spells.map((spell) => ["membership", spell.id] as const)),
    pictureChoices(actor, organisation.logoId),
  ]);
  const at = now();
  const name = pick(organisation.name, locale);
  const mayEdit = can(actor, "membership.edit");
  const actions = { edit: editMembershipAction, withdraw: withdrawMembershipAction };
  const { kind, sectors, revision } = organisation;
  return (
    <>
      <PageHeading
        title={name.text}
        lang={langOf(name, locale)}
        above={
          <Link className="link" href={`/${locale}/organize/members` as Route}>
            {members("directory")}
          </Link>
        }
        below={
          <span className="flex flex-wrap gap-x-4">
            {kinds(kind)}
            {spells.some((spell) => isPublic(spell, at)) ? (
              <Link className="link" href={`/${locale}/members/${organisation.slug}` as Route}>
                {t("publicPage")}
              </Link>
            ) : (
              <span>{t("noPublicPage")}</span>
            )}
          </span>
        }
      />
      <div className="space-y-10">
        <Section title={t("memberships")}>
          {spells.length === 0 && (
            <EmptyState title={members("noSpells")}>{members("noSpellsText")}</EmptyState>
          )}
          <ul>
            {spells.map((spell) => (
              <SpellEditor
                key={spell.id}
                spell={spell}
                name={organisation.name}
                at={at}
                zone={group.zone}
                actions={mayEdit ? actions : undefined}
              />
            ))}
          </ul>
          {can(actor, "membership.create") && (
            <details key={spells.length} className="mt-4">
              <summary className="link inline-block min-h-6">{members("add")}</summary>
              <div className="mt-4">
                <SpellForm
                  values={{
                    organisationId: id,
                    joinedOn: "",
                    joinedPrecision: "day",
                    leftOn: "",
                    leftPrecision: "",
                    note: "",
                    known: false,
                  }}
                  asksKnown
                  action={createMembershipAction}
                />
              </div>
            </details>
          )}
        </Section>
        <Accessions organisationId={id} />
        <Section title={t("facts")}>
          <OrganisationForm
            values={{
              id,
              revision,
              kind,
              name: { ...empty, ...organisation.name },
              formalName: { ...empty, ...organisation.formalName },
              country: organisation.country ?? "",
              sectors,
              website: organisation.website ?? "",
              logoId: organisation.logoId ?? "",
            }}
            pictures={pictures}
            countries={countryChoices(locale)}
            action={editOrganisationAction}
          />
        </Section>
        {can(actor, "organisation.rename") && (
          <Section title={t("names")}>
            <FormerNames
              organisation={organisation}
              actions={{ correct: correctNameAction, forget: forgetNameAction }}
            />
            <details key={revision} className="mt-4">
              <summary className="link inline-block min-h-6">{t("rename")}</summary>
              <div className="mt-4 space-y-4">
                <p className="measure text-muted text-sm">{t("renameLead")}</p>
                <RenameForm
                  values={{ id, revision, name: empty, formalName: empty, fromOn: "" }}
                  action={renameAction}
                />
              </div>
            </details>
          </Section>
        )}
        <Section title={t("focalPoints")}>
          {organisation.focalPoints.length === 0 ? (
            <EmptyState title={t("noFocalPoints")}>{t("noFocalPointsText")}</EmptyState>
          ) : (
            <ul className="space-y-1 text-sm">
              {organisation.focalPoints.map((person) => (
                <li key={person.id} className="flex flex-wrap gap-x-3">
                  <span className="font-medium">{person.name}</span>
                  <a className="link" href={`mailto:${person.email}`}>
                    {person.email}
                  </a>
                  {person.deactivatedAt && <span className="text-muted">{t("inactive")}</span>}
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t("history")}>
          <HistoryList deeds={deeds} zone={group.zone} />
        </Section>
      </div>
    </>
  );
}
