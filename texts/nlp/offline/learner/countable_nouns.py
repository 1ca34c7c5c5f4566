"""More countable nouns: everyday words whose plural is about as frequent as their singular."""

from __future__ import annotations

THINGS = frozenset(
    "advertisement airplane ankle ant arrow atom automobile banner barrier bean bee beverage "
    "bikini bill billboard boulder boundary bra branch brick brochure browser bulb bunny "
    "butterfly cage calculator calf camel canal carriage cave ceiling chain chapter cheque chick "
    "chimney cigar cigarette classroom cliff clinic cocktail coin column corridor cottage coupon "
    "cradle creature crown curtain cushion dessert device diamond digit dinosaur dish dolphin "
    "donkey dragon drill drum eagle earthquake elevator engine eraser fence ferry fig file "
    "fireplace flag folder footpath fox frog gallery gate ghost giraffe goat gorilla grape "
    "guesthouse gun haircut handbag handkerchief hedge hen hut ingredient insect jar jewel jug "
    "jumper ladder lane lantern leopard lift lizard loan machine mask mat mattress meadow "
    "medal menu monument mosquito motorway mug nail napkin needle nest net "
    "nightclub oak orchard owl packet page painting palace panda parrot path pavement "
    "peanut pear penguin penny photocopy pie pigeon pill pineapple pipe planet plant "
    "platform playground plum pony portrait puddle pump puppet puppy puzzle pyramid quilt "
    "raincoat rat receipt recipe refrigerator ribbon rocket rug ruler sandal sausage scene "
    "seat shark shirt shovel sidewalk sign skeleton skyscraper slipper snack snail "
    "spaceship split squirrel stair stapler stick stool strawberry studio submarine suburb "
    "suite sword symbol syringe tail tank tap target teapot telescope temple tool tooth torch "
    "tractor trailer tray triangle tricycle trolley tube tunnel turtle tyre uniform van vase "
    "vehicle venue verb volcano waterfall wave weapon whale wheel whistle wing wolf workshop worm "
    "yacht zebra zoo".split()
)

PEOPLE = frozenset(
    "accountant acrobat actor adviser agent angel applicant architect artist astronaut athlete "
    "babysitter ballerina banker bishop boss bride businessman buyer captain celebrity champion "
    "chef citizen classmate client clown coach colleague comedian composer consultant consumer "
    "coward cowboy critic customer cyclist daughter dealer detective diplomat director editor "
    "electrician employee employer entrepreneur explorer farmer fisherman flatmate "
    "footballer freelancer friend gardener gentleman goalkeeper grandchild granddaughter "
    "grandfather grandmother grandson guest guide guitarist hacker hairdresser hero "
    "historian hostage hunter inspector instructor inventor journalist judge king knight lady "
    "landlord lecturer liar librarian lifeguard linguist loser lover magician mechanic merchant "
    "millionaire miner monk murderer musician neighbor nephew niece novelist nun officer orphan "
    "owner painter partner passenger peasant photographer pianist pilot pirate plumber "
    "poet politician prince princess prisoner professional professor "
    "programmer psychologist pupil queen receptionist refugee reporter researcher roommate sailor "
    "salesman scientist secretary servant shopkeeper soldier specialist split spouse student "
    "surgeon survivor tailor teammate technician teenager tenant therapist trainer translator "
    "vegan vegetarian veteran victim violinist visitor volunteer voter warrior widow winner witch "
    "witness wizard workmate writer zombie".split()
)

EVENTS = frozenset(
    "adventure apology argument assignment attempt bonus career "
    "ceremony challenge championship chat class "
    "complaint contest contract course deadline deal decade degree disadvantage "
    "disaster discount discussion event excuse exhibition expedition "
    "explanation festival flight friendship goal group habit hint hug injury "
    "journey lecture legend list match melody method miracle moment mood "
    "mystery myth nightmare noun novel obstacle option parade penalty permit "
    "phrase poem possibility prescription presentation prize profession profile program programme "
    "project proverb qualification quarrel quiz race recommendation "
    "rehearsal relationship reply report reputation request reservation response "
    "rule rumour salary scholarship seminar sentence session situation skill "
    "slogan solution split statement strategy subscription summary symptom system "
    "task tattoo team topic tour tournament tragedy "
    "tribe trick victory vocation vote voucher wage walk warning wish word "
    "workout wound".split()
)
