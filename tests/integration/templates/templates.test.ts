import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { history } from "@/db/schema/history";
import { mailTemplates } from "@/db/schema/mailings";
import { questions } from "@/db/schema/questions";
import { approve } from "@/domain/participations/approve";
import { decline } from "@/domain/participations/decline";
import { register } from "@/domain/participations/register";
import { edit } from "@/domain/templates/edit";
import type { TemplateInput } from "@/domain/templates/input";
import { preview } from "@/domain/templates/preview";
import { listTemplates, templateForOrganizer } from "@/domain/templates/queries";
import { door, editor, focalPoint, organizer, stranger, user } from "../../support/actors";
import { at, makeEvent, makeGroup, makeOrganisation, registration } from "../../support/make";
import { refused } from "../../support/refused";
import { mailsOf, makeDelegation, makeParticipation } from "../mailings/fixture";

let event: Awaited<ReturnType<typeof makeEvent>>;
beforeAll(makeGroup);
beforeEach(async () => {
  event = await makeEvent({ capacity: 5, registrationPolicy: "approval" });
});

const own = (more: Partial<TemplateInput> = {}): TemplateInput => ({
  eventId: event.id,
  template: "approved",
  revision: 0,
  subject: { en: "Welcome, {name}" },
  body: { en: "{name} of {organisation}, {class}:\nbring a passport.\n\n{event}\n{when}\n{where}" },
  ...more,
});
const latest = async (address: string, template: string) =>
  (await mailsOf(event.id)).find((mail) => mail.toAddress === address && mail.template === template);

async function approveSomebody(n: number, locale: "en" | "sv") {
  await register(stranger, { ...registration(event.slug, n), locale }, at);
  const [waiting] = (await mailsOf(event.id)).filter((mail) => mail.toAddress === `person-${n}@example.org`);
  await approve(organizer, { id: waiting?.aboutId ?? "", revision: 1, reason: "" }, at);
}

