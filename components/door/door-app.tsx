"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Guest } from "@/domain/check-ins/rules";
import { now as clock } from "@/lib/clock";
import { dayIn } from "@/lib/time";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { ConflictsList } from "./conflicts-list";
import { DevicePanel } from "./device-panel";
import { GuestAnswers } from "./guest-answers";
import { type Found, hashOfCode, presence, whose } from "./people";
import { PersonCard } from "./person-card";
import { Scanner } from "./scanner";
import { SearchBox } from "./search-box";
import { StateBar } from "./state-bar";
import { type DoorEvent, useDoor } from "./use-door";

const deviceKey = "plenary-door-device";

type Props = { base: string; event: DoorEvent; signIn: string };

/** The door on a telephone: scan or search, see who it is, let them in; with and without a network. */
export function DoorApp({ base, event, signIn }: Props) {
  const t = useTranslations("door");
  const [device, setDevice] = useState("");
  useEffect(() => setDevice(localStorage.getItem(deviceKey) ?? ""), []);
  const door = useDoor(base, event, device);
  const [shown, setShown] = useState<Found | null>(null);
  const [refusal, setRefusal] = useState<"void_badge" | "not_approved" | null>(null);
  const { known, queue } = door;
  const present = presence(known?.now ?? null, queue, dayIn(clock(), event.zone), event.zone);

  const show = (found: Found) => {
    setRefusal(null);
    setShown(found);
  };
  const onCode = async (code: string) => {
    const badge = await hashOfCode(code);
    if (known) show(whose(known, badge));
  };
  // A badge that is printed after the list was fetched is known as soon as the list is.
  const current = shown?.kind === "unknown" && known ? whose(known, shown.badge) : shown;
  const onNote = (guest: Guest, badge: string | null) => async (kind: "in" | "undo") => {
    const outcome = await door.note(kind, guest.id, kind === "in" ? badge : null);
    const why = outcome?.result === "refused" ? outcome.why : "";
    setRefusal(why === "void_badge" || why === "not_approved" ? why : null);
  };
  const guest = current && current.kind !== "unknown" ? current.guest : undefined;
  return (
    <div className="space-y-6">
      <StateBar door={door} present={present.size} zone={event.zone} signIn={signIn} />
      {known && (
        <>
          {current && (
            <div className="space-y-3">
              {guest && (
                <PersonCard
                  key={guest.id}
                  guest={guest}
                  zones={known.list.zones[guest.class] ?? ""}
                  zone={event.zone}
                  since={present.get(guest.id)}
                  obstacle={current.kind === "bad" ? current.why : refusal}
                  photo={guest.photo && !door.offlineSince ? `${base}/photo/${guest.id}` : null}
                  onNote={onNote(guest, current.kind === "guest" ? current.badge : null)}
                >
                  {!door.offlineSince && <GuestAnswers base={base} id={guest.id} />}
                </PersonCard>
              )}
              {current.kind === "bad" && !guest && (
                <div role="alert">
                  <Notice tone="danger" title={t(`obstacles.${current.why}`)} />
                </div>
              )}
              {current.kind === "unknown" && (
                <UnknownBadge
                  offline={door.offlineSince !== null}
                  onLook={() => door.sync()}
                  onLetIn={async () => {
                    await door.note("in", null, current.badge);
                    setShown(null);
                  }}
                />
              )}
              <Button look="quiet" size="small" onClick={() => setShown(null)}>
                {t("close")}
              </Button>
            </div>
          )}
          <Scanner onCode={onCode} />
          <SearchBox
            guests={known.list.guests}
            present={present}
            onShow={(one) => show({ kind: "guest", guest: one, badge: null })}
          />
          <ConflictsList
            door={door}
            zone={event.zone}
            onShow={(one) => show({ kind: "guest", guest: one, badge: null })}
          />
        </>
      )}
      {!door.ready && <p role="status">{t("loading")}</p>}
      <DevicePanel
        door={door}
        zone={event.zone}
        device={device}
        onName={(name) => {
          localStorage.setItem(deviceKey, name);
          setDevice(name);
        }}
      />
    </div>
  );
}

type UnknownProps = { offline: boolean; onLook: () => void; onLetIn: () => Promise<void> };

/** A badge that the list does not know: of another event, or printed since the list was fetched. */
function UnknownBadge({ offline, onLook, onLetIn }: UnknownProps) {
  const t = useTranslations("door");
  return (
    <div role="alert">
      <Notice tone="danger" title={t(offline ? "unknown.offline" : "unknown.online")}>
        <p>{t(offline ? "unknown.offlineText" : "unknown.onlineText")}</p>
        <Button size="small" className="mt-2" onClick={offline ? onLetIn : onLook}>
          {t(offline ? "unknown.letIn" : "unknown.look")}
        </Button>
      </Notice>
    </div>
  );
}
