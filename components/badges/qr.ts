import QRCode from "qrcode";

/** A QR code as its dark runs, row by row: where each begins, and how many squares long it is. */
export function darkRuns(text: string): {
  size: number;
  runs: { row: number; from: number; length: number }[];
} {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const runs: { row: number; from: number; length: number }[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const from = column;
      while (column < modules.size && modules.get(row, column)) column++;
      if (column > from) runs.push({ row, from, length: column - from });
    }
  }
  return { size: modules.size, runs };
}
