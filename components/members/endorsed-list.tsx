import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { PositionKind } from "@/db/enums";
import { StatementLine } from "../statements/statement-line";
import { Badge } from "../ui/badge";

type Endorsed = ComponentProps<typeof StatementLine>["statement"] & {
  id: string;
  position: { kind: PositionKind; text: string };
};

/** The statements a member endorses, each with what the member says beside it: its reservation, its explanation. */
export function EndorsedList({ statements }: { statements: readonly Endorsed[] }) {
  const kinds = useTranslations("enums.positionKind");
  return (
    <ol>
      {statements.map((statement) => (
        <StatementLine key={statement.id} statement={statement}>
          {statement.position.kind !== "endorses" && (
            <div className="space-y-1 text-sm">
              <Badge tone="info">{kinds(statement.position.kind)}</Badge>
              {statement.position.text && (
                <p className="measure whitespace-pre-line [overflow-wrap:anywhere]">
                  {statement.position.text}
                </p>
              )}
            </div>
          )}
        </StatementLine>
      ))}
    </ol>
  );
}
