"use client";

import { useId, useState } from "react";
import { Button } from "./button";
import { Input } from "./input";
import { Textarea } from "./textarea";

type Props = {
  label: string;
  value: string;
  copy: string;
  copied: string;
  /** Several lines. */
  rows?: number;
};

/** A text to take elsewhere, with a button that copies it; without script it is selected and copied by hand. */
export function CopyField({ label, value, copy, copied, rows }: Props) {
  const id = useId();
  const [done, setDone] = useState(false);
  const field = { id, value, readOnly: true, className: "font-mono text-xs" };
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <div className="flex items-start gap-2">
        {rows ? <Textarea rows={rows} {...field} /> : <Input {...field} />}
        <Button onClick={() => navigator.clipboard?.writeText(value).then(() => setDone(true))}>
          {copy}
        </Button>
      </div>
      <p role="status" className="text-sm text-success empty:hidden">
        {done && copied}
      </p>
    </div>
  );
}
