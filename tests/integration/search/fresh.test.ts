import { setTimeout } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, type Transaction } from "@/db/client";
import { locales } from "@/db/enums";
import { agendaItemPeople, agendaItems } from "@/db/schema/agenda";
import { announcements } from "@/db/schema/announcements";
import { commitmentOwners, commitments } from "@/db/schema/commitments";
import { events } from "@/db/schema/events";
import { organisationNames, organisations } from "@/db/schema/organisations";
import { appointments, offices, people } from "@/db/schema/people";
import { create } from "@/domain/commitments/create";
import { edit } from "@/domain/commitments/edit";
import { commitmentInput, editCommitmentInput } from "@/domain/commitments/input";
import { keepNames } from "@/domain/search/keep-names";
import { search } from "@/domain/search/queries";
import { editor } from "../../support/actors";
import { at, makeEvent, makeGroup, makeRelease } from "../../support/make";
import { hiddenSpell, published, written } from "../announcements/fixture";

beforeAll(makeGroup);

const columns = sql`kind, ref_id, part_id, locale, title, body, happens_at`;

/** Nothing that is searched differs from what it is made of. */
async function expectFresh() {
  const differing = await db().execute(sql`
    (select ${columns} from search_sources except select ${columns} from search_texts)
    union all (select ${columns} from search_texts except select ${columns} from search_sources)`);
  expect([...differing]).toEqual([]);
}

/** The rows that are searched of a kind, by their words. */
const held = async (words: string) => {
  const rows = await db().execute<{ n: number }>(
    sql`select count(*)::int as n from search_texts where title || body ilike ${`%${words}%`}`,
  );
  return rows[0]?.n;
};

test("whatever is changed, what is searched is what there is", async () => {
  const spell = await hiddenSpell("Freshness Works", { publicFrom: at, joinedOn: "2020-01-01" });
  const { organisation } = spell;
  const event = await makeEvent({ title: { en: "Freshness Summit" } });
  const insertPerson = async (name: string) => {
    const [row] = await db()
      .insert(people)
      .values({ name, sortName: name, namingConsentedAt: at })
      .returning();
    if (!row) throw new Error("nobody");
    return row.id;
  };
  const [speaker, holder] = [await insertPerson("Fresh Speaker"), await insertPerson("Fresh Holder")];
  const [item] = await db()
    .insert(agendaItems)
    .values({
      eventId: event.id,
      kind: "panel",
      title: { en: "Fresh item", sv: "Färsk punkt" },
      startsAt: event.startsAt,
      endsAt: event.endsAt,
    })
    .returning();
  const itemId = item?.id ?? "";
  await db().insert(agendaItemPeople).values({ itemId, personId: speaker, role: "speaker" });
  await makeRelease(event.id);
  const [office] = await db()
    .insert(offices)
    .values({ title: { en: "Fresh minister" }, organisationId: organisation.id })
    .returning();
  const officeId = office?.id ?? "";
  await db().insert(appointments).values({ personId: holder, officeId, fromOn: "2025-01-01" });
  const piece = await written();
  await published(piece);
  await expectFresh();
  expect(await held("Freshness Works")).toBe(4);

  await db()
    .update(events)
    .set({ title: { en: "Renewed Summit", sv: "Förnyat möte" } })
    .where(eq(events.id, event.id));
  await expectFresh();
  await db().update(people).set({ name: "Renewed Speaker" }).where(eq(people.id, speaker));
  await db().update(people).set({ name: "Renewed Holder" }).where(eq(people.id, holder));
  await expectFresh();
  await db()
    .update(offices)
    .set({ title: { en: "Renewed minister" } })
    .where(eq(offices.id, officeId));
  await expectFresh();
  await db()
    .insert(organisationNames)
    .values({
      organisationId: organisation.id,
      name: { en: "Former Works" },
      untilOn: "2024-01-01",
      recordedAt: at,
      recordedBy: "A test",
    });
  await db()
    .update(organisations)
    .set({ name: { en: "Renewed Works" }, sectors: ["steel"], country: "IS" })
    .where(eq(organisations.id, organisation.id));
  await expectFresh();
  await db()
    .update(announcements)
    .set({ tags: ["renewed"] })
    .where(eq(announcements.id, piece));
  await expectFresh();
  expect(await held("Freshness")).toBe(0);
  expect(await held("Iceland")).toBe(2);

  await db().delete(appointments).where(eq(appointments.personId, holder));
  await db().delete(organisationNames);
  await makeRelease(event.id, 1).catch(() => undefined);
  await expectFresh();
  await db().delete(events).where(eq(events.id, event.id));
  await expectFresh();
  expect(await held("Renewed Summit")).toBe(0);
});

