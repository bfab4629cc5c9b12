import { newsFeed } from "@/app/_request/news-feed";

/** The latest announcements and statements as Atom: `?kind=`, `?tag=`, `?content=summary`. */
export const GET = newsFeed("atom");
