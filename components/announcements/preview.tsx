"use client";

import type { ComponentProps } from "react";
import { AnnouncementArticle } from "./announcement-article";
import { Related } from "./related";

type Props = Omit<ComponentProps<typeof AnnouncementArticle>, "children" | "heading"> & {
  related: ComponentProps<typeof Related>;
};

/** An announcement as it will be read, in the words of its own language's interface: put its provider around it. */
export function AnnouncementPreview({ related, ...article }: Props) {
  return (
    <AnnouncementArticle {...article} heading="h2">
      <Related {...related} />
    </AnnouncementArticle>
  );
}
