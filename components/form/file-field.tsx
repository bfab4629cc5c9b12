"use client";

import { Input } from "@/components/ui/input";
import { takenTypes } from "@/domain/files/rules";
import { FieldFrame, type FieldProps, useControl } from "./field";

/** A file to hand in, sent with the form. After a refusal it must be chosen again: browsers forget files. */
export function FileField({
  name,
  label,
  help,
  optional,
  className,
  accept = takenTypes.join(","),
  multiple,
}: FieldProps & { accept?: string; multiple?: boolean }) {
  const { control } = useControl(name, { help, optional });
  return (
    <FieldFrame {...{ name, label, help, optional, className }}>
      <Input {...control} type="file" accept={accept} multiple={multiple} className="w-full py-1.5" />
    </FieldFrame>
  );
}
