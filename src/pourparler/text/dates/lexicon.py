"""The closed word classes of English time expressions: each word belongs to one class, each class is one character.

A text is scanned into a string of class characters, and the grammar (`pourparler.text.dates.grammar`) is one regular
expression over that string. Names in capitals are classes; `docs/dates.md` lists them for the reader.
"""

from typing import Final

_TABLE: Final = {
    "MON": "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec",
    "DOW": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun",
    "DOWS": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "UNIT": "day week month year decade century fortnight hour minute millennium semester",
    "UNITS": "days weeks months years decades centuries fortnights hours minutes seconds millennia quarters "
    "nights semesters hrs yrs mins",
    "QUARTER": "quarter",
    "WEEKEND": "weekend week-end",
    "WEEKENDS": "weekends",
    "PART": "morning afternoon evening night dawn dusk daybreak lunchtime sunrise sunset nightfall",
    "NOON": "midday noon midnight",
    "PARTS": "mornings afternoons evenings",
    "SEASON": "spring summer autumn fall winter springtime summertime wintertime",
    "TODAY": "today tomorrow yesterday tonight overnight",
    "NUM": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million",
    "ONE": "one",
    "SINGLE": "single",
    "ORD": "first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth hundredth final",
    "SECOND": "second",
    "A": "a an",
    "ANOTHER": "another",
    "FEW": "few several many dozens hundreds thousands numerous multiple",
    "SOME": "some",
    "COUPLE": "couple dozen",
    "HALF": "half",
    "THE": "the",
    "POSS": "its his her their our my your",
    "THIS": "this",
    "THAT": "that",
    "THESE": "these",
    "THOSE": "those",
    "LAST": "last",
    "PAST": "past",
    "NEXT": "next",
    "PREV": "previous preceding prior",
    "FOLL": "following ensuing subsequent",
    "COMING": "coming upcoming forthcoming",
    "SAME": "same",
    "CURRENT": "current",
    "RECENT": "recent",
    "LATEST": "latest",
    "FUTURE": "future",
    "ENTIRE": "entire whole full",
    "AGO": "ago",
    "EARLIER": "earlier",
    "LATER": "later",
    "BEFORE": "before",
    "AFTER": "after",
    "FROM": "from",
    "NOW": "now",
    "SINCE": "since",
    "OF": "of",
    "IN": "in",
    "ON": "on",
    "AT": "at",
    "BY": "by",
    "TO": "to",
    "FOR": "for",
    "AS": "as",
    "WITH": "with",
    "AND": "and",
    "OR": "or",
    "THAN": "than",
    "MORE": "more less fewer",
    "LEAST": "least most",
    "NEAR": "about nearly almost around roughly approximately over under just only well exactly",
    "UP": "up",
    "THROUGH": "through throughout thru",
    "BETWEEN": "between",
    "WITHIN": "within",
    "UNTIL": "until till til",
    "DURING": "during",
    "PER": "per",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "END": "end close",
    "EVE": "eve",
    "START": "start beginning outset opening",
    "MIDDLE": "middle",
    "FREQ": "once twice thrice",
    "ALL": "all",
    "EVERY": "every each",
    "OTHER": "other",
    "RATE": "daily weekly monthly quarterly annual annually yearly hourly nightly biweekly fortnightly biannual",
    "LINE": "row",
    "ROW": "consecutive straight successive running",
    "SORT": "business working trading calendar additional extra further critical",
    "LENGTH": "long short near medium longer immediate foreseeable distant",
    "FISCAL": "fiscal financial",
    "OLD": "old olds",
    "TERM": "term",
    "TIME": "time",
    "MOMENT": "moment",
    "PERIOD": "period",
    "WHILE": "while",
    "ANNIV": "anniversary",
    "OCLOCK": "o'clock o’clock",
    "LOCAL": "local",
    "ZONE": "gmt utc est edt cst cdt mst mdt pst pdt et pt ct cet cest eet eest msk bst ist jst hkt eastern pacific",
    "NOT": "not no never",
    "WAS": "were was",
    "SO": "so very",
    "HOLY": "",
    "REST": "",
}

