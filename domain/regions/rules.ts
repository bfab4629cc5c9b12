/**
 * The regions of the world as the United Nations counts them (Standard country or area codes for statistical use, M49),
 * in the order of the alphabet. Antarctica stands outside of them.
 */
export const regions = ["africa", "americas", "asia", "europe", "oceania", "antarctica"] as const;
export type Region = (typeof regions)[number];

/**
 * Every code of ISO 3166-1 by its region in M49. Taiwan, which M49 does not list, stands in Asia, where it lies.
 * A test holds the table to all 249 codes.
 */
const codes: Record<Region, string> = {
  africa:
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW",
  americas:
    "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI",
  asia: "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE",
  europe:
    "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA",
  oceania: "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
  antarctica: "AQ",
};

const byCode = new Map(
  regions.flatMap((region) => codes[region].split(" ").map((code) => [code, region] as const)),
);

/** The region a country lies in, by its code; nothing for what is not a code of ISO 3166-1. */
export function regionOf(code: string): Region | undefined {
  return byCode.get(code);
}
