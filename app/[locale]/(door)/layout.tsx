import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";

/** The pages of those at the door: nothing around them, for they are kept on the device as they are. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return <ClientMessages namespaces={["door", "answers"]}>{children}</ClientMessages>;
}
