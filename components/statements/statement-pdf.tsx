import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ParagraphKind } from "@/db/enums";
import { numbered } from "@/domain/statements/rules";

/** A statement as it is printed: every word already chosen, for the renderer knows no language. */
export type Printed = {
  language: string;
  family: string[];
  group: string;
  kind: string;
  title: string;
  paragraphs: { id: string; kind: ParagraphKind; text: string }[];
  /** Facts of the adoption, name and value. */
  adoption: [string, string][];
  adoptionTitle: string;
  reservations: { number: number; name: string; text: string }[];
  reservationsTitle: string;
  signatories: { title: string; names: string[] }[];
  signatoriesTitle: string;
  note: string;
  page: string;
};

const ink = "#1c2421";
const styles = StyleSheet.create({
  page: { padding: "22mm 24mm", fontSize: 11, lineHeight: 1.5, color: ink },
  centred: { textAlign: "center" },
  small: { fontSize: 9, color: "#4d5a55" },
  title: { fontSize: 20, fontWeight: 600, textAlign: "center", lineHeight: 1.25, marginVertical: 10 },
  heading: { fontSize: 13, fontWeight: 600, textAlign: "center", marginTop: 16, marginBottom: 8 },
  part: { fontSize: 12, fontWeight: 600, marginTop: 22, marginBottom: 6 },
  row: { flexDirection: "row", marginBottom: 7 },
  number: { width: 26 },
  text: { flex: 1 },
  closing: { fontStyle: "italic", textAlign: "center", marginTop: 16 },
  columns: { flexDirection: "row", flexWrap: "wrap", gap: 14 },
  column: { width: "47%" },
  foot: { position: "absolute", bottom: 30, left: 0, right: 0, textAlign: "center", fontSize: 9 },
});

/** A statement on paper, with page numbers. */
export function StatementPdf(printed: Printed) {
  const { group, kind, title, language, family } = printed;
  return (
    <Document title={title} author={group} language={language} creator="Plenary" producer="Plenary">
      <Page size="A4" style={[styles.page, { fontFamily: family }]} wrap>
        <Text style={[styles.centred, styles.small]}>{`${group} · ${kind}`}</Text>
        <Text style={styles.title}>{title}</Text>
        {numbered(printed.paragraphs).map((paragraph) => (
          <Paragraph key={paragraph.id} paragraph={paragraph} />
        ))}
        <Record printed={printed} />
        <Text
          style={styles.foot}
          fixed
          render={({ pageNumber, totalPages }) => `${printed.page} ${pageNumber} / ${totalPages}`}
        />
      </Page>
    </Document>
  );
}

function Paragraph({ paragraph }: { paragraph: Printed["paragraphs"][number] & { number: string | null } }) {
  const { kind, text, number } = paragraph;
  if (kind === "heading") return <Text style={styles.heading}>{text}</Text>;
  if (kind === "closing") return <Text style={styles.closing}>{text}</Text>;
  return (
    <View style={styles.row}>
      <Text style={styles.number}>{number}</Text>
      <Text style={styles.text}>{text}</Text>
    </View>
  );
}

function Record({ printed }: { printed: Printed }) {
  return (
    <>
      {printed.reservations.length > 0 && <Text style={styles.part}>{printed.reservationsTitle}</Text>}
      {printed.reservations.map((reservation) => (
        <View key={reservation.number} style={styles.row}>
          <Text style={styles.number}>{reservation.number}</Text>
          <Text style={styles.text}>{`${reservation.name}: ${reservation.text}`}</Text>
        </View>
      ))}
      {printed.adoption.length > 0 && <Text style={styles.part}>{printed.adoptionTitle}</Text>}
      {printed.adoption.map(([name, value]) => (
        <Text key={name} style={styles.small}>{`${name}: ${value}`}</Text>
      ))}
      {printed.signatories.length > 0 && (
        <Text style={styles.part} minPresenceAhead={160}>
          {printed.signatoriesTitle}
        </Text>
      )}
      <View style={styles.columns}>
        {printed.signatories.map((column) => (
          <View key={column.title} style={styles.column}>
            <Text style={{ fontWeight: 600 }}>{column.title}</Text>
            {column.names.map((name) => (
              <Text key={name} style={{ fontSize: 10 }}>
                {name}
              </Text>
            ))}
          </View>
        ))}
      </View>
      <Text style={[styles.small, { marginTop: 18 }]}>{printed.note}</Text>
    </>
  );
}
