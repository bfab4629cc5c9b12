/** The one clock: the present instant. Everything that needs the time takes it from here, or as an argument. */
export function now(): Date {
	// biome-ignore lint/style/noRestrictedGlobals: this is the one place that reads the clock.
	return new Date();
}
