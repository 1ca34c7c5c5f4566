"""Word lists that the rules refer to by name (``$name`` in patterns). Verbs are lemmas."""

from __future__ import annotations

from texts.nlp.offline.learner.nouns import ABSTRACT, CONCRETE


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SETS: dict[str, frozenset[str]] = {
    "countable": CONCRETE | ABSTRACT,
    # Verb patterns
    "gerund": _set(
        "enjoy avoid finish dislike deny consider practise practice risk admit "
        "postpone quit detest recommend suggest imagine fancy resist tolerate delay involve"
    ),
    "infinitive": _set(
        "want hope decide plan promise refuse agree offer expect manage afford learn seem "
        "pretend wish choose fail arrange prepare threaten swear deserve tend hesitate "
        "volunteer attempt struggle"
    ),
    "infinitive_only": _set(
        "want hope decide promise refuse agree offer expect manage afford "
        "pretend fail arrange threaten swear hesitate volunteer attempt"
    ),
    "object_infinitive": _set(
        "advise allow ask encourage expect force forbid invite order permit persuade remind "
        "teach tell warn want convince enable urge"
    ),
    "stative": _set(
        "know want need like believe understand own belong prefer hate "
        "seem contain deserve mean remember love agree recognise recognize suppose possess "
        "exist cost doubt owe"
    ),
    "perception": _set("see hear watch feel notice"),
    "object_pronoun": _set("me him her us them you it"),
    "person_object": _set("me him us them"),
    "subject": _set("i you he she it we they"),
    "third": _set("he she it"),
    "plural_subject": _set("i you we they"),
    "possessive": _set("my your his her its our their"),
    "modal": _set("can could may might must shall should will would 'll"),
    "be": _set("am is are was were be been being 'm 're 's"),
    "finite_be": _set("am is are was were 'm 're 's"),
    "have": _set("have has had having 've"),
    "wh": _set("what where when why who whom which how whose"),
    "day": _set("monday tuesday wednesday thursday friday saturday sunday"),
    "days": _set("mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    "month": _set(
        "january february march april may june july august september october november december"
    ),
    "unit": _set("second minute hour day week month year decade century night semester term"),
    "units": _set("seconds minutes hours days weeks months years decades centuries nights ages"),
    "number": _set(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
        "ninety"
    ),
    # Nouns
    "uncountable": _set(
        "advice information homework housework furniture equipment luggage baggage knowledge "
        "progress research evidence news money traffic weather music luck bread rice "
        "software hardware machinery jewellery jewelry scenery electricity garbage rubbish "
        "happiness patience courage pollution accommodation transportation vocabulary "
        "cutlery underwear mail clothing permission laughter violence employment unemployment "
        "health wealth fun nonsense air sand dust gold mathematics physics poetry "
        "feedback stuff content paperwork sunshine behaviour behavior applause cash dirt "
        "harm leisure livestock parking recreation rain snow lightning thunder"
    ),
    "uncountable_strict": _set(
        "advice information homework housework furniture equipment luggage baggage "
        "progress evidence traffic luck software hardware machinery jewellery jewelry scenery "
        "garbage rubbish patience cutlery underwear clothing electricity accommodation "
        "permission laughter unemployment feedback paperwork sunshine applause weather music "
        "transportation pollution nonsense money"
    ),
    "profession": _set(
        "student teacher doctor engineer nurse lawyer dentist driver waiter waitress cook chef "
        "manager secretary accountant actor actress artist musician singer dancer writer "
        "journalist photographer policeman policewoman firefighter soldier pilot farmer "
        "fisherman mechanic electrician plumber carpenter builder architect designer "
        "programmer developer scientist chemist biologist physicist psychologist "
        "psychiatrist vet veterinarian pharmacist receptionist cleaner hairdresser barber "
        "baker butcher shopkeeper cashier salesman saleswoman businessman businesswoman "
        "tailor translator interpreter guide librarian professor lecturer researcher "
        "consultant analyst technician surgeon paramedic cook judge vegetarian vegan "
        "pensioner millionaire freelancer housewife tourist beginner painter poet sculptor "
        "politician economist therapist midwife babysitter nanny gardener postman bartender "
        "flight-attendant trainee intern apprentice volunteer detective footballer athlete "
        "welder locksmith tutor clerk coach cyclist composer editor banker bookseller barista"
    ),
    "body": _set("hair skin"),
    "language": _set(
        "english spanish french german italian portuguese russian chinese japanese arabic "
        "turkish hindi korean polish dutch greek swedish norwegian danish finnish czech "
        "hungarian ukrainian romanian vietnamese thai urdu bengali persian hebrew mandarin "
        "cantonese catalan"
    ),
    "meal": _set("breakfast lunch dinner supper"),
    "sport": _set(
        "football tennis basketball volleyball golf chess rugby hockey cricket baseball "
        "badminton handball soccer squash"
    ),
    "instrument": _set("piano guitar violin drums flute trumpet saxophone cello harp"),
    "the_country": _set("netherlands philippines maldives bahamas"),
    "plain_country": _set(
        "italy spain france germany portugal russia china japan turkey india brazil mexico "
        "argentina chile peru colombia venezuela ecuador bolivia uruguay paraguay cuba egypt "
        "morocco algeria tunisia libya nigeria kenya ethiopia ghana uganda tanzania england "
        "scotland ireland wales poland hungary romania bulgaria greece sweden norway "
        "denmark finland austria switzerland belgium ukraine croatia serbia slovenia slovakia "
        "iran iraq syria lebanon jordan israel pakistan bangladesh nepal thailand vietnam "
        "malaysia indonesia singapore korea mongolia australia canada africa asia europe "
        "america london paris berlin madrid rome moscow tokyo beijing istanbul cairo lisbon "
        "vienna prague budapest warsaw barcelona amsterdam dubai delhi mumbai bangkok seoul "
        "shanghai sydney toronto boston chicago athens brussels dublin copenhagen stockholm "
        "oslo helsinki kyiv bogota lima quito santiago venice florence milan naples munich"
    ),
    "nationality": _set(
        "spanish italian french german portuguese russian chinese japanese turkish indian "
        "brazilian mexican argentinian american british english arabic polish greek swedish "
        "egyptian moroccan korean thai vietnamese canadian australian african european asian "
        "dutch irish scottish"
    ),
    # Adjectives and adverbs
    "feeling_ing": _set(
        "boring interesting exciting tiring confusing surprising frightening annoying amazing "
        "disappointing embarrassing depressing relaxing shocking worrying satisfying "
        "exhausting terrifying fascinating frustrating"
    ),
    "frequency": _set("always usually often sometimes never rarely seldom frequently ever"),
    "short_adjective": _set(
        "big small tall short long old young new cheap fast slow hard easy happy sad cold hot "
        "warm cool nice rich poor strong weak clean dirty dark light heavy high low deep wide "
        "thin thick fat busy early late near close loud quiet clever simple pretty "
        "funny noisy lazy healthy hungry thirsty angry lucky ugly dry wet safe large great "
        "fine kind smart bright sweet soft tough rough cute wise friendly lovely crazy "
        "tiny tasty spicy narrow sunny cloudy windy rainy quick good bad far calm "
        "brave fresh tight loose smooth sharp shy silly easy heavy scary messy"
    ),
    "one_syllable": _set(
        "big small tall short long old young new cheap fast slow hard cold hot warm cool nice "
        "rich poor strong weak clean dark light high low deep wide thin thick fat late near "
        "loud large great sweet soft tough rough wise quick bright dry wet safe short good bad "
        "far fresh smart"
    ),
    "plural_only": _set(
        "scissors trousers jeans glasses pants shorts clothes sunglasses pyjamas pajamas "
        "headphones tights binoculars goods savings thanks surroundings belongings"
    ),
    "group_plural": _set("people police children men women cattle"),
    "singular_s": _set(
        "news mathematics maths physics economics politics gymnastics athletics measles "
        "darts billiards dominoes draughts mumps rabies diabetes electronics aerobics "
        "linguistics genetics statistics"
    ),
    "indefinite": _set(
        "everyone everybody everything someone somebody something nobody nothing anyone "
        "anybody anything"
    ),
    "quantity_head": _set("quality price list number size colour color cost set box group"),
    "past_time": _set("yesterday"),
    "linking": _set("be seem look feel sound smell taste become get"),
}