describe("words of an event's own", () => {
  it("are what its mails say from then on, in the languages they are in; otherwise the house's", async () => {
    await edit(organizer, own(), at);
    await approveSomebody(1, "en");
    await approveSomebody(2, "sv");
    const mine = await latest("person-1@example.org", "participation-approved");
    expect(mine?.subject).toBe("Welcome, Person 1");
    expect(mine?.text).toContain("Person 1 of Test Works, Delegate:\nbring a passport.");
    expect(mine?.text).toContain("{{link}}");
    expect(mine?.attachments).toHaveLength(1);
    const theirs = await latest("person-2@example.org", "participation-approved");
    expect(theirs?.subject).toBe("Du har en plats: Testtoppmöte");
    expect(theirs?.text).toContain("Hej Person 2!");
  });

  it("fill names in as text, whatever a name says", async () => {
    await edit(organizer, own(), at);
    const name = "{event} <script>alert(1)</script>";
    const row = await makeParticipation(event, { name, email: "odd@example.org", state: "submitted" });
    await approve(organizer, { id: row.id, revision: 1, reason: "" }, at);
    const mail = await latest("odd@example.org", "participation-approved");
    expect(mail?.subject).toBe(`Welcome, ${name}`);
    expect(mail?.text).toContain(name);
    expect(mail?.html).not.toContain("<script>");
  });

  it("are used for the focal points too, each in their language", async () => {
    const organisation = await makeOrganisation();
    const { delegation } = await makeDelegation(event, organisation.id, "Focal Svensson", "sv");
    await edit(
      organizer,
      own({ template: "declined", subject: {}, body: { sv: "Tyvärr nej för {name}: {reason}" } }),
      at,
    );
    const row = await makeParticipation(event, {
      name: "The Head",
      email: null,
      class: "head",
      delegationId: delegation.id,
      organisationId: organisation.id,
      organisationName: "",
      state: "submitted",
    });
    await decline(organizer, { id: row.id, revision: 1, reason: "Fullt" }, at);
    const mail = await latest("focal-svensson@example.org", "participation-declined");
    expect(mail?.subject).toBe("Din anmälan: Testtoppmöte");
    expect(mail?.text).toContain("Tyvärr nej för The Head: Fullt");
  });

  it("are kept once per mail with their revision and in history, and can be given up again", async () => {
    expect(await edit(organizer, own(), at)).toEqual({ revision: 1 });
    expect(await edit(organizer, own({ revision: 1, subject: {}, body: {} }), at)).toEqual({ revision: 2 });
    const its = and(
      eq(mailTemplates.eventId, event.id),
      eq(mailTemplates.template, "participation-approved"),
    );
    expect(await db().select().from(mailTemplates).where(its)).toMatchObject([{ revision: 2, body: {} }]);
    const deeds = await db().select().from(history).where(eq(history.eventId, event.id));
    expect(deeds.map((deed) => deed.action)).toEqual(["template.edit", "template.edit"]);
    expect((await listTemplates(organizer, event.id)).flatMap((one) => one.own)).toEqual([]);
    await approveSomebody(3, "en");
    expect((await latest("person-3@example.org", "participation-approved"))?.subject).toMatch(/^You have a/);
  });

  it("are refused on an old revision, with theirs", async () => {
    await edit(organizer, own(), at);
    const stale = await refused("stale", () => edit(organizer, own({ subject: { en: "Mine" } }), at));
    expect(stale.attached).toMatchObject({ theirs: { revision: 1, subject: { en: "Welcome, {name}" } } });
    await refused("stale", () => edit(organizer, own({ template: "moved", revision: 3 }), at));
  });

  it("are written once though two write them at once", async () => {
    const both = await Promise.allSettled([edit(organizer, own(), at), edit(organizer, own(), at)]);
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("are refused where they could not be filled, by name", async () => {
    const unknown = await refused("unknown_placeholder", () =>
      edit(organizer, own({ body: { en: "Hello {nmae} {until}" } }), at),
    );
    expect(unknown.details).toEqual({ names: "{nmae}, {until}" });
    const missing = await refused("placeholder_missing", () =>
      edit(organizer, own({ template: "offered", body: { en: "A place for {name}" } }), at),
    );
    expect(missing.details).toEqual({ names: "{until}" });
    expect(await db().select().from(mailTemplates).where(eq(mailTemplates.eventId, event.id))).toEqual([]);
  });

  it("are the organizers' alone", async () => {
    for (const actor of [editor, door, user("protocol"), focalPoint, stranger]) {
      await refused("not_allowed", () => edit(actor, own(), at));
      await refused("not_allowed", () => listTemplates(actor, event.id));
      await refused("not_allowed", () => templateForOrganizer(actor, event.id, "approved"));
      await refused("not_allowed", () => preview(actor, { ...own(), lang: "en", participationId: null }, at));
    }
    await refused("not_found", () => edit(organizer, own({ eventId: crypto.randomUUID() }), at));
  });
});

describe("a preview", () => {
  it("is the mail as it is sent afterwards, and writes nothing", async () => {
    await db()
      .insert(questions)
      .values({
        eventId: event.id,
        position: 0,
        kind: "text",
        stage: "after_approval",
        label: { en: "Flight" },
      });
    const row = await makeParticipation(event, { name: "Kim Berg", state: "submitted" });
    const shown = await preview(organizer, { ...own(), lang: "en", participationId: row.id }, at);
    expect(await mailsOf(event.id)).toEqual([]);
    await edit(organizer, own(), at);
    await approve(organizer, { id: row.id, revision: 1, reason: "" }, at);
    const sent = await latest("kim-berg@example.org", "participation-approved");
    expect(shown).toMatchObject({ subject: sent?.subject, text: sent?.text, html: sent?.html });
    expect(shown.parts.flat()).toContainEqual({ text: "Kim Berg", from: "name" });
  });

  it("invents somebody who has everything, and knows nobody of another event", async () => {
    const input = { ...own({ template: "offered", subject: {}, body: {} }), participationId: null };
    const shown = await preview(organizer, { ...input, lang: "sv" }, at);
    expect(shown.text).toContain("hålls för dig till 4 mars 2026");
    const other = await makeParticipation(await makeEvent(), { name: "Elsewhere" });
    await refused("not_found", () =>
      preview(organizer, { ...input, lang: "en", participationId: other.id }, at),
    );
  });
});
