"use client";

import { useEffect } from "react";

/** Tells the page around a frame how tall its contents are, and nothing else, so that it need not scroll. */
export function TellHeight() {
  useEffect(() => {
    if (window.parent === window) return;
    // Not of the body, which is never less tall than the frame.
    const contents = document.querySelector("main");
    if (!contents) return;
    const tell = () => window.parent.postMessage({ plenary: "height", height: contents.offsetHeight }, "*");
    const observer = new ResizeObserver(tell);
    observer.observe(contents);
    return () => observer.disconnect();
  }, []);
  return null;
}
