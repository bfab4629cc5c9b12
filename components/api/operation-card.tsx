import { useTranslations } from "next-intl";

type Props = {
  operation: { id: string; path: string };
  /** An address to open, where one can be said without an id. */
  example?: string;
  /** What it can be asked for, with the words that are known where there are only some. */
  parameters: readonly { name: string; values: readonly string[] }[];
};

/** One question of the read API: its address, what it answers, and what it can be asked for. */
export function OperationCard({ operation, example, parameters }: Props) {
  const t = useTranslations("api");
  return (
    <li className="border-rule border-t pt-3 first:border-t-0 first:pt-0">
      <h3 className="text-base">{t(`operations.${operation.id}` as "operations.listEvents")}</h3>
      <p className="mt-1">
        {example ? (
          <a className="link font-mono text-sm" href={example}>
            GET /api/v1{operation.path}
          </a>
        ) : (
          <code className="text-sm">GET /api/v1{operation.path}</code>
        )}
      </p>
      {parameters.length > 0 && (
        <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[7rem_minmax(0,1fr)]">
          {parameters.map(({ name, values }) => (
            <div key={name} className="contents">
              <dt>
                <code>{name}</code>
              </dt>
              <dd className="text-muted">
                {t(`parameters.${name}` as "parameters.kind")}
                {values.length > 0 && (
                  <>
                    {" "}
                    <code className="text-xs">{values.join(", ")}</code>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
