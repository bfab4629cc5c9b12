import { useTranslations } from "next-intl";
import type { FormAction } from "@/lib/form";
import { Time } from "../time";
import { NoteForm } from "./small-forms";

type Note = { id: string; text: string; at: Date; byName: string };
type Props = { id: string; notes: readonly Note[]; zone: string; action?: FormAction };

/** What the secretariat noted of an application, and a place for the next note. */
export function Notes({ id, notes, zone, action }: Props) {
  const t = useTranslations("accessions");
  return (
    <div className="space-y-4">
      {notes.length > 0 && (
        <ul className="text-sm">
          {notes.map((note) => (
            <li key={note.id} className="border-rule border-t py-2">
              <p className="measure whitespace-pre-wrap break-words">{note.text}</p>
              <p className="text-muted text-xs">
                {t.rich("checkedBy", { name: note.byName, time: () => <Time at={note.at} zone={zone} /> })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {action && <NoteForm key={notes.length} id={id} action={action} />}
    </div>
  );
}
