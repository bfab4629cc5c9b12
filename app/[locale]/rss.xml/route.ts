import { newsFeed } from "@/app/_request/news-feed";

/** The latest announcements and statements as RSS: `?kind=`, `?tag=`, `?content=summary`. */
export const GET = newsFeed("rss");
