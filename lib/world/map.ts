import { createRequire } from "node:module";
import path from "node:path";
import { type GeoPermissibleObjects, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { digitsOf } from "./codes";

/** A country on the map: its outline, where it has one at this scale, and where it lies. */
export type Shape = {
  d: string | undefined;
  x: number;
  y: number;
  /** Too small to be seen or pointed at: a dot stands for it. */
  dot: boolean;
};

/** The size that everything on the map is drawn in. */
export const size = { width: 1000, height: 487 };

/** Below this many units of width and height a country is a dot. */
const smallest = 9;

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

/** Data of the package, asked of Node, so that a bundler does not carry it about. */
const read = (file: string): World =>
  createRequire(path.join(process.cwd(), "package.json"))(`world-atlas/${file}.json`);

const prepare = () => {
  const coarse = read("countries-110m");
  const land = feature(coarse, coarse.objects.land);
  const projection = geoEqualEarth().fitSize([size.width, size.height], { type: "Sphere" });
  // Whole units are finer than any screen shows; what is rounded alike lies exactly on the land.
  const outline = geoPath(projection).digits(0);
  const countriesOf = (world: World) =>
    new Map(feature(world, world.objects.countries).features.map((country) => [String(country.id), country]));
  return {
    land: outline(land) ?? "",
    outline,
    projection,
    coarse: countriesOf(coarse),
    /** Where the small ones lie, which the coarse map leaves out. */
    finer: countriesOf(read("countries-50m")),
    shapes: new Map<string, Shape | undefined>(),
  };
};

let prepared: ReturnType<typeof prepare> | undefined;

/** The land of the world in one outline, made once per process. */
export function landOutline(): string {
  prepared ??= prepare();
  return prepared.land;
}

/** A country by its two letters; nothing for one that is on no map. */
export function shapeOf(country: string): Shape | undefined {
  prepared ??= prepare();
  if (!prepared.shapes.has(country)) prepared.shapes.set(country, drawn(prepared, digitsOf(country)));
  return prepared.shapes.get(country);
}

function drawn(
  { coarse, finer, outline, projection }: NonNullable<typeof prepared>,
  digits = "",
): Shape | undefined {
  const outlined = coarse.get(digits);
  const place = outlined ?? finer.get(digits);
  const at = place && projection(geoCentroid(place as GeoPermissibleObjects as never));
  if (!at) return undefined;
  const [x, y] = at.map((part) => Math.round(part * 10) / 10) as [number, number];
  if (!outlined) return { d: undefined, x, y, dot: true };
  const [[left, top], [right, bottom]] = outline.bounds(outlined);
  const dot = right - left < smallest && bottom - top < smallest;
  return { d: outline(outlined) ?? undefined, x, y, dot };
}
