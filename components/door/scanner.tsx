"use client";

import jsQR from "jsqr";
import { Camera, CameraOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** The browser's own reader of codes, where it has one. */
type Reader = { detect(from: HTMLCanvasElement): Promise<{ rawValue: string }[]> };
declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Reader;
  }
}

/** Pictures a second that are looked at, and their width in pixels. */
const rate = 6;
const width = 640;
/** Milliseconds for which the same code is not told again. */
const quiet = 3000;

type Props = { onCode: (code: string) => void };

/** The camera as a scanner: off until it is asked for, and again when the page is left. */
export function Scanner({ onCode }: Props) {
  const t = useTranslations("door");
  const [on, setOn] = useState(false);
  const [problem, setProblem] = useState<"denied" | "none" | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onCode);
  useEffect(() => {
    told.current = onCode;
  }, [onCode]);

  useEffect(() => {
    if (!on) return;
    const end = new AbortController();
    scan(video, end.signal, (code) => told.current(code)).catch((error: unknown) => {
      setProblem(error instanceof DOMException && error.name === "NotAllowedError" ? "denied" : "none");
      setOn(false);
    });
    return () => end.abort();
  }, [on]);

  return (
    <div className="space-y-3">
      {on && (
        <video
          ref={video}
          muted
          playsInline
          aria-label={t("picture")}
          className="aspect-square max-h-[45dvh] w-full bg-sunken object-cover"
        />
      )}
      <Button
        look={on ? "secondary" : "primary"}
        className="min-h-12 w-full"
        aria-pressed={on}
        onClick={() => {
          setProblem(null);
          setOn(!on);
        }}
      >
        {on ? <CameraOff aria-hidden /> : <Camera aria-hidden />}
        {on ? t("stopScanning") : t("scan")}
      </Button>
      {problem && (
        <div role="alert">
          <Notice tone="warning">{t(`camera.${problem}`)}</Notice>
        </div>
      )}
    </div>
  );
}

/** Looks through the camera until told to end, and tells each code it sees. Rejects where there is no camera to use. */
async function scan(
  video: { current: HTMLVideoElement | null },
  end: AbortSignal,
  onCode: (code: string) => void,
) {
  if (!navigator.mediaDevices) throw new DOMException("no camera", "NotFoundError");
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (end.aborted || !video.current) return stop();
  end.addEventListener("abort", stop);
  video.current.srcObject = stream;
  await video.current.play();
  const canvas = document.createElement("canvas");
  const reader = window.BarcodeDetector && new window.BarcodeDetector({ formats: ["qr_code"] });
  let last = { code: "", at: Number.NEGATIVE_INFINITY };
  while (!end.aborted && video.current) {
    const code = draw(video.current, canvas) ? await read(canvas, reader) : "";
    const at = performance.now();
    if (code && !end.aborted && (code !== last.code || at - last.at > quiet)) {
      last = { code, at };
      onCode(code);
    } else if (code) last.at = at;
    await new Promise((resolve) => setTimeout(resolve, 1000 / rate));
  }
}

/** Draws the present picture; nothing before the first one is there. */
function draw(video: HTMLVideoElement, canvas: HTMLCanvasElement): boolean {
  if (video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return false;
  const scale = Math.min(1, width / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext("2d", { willReadFrequently: true })?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return true;
}

async function read(canvas: HTMLCanvasElement, reader: Reader | undefined): Promise<string> {
  if (reader) {
    const found = await reader.detect(canvas).catch(() => []);
    if (found[0]) return found[0].rawValue;
  }
  const picture = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
  return (picture && jsQR(picture.data, picture.width, picture.height)?.data) ?? "";
}
