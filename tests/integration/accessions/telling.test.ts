import { eq, like, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import type { Locale, Role } from "@/db/enums";
import { accessions } from "@/db/schema/accessions";
import { mails } from "@/db/schema/mails";
import { users } from "@/db/schema/users";
import { applyAtDesk } from "@/domain/accessions/apply-at-desk";
import { recordLetter } from "@/domain/accessions/record-letter";
import { mostToldAnHour } from "@/domain/accessions/rules";
import { focalPoint, organizer } from "../../support/actors";
import { at, makeGroup, makeOrganisation } from "../../support/make";
import { applied, deskContact, mailsOf, written } from "./fixture";

const account = (name: string, role: Role, locale: Locale = "en", deactivatedAt: Date | null = null) => ({
  name,
  email: `${name.toLowerCase()}@secretariat.example.org`,
  role,
  locale,
  deactivatedAt,
});

beforeAll(async () => {
  await makeGroup();
  await db()
    .insert(users)
    .values([
      account("Ada", "admin"),
      account("Olle", "organizer", "sv"),
      account("Edit", "editor"),
      account("Paul", "protocol"),
      account("Gone", "organizer", "en", at),
    ]);
});
beforeEach(async () => {
  await db().delete(mails);
  await db().delete(accessions);
});

const toSecretariat = () =>
  db().select().from(mails).where(like(mails.template, "accession-%")).orderBy(mails.toName, mails.createdAt);

it("tells each administrator and organizer of a new application, once, in their language", async () => {
  const row = await applied({
    name: "Fjord Works",
    contactName: "Marta Nowak",
    motivation: "Ours is a secret reason.",
  });
  const told = await mailsOf(row.id, "applied");
  const by = (name: string) => told.find((mail) => mail.toName === name);
  expect(told.map((mail) => mail.toName).toSorted()).toEqual(["Ada", "Olle"]);
  expect(by("Ada")?.subject).toBe("Fjord Works applies to become a member");
  expect(by("Ada")?.text).toContain("Kind: Company");
  expect(by("Ada")?.text).toContain(`/en/organize/accessions/${row.id}`);
  expect(by("Olle")?.subject).toBe("Fjord Works ansöker om medlemskap");
  expect(by("Olle")?.text).toContain("Slag: Företag");
  expect(by("Olle")?.text).toContain(`/sv/organize/accessions/${row.id}`);
  for (const { subject, html, text, headers } of told)
    for (const personal of [row.contactEmail, "Marta", "Nowak", "secret reason", "No coal", "Sustainability"])
      expect(`${subject}${html}${text}${JSON.stringify(headers)}`).not.toContain(personal);
  // Each has its job, made with it: whatever dies afterwards, it is delivered.
  for (const { id } of told) {
    const jobs = await db().execute(sql`select 1 from graphile_worker.jobs where key = ${`mail:${id}`}`);
    expect(jobs).toHaveLength(1);
  }
});

it("tells of an application at a desk too, and not of a letter somebody of the secretariat records", async () => {
  const works = await makeOrganisation("Desk Works");
  const { id } = await applyAtDesk({ ...focalPoint, organisationId: works.id }, deskContact, [], at);
  expect(await mailsOf(id, "applied")).toHaveLength(2);
  const { fax: _, ...letter } = written();
  const recorded = await recordLetter(
    organizer,
    { ...letter, organisationId: null, receivedOn: "2026-02-20" },
    [],
    at,
  );
  expect(await mailsOf(recorded.id, "applied")).toEqual([]);
});

it("is not flooded with the form: after some within an hour one mail says that there are more", async () => {
  for (let sent = 0; sent < mostToldAnHour + 5; sent++) await applied({ name: `Flood ${sent}` });
  const told = (await toSecretariat()).filter((mail) => mail.toName === "Olle");
  const templates = told.map((mail) => mail.template);
  expect(templates.filter((one) => one === "accession-applied")).toHaveLength(mostToldAnHour);
  const many = told.filter((mail) => mail.template === "accession-many");
  expect(many.map((mail) => mail.subject)).toEqual(["Många ansökningar om medlemskap kommer in"]);
  expect(many[0]?.text).toMatch(/\/sv\/organize\/accessions\s/);
  // Every applicant has a receipt all the same, and an hour later the next is told of again.
  expect((await toSecretariat()).filter((mail) => mail.template === "accession-received")).toHaveLength(
    mostToldAnHour + 5,
  );
  const old = new Date(at.getTime() - 3_600_000);
  await db().update(accessions).set({ receivedAt: old });
  const next = await applied({ name: "After the flood" });
  expect(await mailsOf(next.id, "applied")).toHaveLength(2);
  expect(await db().select().from(accessions).where(eq(accessions.receivedAt, at))).toHaveLength(1);
});
