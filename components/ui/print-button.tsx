"use client";

import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

/** Prints the page as it stands. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button size="small" onClick={() => window.print()}>
      <Printer aria-hidden />
      {children}
    </Button>
  );
}
