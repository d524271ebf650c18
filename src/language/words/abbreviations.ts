/**
 * Abbreviations that end with a full stop but rarely a sentence, in the languages that dossierpress knows; one letter
 * before the stop counts too.
 */
// biome-ignore format: a table
const abbreviations = [
  'vol', 'vols', 'no', 'nos', 'art', 'arts', 'cf', 'e\\.g', 'i\\.e', 'viz', 'vs', 'pp?', 'para', 'paras', 'sec', 'ch', 'fig',
  'figs', 'ed', 'eds', 'al', 'st', 'mr', 'mrs', 'ms', 'messrs', 'gen', 'col', 'sen', 'rep', 'gov', 'capt', 'lt', 'sgt', 'rev',
  'hon', 'approx', 'ca', 'nr', 'bzw', 'z\\. ?B', 'd\\. ?h', 'u\\. ?a', 'usw', 'vgl', 'abs', 'abb', 'bd', 'hrsg', 'ggf', 'inkl',
  'sog', 'ebd', 'mm?', 'mme', 'mlle', 'mgr', 'chap', 'n°', 'éd', 'sr', 'sra', 'srta', 'dn?a', 'núm', 'núms', 'pág', 'págs', 'cap',
  'p\\. ?ej', 'г', 'гг', 'ст', 'тт?', 'п', 'пп', 'см', 'ср', 'табл', 'рис', 'им', 'ул', 'акад', 'доц', 'стр', 'гл', 'разд',
  'т\\. ?е', 'т\\. ?к', 'тыс', 'млн', 'млрд', 'məs', 'səh', 'akad', 'bkz', 'örn', 'sf', 'doç', 'yrd', 'dr', 'prof', 'проф',
  'պրոֆ', 'ակադ', 'դոկտ', 'հմմտ', 'տես', 'թ',
].map(capitalOrNot).join('|')

/** "prof" and "Prof" alike: an abbreviation can begin a sentence. */
function capitalOrNot(pattern: string): string {
  const first = pattern.charAt(0)
  return `[${first}${first.toUpperCase()}]${pattern.slice(1)}`
}

/** A text that ends with an abbreviation and its stop. */
export const abbreviation = new RegExp(`(?:^|[\\s([\u201C\u201E\u00AB"])(?:\\p{Lu}|${abbreviations})\\.$`, 'u')

/**
 * A text that ends with an abbreviation that a number follows, or with one letter, and its stop: "vol. 3". Wider than the
 * list above, because a number behind a stop is seldom more than the number of the thing named.
 */
export const countingAbbreviation =
  /(?:^|[\s(])(?:no|nos|nr|n|p|pp|s|ss|vol|vols|v|art|arts|para|paras|par|sec|sect|ch|chap|cap|fig|figs|tab|pt|ed|op|cit|ibid|bd|abs|abb|kap|t|c|ст|с|стр|т|п|гл|рис|табл|séc|núm|núms|cf|ca|approx|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|\p{L})\.$/iu
