import { Fragment } from "react";
import { type Inline, readInline } from "@/domain/statements/inline/rules";

/** The words of a paragraph with what stands in them: emphasis, links, footnotes, and brackets as drafters write them. */
export function InlineWords({ text }: { text: string }) {
  return <Nodes nodes={readInline(text).nodes} />;
}

function Nodes({ nodes }: { nodes: Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place.
  return nodes.map((node, index) => <Node key={index} node={node} />);
}

function Node({ node }: { node: Inline }) {
  if (node.kind === "text") return node.text;
  if (node.kind === "emphasis") {
    return (
      <em>
        <Nodes nodes={node.children} />
      </em>
    );
  }
  if (node.kind === "link") {
    return (
      <a className="link" href={node.href} rel="noreferrer">
        <Nodes nodes={node.children} />
      </a>
    );
  }
  if (node.kind === "footnote") {
    return (
      <small>
        {" ("}
        <Nodes nodes={node.children} />)
      </small>
    );
  }
  return (
    <span className="bg-warning-soft">
      [
      {node.options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the options of a bracket have no identity but their place.
        <Fragment key={index}>
          {index > 0 && " / "}
          {option.length === 0 ? "—" : <Nodes nodes={option} />}
        </Fragment>
      ))}
      ]
    </span>
  );
}