# Words that stand for a whole expression; the value is the TIMEX3 value.
REFS: Final = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "recently": "PAST_REF",
    "recent": "PAST_REF",
    "lately": "PAST_REF",
    "soon": "FUTURE_REF",
    "shortly": "FUTURE_REF",
}

CODE: Final = {name: chr(0x100 + k) for k, name in enumerate([*_TABLE, "ADV"])}
_SHAPES = (
    "DAY DIGITS YEAR YEAR2 QN NTH DECADE CLOCK ISO SLASH MARK COMMA DASH OPEN CLOSE QUOTE POSSESS BREAK STOP PUNCT X"
)
for _name in _SHAPES.split():
    CODE[_name] = chr(0x180 + len(CODE))

CLASS: Final[dict[str, str]] = {word: CODE[name] for name, words in _TABLE.items() for word in words.split()}
for _word in REFS:
    CLASS.setdefault(_word, CODE["ADV"])

MONTHS: Final = {word: n % 12 + 1 for n, word in enumerate(_TABLE["MON"].split()[:12])}
MONTHS.update({word[:3]: n for word, n in list(MONTHS.items())} | {"sept": 9})
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS: Final = {word: n for n, word in enumerate(_DAYS)}
WEEKDAYS.update({word[:3]: n for n, word in enumerate(_DAYS)} | {word + "s": n for n, word in enumerate(_DAYS)})
WEEKDAYS.update({"tues": 1, "weds": 2, "thur": 3, "thurs": 3})

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
_NUMBERS += "seventeen eighteen nineteen"
NUMBERS: Final = {word: n for n, word in enumerate(_NUMBERS.split())}
NUMBERS.update(
    {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
)
NUMBERS.update({"hundred": 100, "thousand": 1000, "million": 1000000, "a": 1, "an": 1, "single": 1, "another": 1})
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
_ORDINALS += "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
ORDINALS: Final = {word: n for n, word in enumerate(_ORDINALS.split(), start=1)}
ORDINALS.update({"thirtieth": 30, "hundredth": 100, "final": -1, "last": -1})

# TIMEX3 unit letters; a time unit is written after "PT".
UNITS: Final = {
    "day": "D", "night": "D", "week": "W", "fortnight": "F", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
    "century": "CE", "millennium": "ML", "hour": "TH", "minute": "TM", "second": "TS", "weekend": "WE",
    "semester": "H", "hr": "TH", "yr": "Y", "min": "TM",
}  # fmt: skip
UNITS.update({word + "s": letter for word, letter in list(UNITS.items())})
UNITS.update({"centuries": "CE", "millennia": "ML"})

PARTS: Final = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI",
    "midnight": "NI", "dawn": "MO", "dusk": "EV", "daybreak": "MO", "lunchtime": "MI", "sunrise": "MO",
    "sunset": "EV", "nightfall": "NI", "tonight": "NI", "overnight": "NI",
}  # fmt: skip
SEASONS: Final = {
    "spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
    "winter": "WI", "wintertime": "WI",
}  # fmt: skip
RATES: Final = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "annual": "P1Y",
    "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "biweekly": "P2W", "fortnightly": "P2W", "biannual": "P6M",
}  # fmt: skip

# Holidays by their words; the first names the rule in `pourparler.text.dates.holidays`.
_HOLIDAY_NAMES: Final = (
    "christmas eve|christmas day|christmas|boxing day|new year 's eve|new year 's day|new years day|new year 's|"
    "orthodox christmas|easter sunday|easter monday|easter|good friday|thanksgiving day|thanksgiving|halloween|"
    "independence day|labor day|labour day|memorial day|veterans day|valentine 's day|victory day|may day|"
    "bastille day|martin luther king day|columbus day|presidents day|ash wednesday|palm sunday|orthodox easter|"
    "armistice day"
)
HOLIDAYS: Final[dict[str, list[tuple[str, ...]]]] = {}
for _name in _HOLIDAY_NAMES.split("|"):
    HOLIDAYS.setdefault(_name.split()[0], []).append(tuple(_name.split()))
