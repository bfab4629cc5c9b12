/** The run of show of the summit's first day: hung on an item by its English title, or at a time of the day. */
export const summitCues: {
  item?: string;
  /** Minutes from the start of the item, or from its end. */
  offset?: number;
  end?: boolean;
  clock?: string;
  cue: string;
  owner: string;
  place?: string;
  note?: string;
  plannedMinutes?: number;
}[] = [
  { clock: "06:30", cue: "Hand the house over to security", owner: "Venue", place: "Strandhallen" },
  {
    item: "Security sweep",
    offset: 0,
    end: true,
    cue: "Doors open, badges at the desk",
    owner: "Door",
    place: "Ljusgården",
  },
  {
    item: "Opening of the summit",
    offset: -45,
    cue: "Sound and interpretation check",
    owner: "Stage",
    place: "Vättern",
    plannedMinutes: 20,
    note: "Both booths; the lectern for the co-chair is lowered.",
  },
  {
    item: "Opening of the summit",
    offset: -20,
    cue: "Receive the heads of delegation",
    owner: "Protocol",
    place: "Ljusgården",
    plannedMinutes: 15,
    note: "The minister’s car comes to the north entrance.",
  },
  {
    item: "Opening of the summit",
    offset: -5,
    cue: "Heads of delegation to their seats",
    owner: "Protocol",
    place: "Vättern",
  },
  { item: "Opening of the summit", offset: 0, cue: "Lights, film", owner: "Stage", plannedMinutes: 2 },
  {
    item: "Opening of the summit",
    offset: 0,
    end: true,
    cue: "Family photograph",
    owner: "Protocol",
    place: "Ljusgården",
    plannedMinutes: 10,
    note: "Order of precedence: the list is with protocol.",
  },
  {
    item: "Creating demand for low-carbon materials",
    offset: -15,
    cue: "Microphones on the panel",
    owner: "Stage",
    place: "Vättern",
  },
  {
    item: "Finance for first-of-a-kind plants",
    offset: -5,
    cue: "Press leave the room, recording off",
    owner: "Press",
    place: "Mälaren",
    note: "Chatham House rule.",
  },
  {
    item: "Reading of the draft statement",
    offset: -10,
    cue: "Paper copies of the draft on the seats",
    owner: "Documents",
    place: "Vättern",
  },
  {
    item: "Reading of the draft statement",
    offset: -5,
    end: true,
    cue: "Five minutes left: card to the chair",
    owner: "Stage",
    place: "Vättern",
  },
  {
    item: "Reception",
    offset: -30,
    cue: "Buses leave for Stadshuset",
    owner: "Protocol",
    place: "Main entrance",
    plannedMinutes: 20,
  },
];

/** A document that everybody may read. */
export const note = {
  name: "Annotated agenda.txt",
  title: { en: "Annotated agenda", sv: "Kommenterad dagordning" },
  text: `Annotated agenda

Opening. The co-chairs take the floor first, then the host. The film lasts two minutes.

Reading of the draft statement. The chair takes the text paragraph by paragraph. Whoever wants a change
hands it in at the desk in writing.

Adoption. The statement is adopted by consensus, and published at once in English and Swedish.
`,
};

/** Two revisions of minutes that are prepared before the meeting. The second names somebody, which the rule forbids. */
export const preparedMinutes = [
  `## Questions put

- Who bears the risk of the first plant?
- What can public guarantees do that prices cannot?

## What was said

To be written.`,
  `## Questions put

- Who bears the risk of the first plant?
- What can public guarantees do that prices cannot?
- Which terms have lenders asked for?

## What was said

The discussion is opened by Khalid bin Salim.

To be written.`,
];
