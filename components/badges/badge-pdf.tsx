import { Document, Page, Path, StyleSheet, Svg, Text, View } from "@react-pdf/renderer";
import type { ParticipationClass } from "@/db/enums";
import { type BadgeFormat, classColours, leading, sizeThatFits } from "@/domain/badges/rules";
import { darkRuns } from "./qr";

/** A badge as it is printed: every word already chosen, a text per language of the event where it has several. */
export type PrintedBadge = {
  code: string;
  event: string[];
  when: string;
  courtesyTitle: string;
  name: string;
  functionalTitle: string;
  delegation: string[];
  class: ParticipationClass;
  classWords: string[];
  zones: string;
  zonesWord: string;
};

/** A6, upright, in points. */
const [width, height] = [297.64, 419.53];
const margin = 18;
const inner = width - 2 * margin;
const ink = "#1c2421";
const muted = "#4d5a55";

const styles = StyleSheet.create({
  sheet: { flexDirection: "row", flexWrap: "wrap", color: ink },
  badge: { width, height, position: "relative", overflow: "hidden" },
  cut: { borderRight: "0.5pt dashed #b9b9b9", borderBottom: "0.5pt dashed #b9b9b9" },
  // The hole for the lanyard is punched above it.
  top: { position: "absolute", top: 30, left: margin, width: inner, height: 44 },
  who: {
    position: "absolute",
    top: 78,
    left: margin,
    width: inner,
    height: 172,
    justifyContent: "center",
  },
  words: { flexDirection: "row", flexWrap: "wrap" },
  foot: { position: "absolute", top: 256, left: margin, width: inner, height: 92, flexDirection: "row" },
  code: { width: 92, height: 92 },
  zones: { flex: 1, paddingLeft: 12, justifyContent: "center" },
  band: {
    position: "absolute",
    left: 0,
    bottom: 0,
    width,
    height: 54,
    paddingHorizontal: margin,
    justifyContent: "center",
    color: "#ffffff",
  },
});

/** What is printed in one go. */
export type PrintedBadges = { title: string; format: BadgeFormat; badges: PrintedBadge[] };

/** Badges on paper: four to a sheet of A4, or one to a page of A6. */
export function BadgePdf({ title, family, format, badges }: PrintedBadges & { family: string[] }) {
  const perPage = format === "sheet" ? 4 : 1;
  const pages = Array.from({ length: Math.ceil(badges.length / perPage) }, (_, page) =>
    badges.slice(page * perPage, (page + 1) * perPage),
  );
  return (
    <Document title={title} creator="Plenary" producer="Plenary">
      {pages.map((page) => (
        <Page
          key={page[0]?.code}
          size={format === "sheet" ? "A4" : "A6"}
          style={[styles.sheet, { fontFamily: family }]}
          wrap={false}
        >
          {page.map((badge) => (
            <Badge key={badge.code} badge={badge} cut={format === "sheet"} />
          ))}
        </Page>
      ))}
    </Document>
  );
}

function Badge({ badge, cut }: { badge: PrintedBadge; cut: boolean }) {
  return (
    <View style={cut ? [styles.badge, styles.cut] : styles.badge} wrap={false}>
      <View style={styles.top}>
        {badge.event.map((line) => (
          <Line key={line} text={line} most={11} tall={28 / badge.event.length} />
        ))}
        <Line text={badge.when} most={8} tall={12} color={muted} above={2} />
      </View>
      <View style={styles.who}>
        {badge.courtesyTitle !== "" && <Line text={badge.courtesyTitle} most={12} tall={15} color={muted} />}
        <Line text={badge.name} most={30} tall={84} weight={600} />
        {badge.functionalTitle !== "" && <Line text={badge.functionalTitle} most={12} tall={34} above={5} />}
        {badge.delegation.map((name, index) => (
          <Line
            key={name}
            text={name}
            most={index === 0 ? 17 : 11}
            tall={index === 0 ? 34 : 20}
            weight={index === 0 ? 600 : 400}
            above={index === 0 ? 8 : 2}
          />
        ))}
      </View>
      <View style={[styles.foot, { justifyContent: badge.zones === "" ? "center" : "flex-start" }]}>
        <Code text={badge.code} />
        {badge.zones !== "" && (
          <View style={styles.zones}>
            <Line text={badge.zonesWord} most={8} tall={10} color={muted} side="flex-start" />
            <Line text={badge.zones} most={16} tall={64} wide={inner - 104} weight={600} side="flex-start" />
          </View>
        )}
      </View>
      <View style={[styles.band, { backgroundColor: classColours[badge.class] }]}>
        {badge.classWords.map((word, index) => (
          <Line
            key={word}
            text={word.toUpperCase()}
            most={index === 0 ? 20 : 11}
            tall={index === 0 ? 24 : 14}
            weight={600}
          />
        ))}
      </View>
    </View>
  );
}

type LineProps = {
  text: string;
  most: number;
  tall: number;
  wide?: number;
  weight?: 400 | 600;
  above?: number;
  color?: string;
  side?: "center" | "flex-start";
};

/**
 * A text as large as its place allows, and never larger than is becoming. Each word is set by itself: the renderer breaks
 * a word where one letter of it comes from another face, as in "Szczęśniewski".
 */
function Line({ text, most, tall, wide = inner, weight, above = 0, color, side = "center" }: LineProps) {
  const fontSize = sizeThatFits(text, { width: wide, height: tall }, most);
  return (
    <View style={[styles.words, { justifyContent: side, columnGap: fontSize * 0.25, marginTop: above }]}>
      {text.split(/\s+/).map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text have no other name, and stay.
        <Text key={index} style={{ fontSize, fontWeight: weight, lineHeight: leading, color, flexShrink: 0 }}>
          {word}
        </Text>
      ))}
    </View>
  );
}

/** A QR code as one drawing. */
function Code({ text }: { text: string }) {
  const { size, runs } = darkRuns(text);
  const path = runs.map(({ row, from, length }) => `M${from} ${row}h${length}v1h${-length}z`).join("");
  return (
    <Svg style={styles.code} viewBox={`0 0 ${size} ${size}`}>
      <Path d={path} fill={ink} />
    </Svg>
  );
}
