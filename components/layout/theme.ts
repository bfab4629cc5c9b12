/** Light or dark as chosen in the workspace; without a choice the system's is followed. */
export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The cookie that keeps the choice; only ever set by the switch in the workspace. */
export const themeCookie = "theme";

/** The theme a cookie names, if it names one. */
export function themeOf(value: string | undefined): Theme | undefined {
  return themes.find((theme) => theme === value);
}
