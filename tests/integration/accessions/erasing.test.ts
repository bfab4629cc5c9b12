import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { accessionNotes } from "@/db/schema/accessions";
import { files } from "@/db/schema/files";
import { history } from "@/db/schema/history";
import { mails } from "@/db/schema/mails";
import { decline } from "@/domain/accessions/end";
import { note } from "@/domain/accessions/note";
import { applicantByLink } from "@/domain/accessions/own";
import { contactKeptDays } from "@/domain/accessions/rules";
import { dueForErasure } from "@/domain/privacy/queries";
import { retain } from "@/domain/privacy/retain";
import { house, organizer } from "../../support/actors";
import { at, makeGroup } from "../../support/make";
import { refused } from "../../support/refused";
import { admin, applied, mailsOf, pdf, rowOf } from "./fixture";

beforeAll(makeGroup);

const marker = "Leaky McMarker";
const days = (n: number) => new Date(at.getTime() + n * 86_400_000);

it("erases the contact of what came to nothing, once it is time, and keeps that it was", async () => {
  const kept = await applied();
  const row = await applied({ contactName: marker, motivation: `By ${marker}` }, [pdf(`${marker}.pdf`)]);
  const link = (await mailsOf(row.id, "received"))[0]?.secrets?.link ?? "";
  await note(organizer, { id: row.id, text: `${marker} called` }, at);
  await decline(organizer, { id: row.id, revision: 1, reason: `${marker} is ill` }, at);

  const due = async (at: Date) =>
    (await dueForErasure(admin, at)).filter((one) => one.kind === "applications");
  expect(await due(days(contactKeptDays - 1))).toEqual([]);
  expect(await due(days(contactKeptDays))).toMatchObject([{ eventId: null, count: 1 }]);
  const said = await retain(house, { dryRun: true }, days(contactKeptDays));
  expect((await rowOf(row.id)).contactName).toBe(marker);
  expect(await retain(house, { dryRun: false }, days(contactKeptDays))).toEqual(said);

  const erased = await rowOf(row.id);
  expect(erased).toMatchObject({ name: row.name, contactEmail: "", erasedAt: days(contactKeptDays) });
  const traces = await Promise.all([
    db().select().from(mails).where(eq(mails.aboutId, row.id)),
    db().select().from(history).where(eq(history.subjectId, row.id)),
    db().select().from(accessionNotes).where(eq(accessionNotes.accessionId, row.id)),
    db().select({ name: files.name, erasedAt: files.erasedAt }).from(files),
  ]);
  expect(JSON.stringify([erased, traces])).not.toContain(marker);
  expect(traces[3].every((file) => file.erasedAt !== null)).toBe(true);
  expect(await applicantByLink(link.split("/").at(-1) ?? "")).toBeUndefined();
  await refused("accession_ended", () => note(organizer, { id: row.id, text: "Again" }, at));
  expect(await due(days(contactKeptDays + 1))).toEqual([]);
  expect((await rowOf(kept.id)).contactName).toBe("Marta Nowak");
});
