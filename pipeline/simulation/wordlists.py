"""Words that names and answers are made of, collected for this project."""


def _words(text: str, separator: str = " ") -> tuple[str, ...]:
    return tuple(text.split(separator))


WOMEN = _words(
    "Anna Maria Helen Clara Ingrid Sofia Teresa Margaret Alice Emma Julia Laura Nora Olivia Rachel Sarah "
    "Hannah Irene Judith Karen Linda Monica Natalie Patricia Rebecca Susan Victoria Elena Greta Astrid "
    "Birgit Carmen Diana Edith Eva Frances Gloria Harriet Isabel Joan Katherine Lucy Martha Nina Olga "
    "Paula Rosa Silvia Ursula Vera"
)
MEN = _words(
    "Peter Thomas Martin David Michael Robert William Henry George Edward Albert Arthur Charles Daniel "
    "Eric Frank Gustav Harold Ivan Jacob Karl Leonard Marcus Nicholas Oscar Paul Richard Samuel Stephen "
    "Theodore Victor Walter Andrew Benjamin Christopher Erik Felix Gerald Hugo Isaac James Joseph Louis "
    "Matthew Nathan Oliver Philip Simon Timothy Vincent"
)

# A family name is consonants, vowel, consonants, vowel, ending; endings begin with a consonant. Runs of
# vowels and consonants can be read off a name in one way only, so different parts make different names.
ONSETS = _words("B Br C D Dr F G Gr H J K Kr L M N P Pr R S St T Tr V W Th Sh Bl Kl")
VOWELS = tuple("aeiou")
MIDDLES = _words("b d f g k l ll m n nd nn p r rr rt s ss t tt v z lk lm rv")
ENDINGS = _words(
    "nsen lsson ndt rman ck "
    "rsky wski czyk nko vets "
    "tti lli ni rdo zzi "
    "rez ndez lgado sta rra "
    "rton ley ford well by "
    "ndu lam thi ran desh "
    "gawa moto shita zaki naka "
    "rov nov lev chuk kin"
)
CULTURES = 8
"""Endings come in CULTURES rows of equal length; a name's row can give its bearer's nationality away."""

COUNTRY_ENDINGS = _words("ria via nia lia stan land mark dor dia mora")
TOWN_ENDINGS = _words("burg ton ville mouth haven field bridge stead port wick")
COMPANY_WORDS = _words(
    "Industries Systems Foods Energy Motors Airlines Pharmaceuticals Logistics Software Electronics "
    "Chemicals Textiles Holdings Records Publishing Shipyards Instruments Robotics Steelworks Insurance"
)
ADJECTIVES = _words(
    "Silent Crooked Golden Hidden Broken Distant Hollow Quiet Scarlet Frozen Restless Patient Burning "
    "Painted Drowned Borrowed Empty Gentle Iron Paper Wooden Velvet Bitter Crystal Narrow Northern Amber "
    "Wandering Second Last Seventh Sleeping Violet Salted Copper Folded Unsent Stolen Pale Secret"
)
NOUNS = _words(
    "Harbour Orchard Lantern Staircase Garden Mirror River Island Clock Letter Bridge Window Meadow "
    "Lighthouse Compass Cathedral Violin Winter Harvest Forest Kingdom Carnival Ladder Station Archive "
    "Balcony Canal Furnace Gallery Hourglass Inheritance Journey Keyhole Labyrinth Mountain Notebook "
    "Observatory Passenger Quarry Theatre"
)
CITIES = _words(
    "Amsterdam,Athens,Barcelona,Belgrade,Berlin,Bern,Birmingham,Bologna,Boston,Bratislava,Bremen,Brussels,"
    "Bucharest,Budapest,Buenos Aires,Cairo,Cape Town,Chicago,Cologne,Copenhagen,Cork,Cracow,Dallas,Delhi,"
    "Denver,Detroit,Dresden,Dublin,Edinburgh,Florence,Frankfurt,Gdańsk,Geneva,Genoa,Ghent,Glasgow,"
    "Gothenburg,Graz,Hamburg,Hanover,Helsinki,Houston,Istanbul,Jakarta,Johannesburg,Kyoto,Lagos,Lausanne,"
    "Leeds,Leipzig,Lima,Linz,Lisbon,Liverpool,Ljubljana,London,Los Angeles,Lyon,Madrid,Malmö,Manchester,"
    "Manila,Marseille,Melbourne,Miami,Milan,Minsk,Montreal,Moscow,Mumbai,Munich,Nairobi,Naples,Nuremberg,"
    "Odessa,Osaka,Oslo,Ottawa,Palermo,Paris,Perth,Philadelphia,Pisa,Porto,Prague,Quito,Riga,Rome,"
    "Rotterdam,Salzburg,San Francisco,Santiago,Sarajevo,Seattle,Seoul,Seville,Shanghai,Sheffield,Sofia,"
    "Stockholm,Strasbourg,Stuttgart,Sydney,Tallinn,Tokyo,Toronto,Toulouse,Trieste,Turin,Uppsala,Utrecht,"
    "Valencia,Vancouver,Venice,Vienna,Vilnius,Warsaw,Wellington,Zagreb,Zürich,Adelaide,Antwerp",
    separator=",",
)
NATIONALITIES = _words(
    "German French Italian Spanish British Indian Japanese Russian American Swedish Norwegian Danish Dutch "
    "Belgian Swiss Austrian Polish Hungarian Romanian Bulgarian Greek Turkish Egyptian Nigerian Kenyan "
    "Canadian Mexican Brazilian Chilean Peruvian Australian Finnish Irish Icelandic Portuguese Ukrainian "
    "Croatian Serbian Ethiopian Chinese"
)
COUNTRIES = _words(
    "Germany,France,Italy,Spain,United Kingdom,India,Japan,Russia,United States,Sweden,Norway,Denmark,"
    "Netherlands,Belgium,Switzerland,Austria,Poland,Hungary,Romania,Bulgaria,Greece,Turkey,Egypt,Nigeria,"
    "Kenya,Canada,Mexico,Brazil,Chile,Peru,Australia,Finland,Ireland,Iceland,Portugal,Ukraine,Croatia,"
    "Serbia,Ethiopia,China",
    separator=",",
)
"""The countries of NATIONALITIES, in the same order: the keys of nationalities."""
OCCUPATIONS = _words(
    "architect,painter,physicist,chemist,botanist,novelist,poet,sculptor,engineer,surgeon,historian,"
    "philosopher,mathematician,astronomer,geologist,composer,violinist,pianist,conductor,photographer,"
    "journalist,lawyer,economist,biologist,linguist,translator,teacher,librarian,actor,dancer,singer,"
    "playwright,illustrator,designer,explorer,diplomat,judge,pharmacist,cartographer,entomologist",
    separator=",",
)
AWARDS = ("Medal", "Prize", "Award", "Fellowship")
MONTHS = _words(
    "January,February,March,April,May,June,July,August,September,October,November,December",
    separator=",",
)
