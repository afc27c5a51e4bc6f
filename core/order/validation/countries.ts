/** ISO 3166-1 alpha-2: the officially assigned codes. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';
export const COUNTRIES: ReadonlySet<string> = new Set(CODES.split(' '));

/**
 * ISO 3166-2 subdivisions, without the country, of countries whose addresses cannot do without one. Those of others are
 * not judged.
 */
export const SUBDIVISIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    [
      'US',
      'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR UM VI',
    ],
    ['CA', 'AB BC MB NB NL NS NT NU ON PE QC SK YT'],
    ['AU', 'ACT NSW NT QLD SA TAS VIC WA'],
  ].map(([country = '', codes = '']) => [country, new Set(codes.split(' '))]),
);

/**
 * How postal codes are written, by country. Source: Universal Postal Union, "Postal addressing systems in member countries",
 * and the postal code data of Unicode CLDR 26. A country that is not here is not judged.
 */
export const POSTAL_CODES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    '\\d{4}': 'AT AU BE BG CH CY DK HU LI LU NO NZ SI TN ZA',
    '\\d{5}': 'DE EE ES FI FR HR IT MC MX MY RS SM TH TR UA',
    '\\d{6}': 'CN IN KZ RO RU SG',
    '\\d{5}(-\\d{4})?': 'US PR',
    '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d': 'CA',
    'GIR ?0AA|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}': 'GB GG IM JE',
    '\\d{4} ?[A-Z]{2}': 'NL',
    '\\d{3} ?\\d{2}': 'CZ GR SE SK',
    '\\d{2}-\\d{3}': 'PL',
    '\\d{4}-\\d{3}': 'PT',
    '\\d{3}-?\\d{4}': 'JP',
    '\\d{5}-?\\d{3}': 'BR',
    '(?:LV-)?\\d{4}': 'LV',
    '(?:LT-)?\\d{5}': 'LT',
    '\\d{3}': 'IS',
    '[A-Z]\\d[\\dW] ?[A-Z\\d]{4}': 'IE',
    '[A-Z]{3} ?\\d{4}': 'MT',
    '\\d{5}(\\d{2})?': 'IL',
    '\\d{3}(\\d{2,3})?': 'TW',
  }).flatMap(([format, countries]) =>
    countries.split(' ').map((country) => [country, new RegExp(`^(?:${format})$`)] as const),
  ),
);
