import type { z } from "zod";
import { organisationKinds } from "@/db/enums";
import { groupProfile } from "@/domain/group/queries";
import { publicDirectory, publicMembers } from "@/domain/members/queries";
import { dayIn } from "@/lib/time";
import { apiAddress, pageOf, pagesOf } from "./addresses";
import type { membersAsked } from "./parameters";
import type { Member } from "./schemas/members";

/** A page of the members on a day, as publicly known at a moment, with the counts of that day. */
export async function membersForApi(asked: z.output<typeof membersAsked>, at: Date) {
  const asOf = asked.asOf ?? dayIn(at, (await groupProfile()).zone);
  const { members, counts } = await publicDirectory(asOf, at);
  const wanted = members.filter(
    (member) =>
      (!asked.kind || member.kind === asked.kind) &&
      (!asked.sector || member.sectors.some((sector) => sector === asked.sector)),
  );
  const { rows, total } = pageOf(wanted, asked);
  return {
    total,
    asOf,
    counts: Object.fromEntries(organisationKinds.map((kind) => [kind, counts[kind] ?? 0])),
    data: rows.map(memberOf),
  };
}

/** An organisation that is or was publicly a member; nothing where no spell of it is public. */
export async function memberForApi(id: string, at: Date): Promise<Member | undefined> {
  const found = (await publicMembers(at)).find((member) => member.id === id);
  return found && memberOf(found);
}

function memberOf(member: Awaited<ReturnType<typeof publicMembers>>[number]): Member {
  return {
    id: member.id,
    slug: member.slug,
    self: apiAddress(`/members/${member.id}`),
    url: pagesOf(`/members/${member.slug}`),
    kind: member.kind,
    name: member.name,
    formalName: member.formalName,
    country: member.country,
    sectors: member.sectors,
    website: member.website,
    spells: member.spells.map(({ joinedOn, joinedPrecision, leftOn, leftPrecision }) => ({
      joinedOn,
      joinedPrecision,
      leftOn,
      leftPrecision,
    })),
  };
}