test("whatever is changed of a commitment, what is searched is what there is, once for each owner", async () => {
  const owners = [await hiddenSpell("Promising Works"), await hiddenSpell("Promising Mill")];
  const [works, mill] = owners.map((spell) => spell.organisation.id);
  const form = (title: object, measure: string, ...promised: unknown[]) => ({
    title,
    measure: { en: measure, sv: "" },
    owners: promised,
    madeOn: "2026-02-01",
  });
  const first = form({ en: "Fresh promise", sv: "Färskt löfte" }, "Fresh tonnes", works);
  const { id } = await create(editor, commitmentInput.parse(first), at);
  await expectFresh();
  expect([await held("Fresh promise"), await held("Färskt löfte"), await held("Fresh tonnes")]).toEqual([
    1, 1, 1,
  ]);

  const change = (revision: number, facts: object) =>
    edit(editor, editCommitmentInput.parse({ ...facts, id, revision }), at);
  await change(1, form({ en: "Renewed promise", sv: "" }, "Fresh tonnes", works));
  await expectFresh();
  expect([await held("Fresh promise"), await held("Färskt löfte"), await held("Renewed promise")]).toEqual([
    0, 0, 1,
  ]);
  await change(2, form({ en: "Renewed promise", sv: "" }, "Renewed tonnes", works));
  await expectFresh();
  await change(3, form({ en: "Renewed promise", sv: "" }, "Renewed tonnes", works, mill));
  await expectFresh();
  expect(await held("Renewed tonnes")).toBe(2);
  await change(4, form({ en: "Renewed promise", sv: "" }, "Renewed tonnes", mill));
  await expectFresh();
  expect(await held("Renewed promise")).toBe(1);

  await db().delete(commitmentOwners).where(eq(commitmentOwners.commitmentId, id));
  await expectFresh();
  await db().delete(commitments).where(eq(commitments.id, id));
  expect(await held("Renewed promise")).toBe(0);
});

test("a member is found by a name it had, and stands under that of today where both answer", async () => {
  const { organisation } = await hiddenSpell("Osmium Now", { publicFrom: at, joinedOn: "2020-01-01" });
  await db()
    .insert(organisationNames)
    .values({
      organisationId: organisation.id,
      name: { en: "Osmium Holding" },
      untilOn: "2024-01-01",
      recordedAt: at,
      recordedBy: "A test",
    });
  const titles = async (q: string) =>
    (await search("en", "2026-03-02", at, { q, page: 1 })).rows.map((row) =>
      row.title.map((part) => part.text).join(""),
    );
  expect(await titles("osmium")).toEqual(["Osmium Now"]);
  expect(await titles("osmium holding")).toEqual(["Osmium Holding"]);
});

test("the words of sectors and countries are kept when a version migrates, and written only where they changed", async () => {
  await hiddenSpell("Names Works");
  await db().execute(sql`update search_names set name = 'Atlantis' where code = 'IS'`);
  await expectFresh();
  await keepNames(db());
  await keepNames(db());
  await expectFresh();
  const [{ names } = { names: 0 }] = await db().execute<{ names: number }>(
    sql`select count(*)::int as names from search_names where code = 'IS' and name = 'Atlantis'`,
  );
  expect(names).toBe(0);
});

test("every language of the interface is searched in", async () => {
  const rows = await db().execute<{ locale: string }>(
    sql`select distinct locale from search_sources where kind = 'member' order by 1`,
  );
  expect(rows.map((row) => row.locale)).toEqual([...locales].toSorted());
});

test("three deeds at once on what one row is made of leave it right, however long each stays open", async () => {
  const { organisation } = await hiddenSpell("Threefold Works", { publicFrom: at, joinedOn: "2020-01-01" });
  const [person] = await db().insert(people).values({ name: "Threefold", sortName: "Threefold" }).returning();
  const [office] = await db()
    .insert(offices)
    .values({ title: { en: "Minister" }, organisationId: organisation.id })
    .returning();
  const [personId, officeId] = [person?.id ?? "", office?.id ?? ""];
  await db().insert(appointments).values({ personId, officeId, fromOn: "2025-01-01" });
  const open = async (deed: (tx: Transaction) => PromiseLike<unknown>) =>
    await db().transaction(async (tx) => {
      await deed(tx);
      await setTimeout(100);
    });
  for (let n = 0; n < 3; n++)
    await Promise.all([
      open((tx) =>
        tx
          .update(people)
          .set({ name: `Threefold ${n}` })
          .where(eq(people.id, personId)),
      ),
      open((tx) =>
        tx
          .update(offices)
          .set({ title: { en: `Minister ${n}` } })
          .where(eq(offices.id, officeId)),
      ),
      open((tx) =>
        tx
          .update(organisations)
          .set({ name: { en: `Works ${n}` } })
          .where(eq(organisations.id, organisation.id)),
      ),
    ]);
  await expectFresh();
});
