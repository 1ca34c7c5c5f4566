"""Countable nouns that do not stand in the singular without a determiner."""

from __future__ import annotations

CONCRETE = frozenset(
    "airport apartment app apple aunt baby backpack bag bakery balcony ball balloon banana bank "
    "bathroom battery beach bedroom belt bicycle bike bird biscuit blanket boat book boot bottle "
    "bowl box boy boyfriend bracelet bridge brother brush burger bus button cabin cable cafe café "
    "cake calendar camera candle car carpet carrot castle cat chair charger church cinema city "
    "clock club coat comb computer concert cookie cottage country cousin cow cup cupboard "
    "daughter dentist desk diary dictionary doctor dog doll door drawer dress drone egg elephant "
    "email envelope factory fan farm film flat flower forest fork fountain fridge friend garage "
    "garden gift girl girlfriend glass glove guitar gym hammer hat heater helicopter helmet hill "
    "horse hospital hostel hotel house island jacket kettle key keyboard kitchen knife ladder "
    "lake lamp laptop lawyer leaf lemon letter library lighter lion lorry magazine man map market "
    "meeting message microwave mirror monkey mosque motorbike motorcycle mountain mouse movie "
    "museum necklace neighbour newspaper notebook novel nurse orange oven pan parcel park party "
    "passport pen pencil pharmacy phone photo picnic pig pillow pizza plane plate pocket "
    "policeman policewoman pool postcard poster pot potato present printer pub purse rabbit radio "
    "razor restaurant ring river road robot roof room rope sandwich scarf scooter screen "
    "screwdriver sheep shelf ship shirt shoe shop sister skirt snake sock sofa son song spider "
    "spoon square stadium stamp station statue stranger street suitcase supermarket sweater "
    "tablet taxi teacher television tent theatre thief ticket tie tiger toaster toilet tomato "
    "toothbrush tourist towel tower toy train tram tree truck umbrella uncle van village visa "
    "waiter waitress wall wallet wardrobe watch website wedding window woman".split()
)

ABSTRACT = frozenset(
    "accident account answer appointment chance choice conversation decision dream exam game "
    "headache hobby holiday idea interview invitation job joke lesson mistake opportunity "
    "photograph plan problem promise question reservation secret shower story suggestion surprise "
    "test trip".split()
)

# Countable or not by themselves, countable in the singular once an adjective describes them.
DESCRIBED = frozenset(
    "voice smile place way week weekend life evening morning year view person family "
    "town name number price memory childhood future body face nose sound smell taste colour "
    "feeling result company team student worker player cook driver singer writer swimmer dancer "
    "leader".split()
)

# Places that both speakers know, by the preposition that goes before them.
_PLACES = {
    "on": "sofa floor table wall roof beach bus train plane radio desk shelf chair balcony bridge "
    "moon internet pavement grass stairs",
    "in": "kitchen garden street bathroom bedroom park sky fridge cupboard drawer box car garage "
    "library countryside cinema middle centre center world mountains pool river",
    "at": "station airport supermarket door window cinema theatre bank library museum beach "
    "dentist doctor desk zoo gym corner hairdresser stadium pharmacy market",
    "to": "station airport supermarket cinema theatre bank library museum beach dentist doctor "
    "zoo gym stadium pharmacy market restaurant park office toilet bathroom kitchen garden "
    "hotel door window moon hairdresser countryside mountains village",
    "under": "table bed chair tree car sofa bridge desk",
    "behind": "door house tree sofa wall curtain desk car",
    "near": "station airport supermarket cinema bank library museum beach park river sea lake hotel "
    "door window bridge market village",
    "from": "station airport supermarket library fridge market bakery",
    "into": "kitchen garden river room house car sea water box pool bathroom lake",
    "through": "window door park forest wall",
    "across": "street road river bridge",
    "outside": "house door window cinema station bank",
    "of": "city world room village house country",
}  # fmt: skip
THE_AFTER = {word: frozenset(places.split()) for word, places in _PLACES.items()}
UNIQUE = frozenset(
    "sun moon sky weather world earth pacific atlantic mediterranean government police internet "
    "sea".split()
)
