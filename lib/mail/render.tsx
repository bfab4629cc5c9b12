import { Body, Button, Container, Head, Html, Link, Preview, render, Text } from "@react-email/components";
import type { Locale } from "@/db/enums";

/** What a mail says, before it has a shape. */
export type Letter = {
  locale: Locale;
  /** Who writes: the group's name. */
  from: string;
  subject: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  /** What a reader may do besides: a link at the foot. */
  foot?: { label: string; url: string };
  /** The lines under the text: who the group is and why the mail came. */
  footer: string[];
};

const ink = "#1c2421";
const accent = "#1f5c4a";

/** A mail as HTML and as plain text, from the same words. User text is escaped by React. */
export async function renderLetter(letter: Letter): Promise<{ html: string; text: string }> {
  const html = await render(<Page {...letter} />);
  const action = letter.action ? [`${letter.action.label}:\n${letter.action.url}`] : [];
  const foot = letter.foot ? [`${letter.foot.label}:\n${letter.foot.url}`] : [];
  const text = [...letter.paragraphs, ...action, `-- \n${letter.from}`, ...letter.footer, ...foot].join(
    "\n\n",
  );
  return { html, text: `${text}\n` };
}

function Page({ locale, from, subject, paragraphs, action, foot, footer }: Letter) {
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{paragraphs[0] ?? subject}</Preview>
      <Body
        style={{ backgroundColor: "#ffffff", color: ink, fontFamily: "Georgia, 'Times New Roman', serif" }}
      >
        <Container style={{ maxWidth: "560px", padding: "24px 16px" }}>
          <Text
            style={{
              fontSize: "14px",
              color: accent,
              borderBottom: `1px solid ${accent}`,
              paddingBottom: "8px",
            }}
          >
            {from}
          </Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ fontSize: "16px", lineHeight: "24px", whiteSpace: "pre-line" }}>
              {paragraph}
            </Text>
          ))}
          {action && (
            <Button
              href={action.url}
              style={{ backgroundColor: accent, color: "#ffffff", padding: "12px 20px", fontSize: "16px" }}
            >
              {action.label}
            </Button>
          )}
          {footer.map((line) => (
            <Text key={line} style={{ fontSize: "13px", lineHeight: "19px", color: "#4d5a55" }}>
              {line}
            </Text>
          ))}
          {foot && (
            <Text style={{ fontSize: "13px", lineHeight: "19px", color: "#4d5a55" }}>
              <Link href={foot.url} style={{ color: accent, textDecoration: "underline" }}>
                {foot.label}
              </Link>
            </Text>
          )}
        </Container>
      </Body>
    </Html>
  );
}
