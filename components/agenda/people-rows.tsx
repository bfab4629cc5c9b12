"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { agendaRoles, confirmations, presences } from "@/db/enums";
import { type Choice, SelectField } from "../form/choice-fields";
import { useFormAround } from "../form/context";
import { Button } from "../ui/button";
import { StalePeople } from "./stale-people";

/** Somebody in an item, as the fields hold it. */
export type PersonRow = {
  personId: string;
  role: string;
  confirmation: string;
  presence: string;
  onBehalfOf: string;
};

const empty: PersonRow = {
  personId: "",
  role: "speaker",
  confirmation: "unasked",
  presence: "in_person",
  onBehalfOf: "",
};
/** How many people there is room for beyond those named, also without script; and at most at all. */
const roomFor = 2;
const most = 60;

/** The rows a form begins with: those named, and some that are empty. */
export function rowsFor(named: PersonRow[]): PersonRow[] {
  return [...named, ...Array.from({ length: roomFor }, () => empty)].slice(0, most);
}

type Props = { named: PersonRow[]; people: Choice[]; organisations: Choice[] };

/** Who does what in an item, in order: rows that can be added, moved and emptied; empty ones fall away. */
export function PeopleRows({ named, people, organisations }: Props) {
  const t = useTranslations("agenda.form");
  const { fields } = useFormAround();
  const [count, setCount] = useState(() => {
    const echoed: unknown = fields.getValues("people");
    return Math.max(rowsFor(named).length, Array.isArray(echoed) ? echoed.length : 0);
  });
  const rowAt = (index: number): PersonRow => ({ ...empty, ...fields.getValues(`people.${index}`) });
  const write = (index: number, row: PersonRow) => {
    for (const [name, value] of Object.entries(row))
      fields.setValue(`people.${index}.${name}`, value, { shouldDirty: true });
  };
  const swap = (a: number, b: number) => {
    const [one, other] = [rowAt(a), rowAt(b)];
    write(a, other);
    write(b, one);
  };
  const replace = (rows: PersonRow[]) => {
    setCount(Math.max(count, rows.length));
    for (let index = 0; index < Math.max(count, rows.length); index++) write(index, rows[index] ?? empty);
  };
  return (
    <div className="space-y-4">
      <StalePeople people={people} onTake={replace} />
      {Array.from({ length: count }, (_, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity but their place.
          key={index}
          index={index}
          people={people}
          organisations={organisations}
          onUp={index > 0 ? () => swap(index, index - 1) : undefined}
          onDown={index < count - 1 ? () => swap(index, index + 1) : undefined}
          onEmpty={() => write(index, empty)}
        />
      ))}
      <Button
        size="small"
        className="[@media(scripting:none)]:hidden"
        aria-disabled={count >= most || undefined}
        onClick={() => setCount(Math.min(most, count + 1))}
      >
        {t("addPerson")}
      </Button>
    </div>
  );
}

type RowProps = {
  index: number;
  people: Choice[];
  organisations: Choice[];
  onUp?: () => void;
  onDown?: () => void;
  onEmpty: () => void;
};

function Row({ index, people, organisations, onUp, onDown, onEmpty }: RowProps) {
  const t = useTranslations("agenda.form");
  const enums = useTranslations("enums");
  const name = (field: string) => `people.${index}.${field}`;
  const number = index + 1;
  const steps = [
    { text: t("personUp", { number }), icon: ArrowUp, deed: onUp },
    { text: t("personDown", { number }), icon: ArrowDown, deed: onDown },
    { text: t("personEmpty", { number }), icon: X, deed: onEmpty },
  ];
  return (
    <fieldset className="grid gap-3 border-rule border-t pt-3 sm:grid-cols-6">
      <legend className="sr-only">{t("person", { number })}</legend>
      <SelectField
        name={name("personId")}
        label={t("person", { number })}
        none={t("nobody")}
        choices={people}
        optional="unsaid"
        className="sm:col-span-3"
      />
      <SelectField
        name={name("role")}
        label={t("role")}
        choices={agendaRoles.map((value) => ({ value, label: enums(`agendaRole.${value}`) }))}
        optional="unsaid"
        className="sm:col-span-2"
      />
      <div className="flex items-end [@media(scripting:none)]:hidden">
        {steps.map(({ text, icon: Icon, deed }) => (
          <Button
            key={text}
            size="icon"
            look="quiet"
            aria-label={text}
            title={text}
            aria-disabled={!deed || undefined}
            onClick={deed}
          >
            <Icon aria-hidden />
          </Button>
        ))}
      </div>
      <SelectField
        name={name("onBehalfOf")}
        label={t("onBehalfOf")}
        none={t("ownBehalf")}
        choices={organisations}
        optional="unsaid"
        className="sm:col-span-2"
      />
      <SelectField
        name={name("confirmation")}
        label={t("confirmation")}
        choices={confirmations.map((value) => ({ value, label: enums(`confirmation.${value}`) }))}
        optional="unsaid"
        className="sm:col-span-2"
      />
      <SelectField
        name={name("presence")}
        label={t("presence")}
        choices={presences.map((value) => ({ value, label: enums(`presence.${value}`) }))}
        optional="unsaid"
        className="sm:col-span-2"
      />
    </fieldset>
  );
}
