"use client";

import { useState } from "react";
import { Button } from "../ui/button";

type Props = { label: string; failed: string; next: string };

/**
 * Goes to the organisation's own provider. Asked for by script and followed by it: the policy of the page lets forms
 * lead to no other host.
 */
export function OpenIdButton({ label, failed, next }: Props) {
  const [state, setState] = useState<"idle" | "going" | "failed">("idle");
  async function go() {
    setState("going");
    try {
      const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
      const body = new URLSearchParams({ csrfToken, callbackUrl: next, json: "true" });
      const answer = await (await fetch("/api/auth/signin/oidc", { method: "POST", body })).json();
      window.location.assign(answer.url);
    } catch {
      setState("failed");
    }
  }
  return (
    <div className="mt-6 space-y-2">
      <Button onClick={go} disabled={state === "going"}>
        {label}
      </Button>
      {state === "failed" && (
        <p role="alert" className="text-danger text-sm">
          {failed}
        </p>
      )}
    </div>
  );
}
