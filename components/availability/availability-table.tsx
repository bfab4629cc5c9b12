"use client";

import { useTranslations } from "next-intl";
import { removeAvailabilityInput } from "@/domain/availability/input";
import type { FormAction } from "@/lib/form";
import { ConfirmDialog } from "../form/confirm-dialog";
import { TimeRange } from "../time";
import { Table, Td, Th, Tr } from "../ui/table";

type Props = {
  times: { id: string; name: string; fromAt: Date; untilAt: Date }[];
  zone: string;
  action: FormAction;
};

/** Who can be given something to do when. */
export function AvailabilityTable({ times, zone, action }: Props) {
  const t = useTranslations("agenda.availability");
  return (
    <Table label={t("time")}>
      <thead>
        <tr>
          <Th>{t("person")}</Th>
          <Th>{t("time")}</Th>
          <Th>
            <span className="sr-only">{t("remove")}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {times.map(({ id, name, fromAt, untilAt }) => (
          <Tr key={id}>
            <Td>{name}</Td>
            <Td>
              <TimeRange from={fromAt} to={untilAt} zone={zone} />
            </Td>
            <Td>
              <ConfirmDialog
                trigger={t("remove")}
                triggerProps={{ look: "quiet", size: "small" }}
                title={t("removeTitle", { name })}
                action={action}
                schema={removeAvailabilityInput}
                values={{ id }}
                consequence={<p>{t("removeConsequence", { name })}</p>}
                confirm={t("remove")}
                danger
              />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
