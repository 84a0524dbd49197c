# SPDX-License-Identifier: EUPL-1.2
"""Words in names of support: what is written short, what another language calls it, what says
nothing about which place it is, and what tells two places apart."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _pairs(written: str) -> Mapping[str, str]:
    return MappingProxyType(dict(pair.split("=") for pair in written.split()))


SHORT = _pairs(
    """st=stichting stg=stichting sticht=stichting ver=vereniging fed=federatie gem=gemeente
    centr=centrum ctr=centrum ctrm=centrum maatsch=maatschappelijk mw=maatschappelijkwerk
    psych=psychologische wijkctr=wijkcentrum wijkc=wijkcentrum bijz=bijzonder alg=algemeen
    ned=nederland gezondh=gezondheid mat=materiele jong=jongeren voorz=voorziening
    verslz=verslavingszorg vz=verslavingszorg"""
)
IN_DUTCH = _pairs(
    """house=huis home=huis shelter=opvang night=nacht day=dag centre=centrum center=centrum
    meeting=ontmoeting place=plek community=buurt neighbourhood=buurt neighborhood=buurt
    debt=schulden debts=schulden schuld=schulden counselling=hulp counseling=hulp
    support=hulp help=hulp hulpverlening=hulp aid=hulp advice=advies care=zorg addiction=verslaving
    recovery=herstel food=voedsel foodbank=voedselbank clothing=kleding
    clothes=kleding women=vrouwen men=mannen youth=jongeren young=jongeren children=kinderen
    family=familie families=familie work=werk language=taal
    bridge=brug door=deur harbour=haven harbor=haven anchor=anker compass=kompas
    lighthouse=vuurtoren garden=tuin hope=hoop street=straat legal=juridisch law=recht
    group=groep self=zelf living=wonen housing=wonen buddy=maatje
    volunteer=vrijwilligers volunteers=vrijwilligers doctor=huisarts clinic=kliniek bicycle=fiets
    kitchen=keuken salvation=leger coffee=koffie table=tafel library=bibliotheek
    workshop=werkplaats second=tweede chance=kans new=nieuw north=noord south=zuid
    east=oost and=en the=de of=van for=voor at=bij with=met"""
)
PHRASES = MappingProxyType({"drop in": "inloop", "walk in": "inloop", "self help": "zelf hulp"})
TAILS = tuple(  # Dutch writes in one word what others write in two: the last part of such a word
    """huis groep groepen project verlening hulp centrum opvang plek punt team bank winkel besteding
    werk zorg kamer cafe adres lijn loket plaats""".split()
)
EMPTY = frozenset(
    """de het een the a an en and van voor bij met te in op aan of for at with stichting vereniging
    bv nv cooperatie foundation association federatie gemeente""".split()
)
GENERIC = frozenset(
    """inloop huis centrum hulp zorg opvang plek ontmoeting groep advies werk dienst punt team
    bijeenkomst zelf herstel spreekuur loket organisatie project welzijn locatie kantoor verslaving
    begeleiding verlening wijk buurt""".split()
)
PLACE = frozenset(  # so many words for a place where you walk in
    "inloop huis centrum buurt wijk plek ontmoeting kamer punt cafe locatie".split()
)
APART = (  # two names that differ in these are of two places
    frozenset("noord zuid oost west centrum midden".split()),
    frozenset("mannen vrouwen meiden jongens".split()),
    frozenset("jongeren volwassenen ouderen senioren kinderen ouders".split()),
    frozenset("dag nacht avond ochtend middag weekend".split()),
    frozenset("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()),
    frozenset("alcohol drugs cannabis gokken gamen ghb medicijnen".split()),
    frozenset("i ii iii iv".split()),
)
ADDED = frozenset(  # a name with one of these on top is that of another service
    """jongeren vrouwen mannen ouderen senioren kinderen ouders familie naasten online
    telefonisch avond nacht weekend zomer
    winter cursus crisis nazorg mantelzorgers studenten""".split()
)
