"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

/** The sheet that lies over the page, shared by dialogs and confirmations. */
export const sheetLook =
  "fixed inset-x-4 top-[10vh] z-50 mx-auto max-h-[80vh] max-w-lg overflow-y-auto rounded-md border border-edge bg-surface p-6 text-ink outline-none";
export const backdropLook = "fixed inset-0 z-40 bg-ink/40 dark:bg-sunken/70";

type Props = {
  trigger?: ReactNode;
  triggerProps?: ComponentProps<typeof Button>;
  title: ReactNode;
  description?: ReactNode;
  /** The word of the button that closes it. */
  close: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
  className?: string;
};

/** Something done beside the page, without leaving it. Escape and the cross close it; the focus goes back. */
export function Dialog({
  trigger,
  triggerProps,
  title,
  description,
  close,
  open,
  onOpenChange,
  children,
  className,
}: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={<Button {...triggerProps} />}>{trigger}</Base.Trigger>}
      <Base.Portal>
        <Base.Backdrop className={backdropLook} />
        <Base.Popup className={cn(sheetLook, className)}>
          <div className="mb-4 flex items-start justify-between gap-4">
            <Base.Title className="font-semibold font-serif text-xl">{title}</Base.Title>
            <Base.Close render={<Button look="quiet" size="icon" aria-label={close} />}>
              <X aria-hidden />
            </Base.Close>
          </div>
          {description && (
            <Base.Description className="mb-4 text-muted text-sm">{description}</Base.Description>
          )}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
