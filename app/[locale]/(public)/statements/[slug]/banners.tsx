import { OfficeBanner } from "@/components/people/office-banner";
import { PeriodBanner } from "@/components/periods/period-banner";
import { groupProfile } from "@/domain/group/queries";
import { peopleSince } from "@/domain/people/since";
import { closedPeriodsBy } from "@/domain/periods/queries";
import { dayIn } from "@/lib/time";

type Props = {
  statement: {
    id: string;
    chairId: string | null;
    adoptedAt: Date | null;
    firstPublicAt: Date;
    zone: string | null;
  };
  at: Date;
};

/** What has become since of whoever chaired the adoption of a text, and of the period it belongs to. */
export async function StatementBanners({ statement, at }: Props) {
  const { id, chairId } = statement;
  const zone = statement.zone ?? (await groupProfile()).zone;
  const writtenOn = dayIn(statement.adoptedAt ?? statement.firstPublicAt, zone);
  const today = dayIn(at, zone);
  const [since, closed] = await Promise.all([
    peopleSince(chairId ? [chairId] : [], writtenOn, today, at),
    closedPeriodsBy("statement", [{ id, day: writtenOn }], today, at),
  ]);
  return (
    <>
      <PeriodBanner periods={closed.get(id)} />
      <OfficeBanner people={since} day={writtenOn} />
    </>
  );
}
