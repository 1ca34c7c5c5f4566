"""Words that govern a preposition: which one is right and which ones learners put instead."""

from __future__ import annotations


def _governed(source: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Lines ``word right: wrong wrong`` as ``{word: (right, wrong prepositions)}``."""
    table: dict[str, tuple[str, frozenset[str]]] = {}
    for line in source.strip().splitlines():
        head, _, wrong = line.strip().partition(":")
        word, right = head.rsplit(" ", 1)
        table[word] = (right, frozenset(wrong.split()))
    return table


ADJECTIVES = _governed("""
    accustomed to: with at of in
    addicted to: with of in on at by
    afraid of: from by with at
    allergic to: with of against from for at
    annoyed with: on
    ashamed of: for from about by with
    aware of: about on in with
    bored with: from at about
    capable of: for in at
    compatible with: to
    conscious of: about
    convinced of: on for at
    covered with: of from
    crazy about: on of in
    crowded with: of by
    curious about: of for on
    dependent on: of from to with in by at
    different from: of with as
    disappointed with: of for from
    disgusted with: of from for
    envious of: for with to
    equal to: with as
    excited about: of on
    faithful to: with for at of
    familiar with: of about on
    famous for: of by about with
    fed up with: from
    fond of: to with for about on
    frightened of: from
    full of: with by from
    grateful for: of
    guilty of: with from
    hopeless at: in on
    identical to: with as of from
    impressed by: of from about for on
    inferior to: than from of
    interested in: on about of at for with by to
    involved in: on at about
    jealous of: from with about to at for
    keen on: in at about with of for
    keen on to: of
    nervous about: of for from
    obsessed with: of on about for
    opposed to: with against of at
    optimistic about: on of for with
    pleased with: of from on
    popular with: by between
    preferable to: than
    prone to: for of with
    proud of: for with about on from by
    related to: of
    relevant to: of with
    resistant to: against of
    responsible for: of about with on
    rude to: with for at
    satisfied with: of from for on
    scared of: from with
    sensitive to: of for with
    serious about: of on
    shocked by: of from
    sick of: about
    similar to: with as of than from like
    suitable for: to of
    superior to: than from of
    surprised by: of from for with
    suspicious of: for with
    terrified of: from about
    thankful for: of about
    typical of: for with
    unaware of: about
    unhappy with: of from
    upset about: for
    vulnerable to: for of against
    worried about: of with on from
    worthy of: for
""")

NOUNS = _governed("""
    access to: of at on
    attention to: on at
    belief in: on about to
    confidence in: on to at
    cure for: of against to
    decrease in: of
    fear of: from to
    increase in: of
    influence on: to at
    impact on: to at of
    interest in: for on about
    lack of: for from
    passion for: of on to
    preference for: to
    reason for: of
    recipe for: of
    reduction in: of
    substitute for: of to
    invitation to: at
    contribution to: on at
    reaction to: on with at for
    attitude to: with for on
    information about: of
    talent for: to on
    damage to: of at
    improvement in: of
""")

VERBS = _governed("""
    approve of: with about on
    argue about: of
    benefit from: of
    care about: of on with
    collide with: against to
    compete with: to at
    complain about: for on
    comply with: to at
    concentrate on: in at to about with for over
    consist of: from by on at
    cope with: to of about at on for
    crash into: with against to
    deal with: about on
    depend on: of from in at by to with for
    differ from: of
    disagree with: to of from at
    escape from: of
    focus on: in at to about with
    glance at: to on
    insist on: in to at with
    invest in: on at to
    laugh at: of to from
    object to: at against
    participate in: at on to of
    react to: at on
    recover from: of
    refer to: at on about
    rely on: of in at to with for from
    respond to: at on for
    specialise in: on at
    specialize in: on at
    stare at: to
    subscribe to: at in
    suffer from: of by
    sympathise with: to of
    belong to: of at for
    apologise for: of about
    apologize for: of about
    worry about: of on with
    dream of: with on
    smile at: to
    lead to: at
    depend upon: of from
    graduate from: of in at
    congratulate on: for
    believe in: on at
    succeed in: on
    graduated from: of
""")

# Verbs that take their object at once, and the prepositions that learners put between.
DIRECT_VERBS: dict[str, frozenset[str]] = {
    verb: frozenset(wrong.split())
    for verb, _, wrong in (
        line.strip().partition(": ")
        for line in """
        accompany: with to
        affect: on to in
            attend: at in
        avoid: from of to
        beat: to against
        comprise: of
        contact: with to
        control: over on of
        consider: about on
        demand: for
        discuss: about on of over
        disobey: to
        divorce: from with
        emphasise: on
        emphasize: on
        enjoy: of with from
        face: with to
        fear: from of
        follow: to after
        greet: to
        influence: on in to
        inform: to
        invite: to
        join: to with
        kiss: to
        lack: of in
        marry: with to
        mention: about
        obey: to
        oppose: to against
        phone: to
        practise: of
        reach: to at
        regret: about
        remember: about of
        request: for
        resemble: to with
        ring: to
        stress: on about
        suit: to for with
        support: to
        survive: from to
        telephone: to
        thank: to
        trust: to
        understand: to about
        visit: to in at
        """.strip().splitlines()
    )
}

# Verbs that never take their object at once, and the preposition that is missing.
NEEDING: dict[str, str] = {
    "listen": "to",
    "belong": "to",
    "depend": "on",
    "rely": "on",
    "reply": "to",
    "consist": "of",
    "participate": "in",
    "complain": "about",
    "apologise": "for",
    "apologize": "for",
    "insist": "on",
    "agree": "with",
    "disagree": "with",
    "wait": "for",
    "compete": "with",
    "respond": "to",
    "react": "to",
    "knock": "on",
    "arrive": "at",
    "specialise": "in",
    "subscribe": "to",
    "care": "about",
    "vote": "for",
    "apply": "for",
    "stare": "at",
    "dream": "about",
    "hope": "for",
}
