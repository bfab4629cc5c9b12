// Puts a public agenda into a page: <script src=".../embed.js" data-event="…" data-lang="en" async></script>
(() => {
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const { event, lang = "en", title = "" } = script.dataset;
  if (!/^[a-z0-9-]+$/.test(event ?? "") || !/^[a-z]{2}$/.test(lang)) return;
  const frame = document.createElement("iframe");
  frame.src = `${home}/${lang}/events/${event}/embed`;
  frame.title = title || event;
  frame.loading = "lazy";
  frame.height = "600";
  frame.style.cssText = "width: 100%; border: 0";
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== home || source !== frame.contentWindow || data?.plenary !== "height") return;
    const height = Number(data.height);
    if (height > 0) frame.height = String(Math.min(Math.ceil(height), 20_000));
  });
  script.after(frame);
})();
