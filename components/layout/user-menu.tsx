"use client";

import { CircleUserRound, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Locale, Role } from "@/db/enums";
import type { FormAction, FormState } from "@/lib/form";
import { forgetDevice } from "../door/shell";
import { Button } from "../ui/button";

type Props = { name: string; role: Role; locale: Locale; signOut: FormAction };

/** Who is signed in, and the way out; opens and works without any script. */
export function UserMenu({ name, role, locale, signOut }: Props) {
  const t = useTranslations("workspace");
  const roleName = useTranslations("enums.role");
  const [, leave, pending] = useActionState<FormState, FormData>(signOut, {});
  return (
    <details className="relative">
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-sm px-2 text-sm hover:bg-sunken">
        <CircleUserRound aria-hidden className="size-5" />
        <span className="sr-only max-w-40 truncate sm:not-sr-only">{name}</span>
      </summary>
      <div className="absolute end-0 z-30 mt-1 w-60 rounded-md border border-edge bg-surface p-3 text-sm">
        <p className="font-medium">{name}</p>
        <p className="text-muted">{roleName(role)}</p>
        <form action={leave} onSubmit={() => void forgetDevice()} className="mt-3">
          <input type="hidden" name="locale" value={locale} />
          <Button type="submit" size="small" className="w-full" disabled={pending}>
            <LogOut aria-hidden />
            {t("signOut")}
          </Button>
        </form>
      </div>
    </details>
  );
}
