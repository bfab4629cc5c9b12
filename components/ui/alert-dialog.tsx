"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { backdropLook, sheetLook } from "./dialog";

type Props = {
  trigger: ReactNode;
  triggerProps?: ComponentProps<typeof Button>;
  title: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

/** A question that must be answered before going on. Its buttons are the children's: see `ConfirmDialog`. */
export function AlertDialog({ trigger, triggerProps, title, open, onOpenChange, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={<Button {...triggerProps} />}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Backdrop className={backdropLook} />
        <Base.Popup className={sheetLook}>
          <Base.Title className="mb-4 font-semibold font-serif text-xl">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
