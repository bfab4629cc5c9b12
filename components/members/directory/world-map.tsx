import { useTranslations } from "next-intl";

/** A member country on the map: its outline or a dot, what it is called, where its page is. */
export type Place = {
  country: string;
  name: string;
  href: string;
  d: string | undefined;
  x: number;
  y: number;
  dot: boolean;
};

type Props = {
  land: string;
  size: { width: number; height: number };
  places: readonly Place[];
};

/**
 * The world with the member countries filled, each a link: drawn on the server, reached by keyboard in the order of
 * names. The table beneath says the same.
 */
export function WorldMap({ land, size, places }: Props) {
  const t = useTranslations("members.map");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is no fieldset.
    <svg
      role="group"
      aria-label={t("alt", { count: places.length })}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="h-auto w-full print:max-w-[16cm]"
    >
      <path d={land} className="fill-rule" />
      {places.map((place) => (
        <a key={place.country} href={place.href} aria-label={place.name} className="group outline-none">
          <title>{place.name}</title>
          {place.d && (
            <path
              d={place.d}
              vectorEffect="non-scaling-stroke"
              className="fill-accent stroke-[0.75] stroke-paper group-hover:fill-accent-strong"
            />
          )}
          {place.dot && (
            <circle
              cx={place.x}
              cy={place.y}
              r={7}
              vectorEffect="non-scaling-stroke"
              className="fill-accent stroke-[1.5] stroke-paper group-hover:fill-accent-strong"
            />
          )}
          {/* Where the keyboard is: a ring, for some countries are too small to show it by their outline. */}
          <circle
            cx={place.x}
            cy={place.y}
            r={22}
            vectorEffect="non-scaling-stroke"
            className="pointer-events-none fill-none stroke-[3] stroke-ink opacity-0 group-focus-visible:opacity-100"
          />
        </a>
      ))}
    </svg>
  );
}
