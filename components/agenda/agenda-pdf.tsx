import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";

/** An agenda as it is printed: every word already chosen, for the renderer knows no language. */
export type PrintedAgenda = {
  language: string;
  family: string[];
  group: string;
  title: string;
  /** The event's days and place. */
  when: string;
  zone: string;
  release: string;
  cancelled: string;
  note: string;
  page: string;
  /** A room, each on its own sheet; or one without a name, of all. */
  parts: { title: string; days: { title: string; items: PrintedItem[] }[] }[];
};

type PrintedItem = {
  id: string;
  time: string;
  kind: string;
  title: string;
  place: string;
  abstract: string;
  people: string[];
  quiet: boolean;
};

const styles = StyleSheet.create({
  page: {
    paddingTop: "20mm",
    paddingBottom: "22mm",
    paddingHorizontal: "20mm",
    fontSize: 10,
    lineHeight: 1.4,
    color: "#1c2421",
  },
  small: { fontSize: 9, color: "#4d5a55" },
  title: { fontSize: 20, fontWeight: 600, lineHeight: 1.25, marginVertical: 6 },
  cancelled: { fontSize: 12, fontWeight: 600, color: "#9b1b1b", marginVertical: 6 },
  part: { fontSize: 15, fontWeight: 600, marginTop: 14 },
  day: { fontSize: 12, fontWeight: 600, marginTop: 14, marginBottom: 4 },
  item: { flexDirection: "row", borderTop: "0.5pt solid #dbd7cc", paddingVertical: 5 },
  time: { width: 84 },
  what: { flex: 1 },
  name: { fontSize: 11, fontWeight: 600 },
  quiet: { color: "#4d5a55" },
  foot: {
    position: "absolute",
    // From the top of the A4 sheet: measured from its foot, a line that is only known when it is printed has no height.
    top: 800,
    left: 57,
    right: 57,
    textAlign: "center",
    fontSize: 8,
    color: "#4d5a55",
  },
});

/** An agenda on paper, by day or by room; the zone, the release and the page stand on every sheet. */
export function AgendaPdf(printed: PrintedAgenda) {
  const { group, title, language, family, parts } = printed;
  return (
    <Document title={title} author={group} language={language} creator="Plenary" producer="Plenary">
      {parts.map((part, index) => (
        <Page key={part.title} size="A4" style={[styles.page, { fontFamily: family }]} wrap>
          {index === 0 && (
            <View>
              <Text style={styles.small}>{group}</Text>
              <Text style={styles.title}>{title}</Text>
              <Text style={styles.small}>{printed.when}</Text>
              {printed.cancelled !== "" && <Text style={styles.cancelled}>{printed.cancelled}</Text>}
            </View>
          )}
          {part.title !== "" && <Text style={styles.part}>{part.title}</Text>}
          {part.days.flatMap((day) =>
            day.items.map((item, nth) =>
              nth > 0 ? (
                <Item key={item.id} item={item} />
              ) : (
                // A day does not stand at the foot of a sheet without its first item.
                <View key={item.id} wrap={false}>
                  <Text style={styles.day}>{day.title}</Text>
                  <Item item={item} />
                </View>
              ),
            ),
          )}
          {index === parts.length - 1 && (
            <Text style={[styles.small, { marginTop: 16 }]}>{printed.note}</Text>
          )}
          <Text
            style={styles.foot}
            fixed
            render={({ pageNumber, totalPages }) =>
              [printed.zone, printed.release, `${printed.page} ${pageNumber} / ${totalPages}`].join(" · ")
            }
          />
        </Page>
      ))}
    </Document>
  );
}

function Item({ item }: { item: PrintedItem }) {
  return (
    <View style={styles.item} wrap={item.abstract.length + item.people.join("").length > 1_500}>
      <Text style={styles.time}>{item.time}</Text>
      <View style={styles.what}>
        <Text style={item.quiet ? styles.quiet : styles.name}>{item.title}</Text>
        <Text style={styles.small}>{[item.kind, item.place].filter(Boolean).join(" · ")}</Text>
        {item.abstract !== "" && <Text style={{ marginTop: 2 }}>{item.abstract}</Text>}
        {item.people.map((person) => (
          <Text key={person} style={{ marginTop: 1 }}>
            {person}
          </Text>
        ))}
      </View>
    </View>
  );
}
