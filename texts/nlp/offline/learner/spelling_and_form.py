"""Spelling, capital letters and the wrong member of a word family."""

from __future__ import annotations

from texts.nlp.offline.learner.pronoun_forms import PRONOUN_FORMS
from texts.nlp.offline.learner.rules import Rule, table
from texts.nlp.offline.learner.word_spelling import (
    adverb_needed,
    capital,
    inflection_spelling,
    known_misspelling,
)

RULES: tuple[Rule, ...] = (
    Rule(
        id="misspelling",
        explanation="The word is spelled differently.",
        example="I will definitely come.",
        find=known_misspelling,
        priority=3,
    ),
    Rule(
        id="inflection-spelling",
        explanation="The spelling changes when this ending is added.",
        example="She is studying for her exams.",
        find=inflection_spelling,
        priority=2,
    ),
    Rule(
        id="capital-letter",
        explanation="Days, months, languages, nationalities and countries take a capital letter.",
        example="My next exam is on Monday.",
        topic="capital-letters-and-full-stops",
        find=capital,
        priority=-2,
    ),
    Rule(
        id="adverb-of-manner",
        explanation="A verb is described by an adverb, which usually ends in “-ly”.",
        example="My neighbour drives very carefully.",
        topic="adverbs-of-manner",
        find=adverb_needed,
        rows=table("""
            [ real|extreme|incredible|terrible|absolute|complete|total ] good|tired|difficult|easy
            ..|important|expensive|beautiful|nice|hard|happy|cold|hot|big|bad|interesting|boring
            ..|right|different|wrong|impossible -> {0:ly} ? !prevtag:DT prev:is|was|are|were|am|'m
            ..|'s|'re|feel|so
        """),
    ),
    Rule(
        id="irregular-plural",
        explanation="This noun has an irregular plural.",
        example="My aunt has three children.",
        topic="irregular-plurals",
        rows=table("""
            childs|childrens|childrends -> children ? !next:'|play
            tooths|teeths -> teeth
            foots|feets -> feet ? !known:0,foots
            foots -> feet ? prevtag:CD|PRP$|DT
            mans -> men ? prevtag:CD|JJ|DT tag:0,NNS
            womans|womens -> women
            mouses -> mice ? !prev:computer
            sheeps -> sheep
            deers -> deer
            fishs -> fish
            knifes -> knives ? tag:0,NNS
            wifes -> wives
            lifes -> lives
            leafs -> leaves ? prevtag:DT|JJ|CD
            shelfs|shelfes -> shelves
            halfs -> halves
            wolfs -> wolves
            thiefs -> thieves
            potatos -> potatoes
            tomatos -> tomatoes
            heros -> heroes
            persons -> people ? prev:many|two|three|four|five|few|some|several|young|old|of
            gooses -> geese
            policemans -> policemen
            businessmans -> businessmen
            oxes -> oxen
            aircrafts -> aircraft
            offsprings -> offspring
            criterias -> criteria
            phenomenons -> phenomena
        """),
        priority=4,
    ),
    Rule(
        id="negative-prefix",
        explanation="This adjective takes another prefix.",
        example="It is impossible to finish the work in one day.",
        rows=table("""
            unpossible|inpossible|dispossible -> impossible
            unpolite|inpolite|dispolite -> impolite
            unregular|inregular -> irregular
            unlegal|inlegal -> illegal
            unpatient|inpatient -> impatient ? known:0,unpatient
            unperfect|inperfect -> imperfect
            unresponsible -> irresponsible
            uncorrect|discorrect -> incorrect
            uncomplete -> incomplete
            unvisible -> invisible
            undependent -> independent
            unexpensive|disexpensive -> inexpensive
            unmature -> immature
            unmoral -> immoral
            unlogical|inlogical -> illogical
            unhonest|inhonest -> dishonest
            unagree|inagree -> disagree
            unlike -> dislike ? prev:i|we|they|you !next:my|other|most|the|his|many
            inhappy|dishappy -> unhappy
            inusual|disusual -> unusual
            inlucky|dislucky -> unlucky
            infair|disfair -> unfair
            inkind -> unkind
            inhealthy|dishealthy -> unhealthy
            inable -> unable
            disconfortable|discomfortable|incomfortable|uncomfortble -> uncomfortable
            insecured -> insecure
            unsure|insure -> unsure ? known:0,insure prev:am|'m|is|are
            unadequate -> inadequate
            uneffective -> ineffective
            unability -> inability
            unequality -> inequality
        """),
        priority=4,
    ),
    Rule(
        id="word-family",
        explanation="Another member of the word family is needed here: noun, verb or adjective.",
        example="Texting while you drive is very dangerous.",
        rows=table("""
            very|so|too|really|more|extremely|is|are|was|were|'s [ danger ] END -> dangerous ?
            .. !prev:there
            very|so|too|more [ danger|danger ] to|for|because|and|in -> dangerous
            is|are|was|be [ danger ] to|for|because -> dangerous ? !prev:there|in
            .. known:0,is|are|be
            the [ important ] of -> importance
            the [ different ] between -> difference ? !prev:are|is
            a|any|no|big|some|many|main [ different|differents ] between -> difference
            very|so|too|more|really|be|are|were|become|is|was [ success ] END -> successful ?
            .. !prev:a !known:0,is|was|be|are|were|become
            very|so|too|more|really [ success ] -> successful ? !nexttag:NN
            a [ success ] businessman|man|woman|person|company|business|project|career ->
            .. successful
            to|can|will|must [ success ] in|END -> succeed ? !known:0,to
            very|so|too|more|really [ health|beauty|noise|happiness|confidence|hunger|anger
            ..|intelligence|interest|comfort|patience|jealousy|luck|pain|silence|truth|strength
            ..|wealth|wind|sun|cloud|rain|fog|ease|poverty|kindness|sadness|safety|freedom
            ..|difficulty|pride|thirst ] END -> {1:adjective} ? !prev:in|a|the
            very|so|too|more|really [ beauty|noise|difficulty|happiness|importance|health|patience
            ..|safety ] place|city|girl|person|for|to|and|because|in|house|woman|day|food ->
            .. {1:adjective} ? !known:0,more
            =be|'s|'m|'re not|n't [ patience|confidence|happiness|safety|honesty ] END ->
            .. {2:adjective}
            have|has|had|need|with|without|his|her|my [ patient|confident ] END -> {1:noun} ?
            .. !known:0,his|her|my|with
            have|has|had|need|n't|no|much|more|of|great [ confident ] -> confidence ? !prevtag:RB
            .. known:0,have|has|had|no|great|much
            have|has|had|need|no|much|great [ patient ] with|END -> patience ?
            .. known:0,have|has|no|much|great
            in|for|of|his|her|my|about [ safe ] END -> safety ? known:0,his|her|my
            my|his|her|their|the [ believe|believes ] in|that|is|are|about -> belief ?
            .. known:1,believe !prevtag:IN
            a|my|your|good|best|bad|the|right|no|difficult|wrong [ choose|chose ] END -> choice ?
            .. !prev:to !known:0,no
            a|my|your|good|best|bad|the|right|wrong [ choose ] is|for|of|to -> choice
            the [ long|deep|wide|high|strong|warm|hot|poor|free ] of -> {1:noun} ? !next:it
            the [ happy|sad|beautiful|difficult|possible|kind|rich|dangerous|poor|healthy|lonely
            ..|weak|cruel|sick|ill ] of my|the|her|his|this|life|a -> {1:noun}
            a|the|big|great|good [ solve ] to|for|of|END -> solution
            hardly|ca|can|could|to|n't|deep|deeply [ breath ] in|here|well|properly|END|because ->
            .. breathe ? known:0,hardly|ca|can|could|to|n't
            can|could|hardly|to n't|? [ breath ] END -> breathe
            take|took|deep|a|my|your|his|her|out [ breathe ] END -> breath ?
            .. known:0,deep|a|my|your|his|her
            a deep [ breathe ] -> breath
            [ bath ] in the sea|river|lake -> bathe ? prev:to|can
            can|could|you|to|will|please [ advice ] me|us|him -> advise
            =be|'s|'m|'re very|so|really? [ interest ] in|to -> interested ? !prev:of|no|there|in
            .. !known:2,to
            very|so|really [ interest ] book|film|story|place|article|idea|thing -> interesting
            very|so|really [ interest ] END -> interesting ? before:it|this|that|was|is|film|book
            is|was|are very|so|really? [ tire|bore|excite|surprise|confuse|disappoint ] END ->
            .. {2:VBG} ? !has:there|no|a before:it|this|film|book|lesson
            i am|'m|was very|so|really? [ tire|bore|excite|confuse|disappoint|worry|surprise ] ->
            .. {3:VBN} ? !nexttag:NN
            am|'m|is|are|was|very|so [ worry|worries ] about -> worried ? known:1,worry
            [ everyday ] i|we|he|she|they|at|in END? -> every day ? !nexttag:NN
            [ everyday ] END -> every day
            [ every day ] life|english|language|clothes|things|conversation|objects -> everyday ?
            .. !prev:of
            [ some times ] i|we|he|she|they -> sometimes
            [ sometime ] i|we|he|she|they -> sometimes ? first
            [ may be ] i|we|he|she|they|you|it -> maybe ? first
            i|he|she|they|you|we [ maybe ] late|right|wrong|there|able|at|in|tired -> may be
            [ a lot of|alot of|alot ] -> a lot ? known:0,alot
            [ alot ] -> a lot
            [ infront ] -> in front
            [ eachother ] -> each other
            [ aswell ] -> as well
            [ atleast ] -> at least
            [ thankyou ] -> thank you
            [ nevermind ] -> never mind
            [ incase ] -> in case
            [ inspite ] -> in spite
            [ with out ] -> without
            [ in to ] the -> into ? prev:go|went|come|came|get|got|walk|walked|jump|fell|ran
            [ can 't ] -> can't
            the the -> the
            a a -> a
            to to -> to
            of of -> of
            and and -> and
            i i -> i
            my my -> my
            we we -> we
            danger|noise animal|street|dog -> {0:adjective} {1} ? known:0,danger
            the [ die ] of -> death
            since|after my|his|her|their <NN> [ dead|die ] END -> died
            an|the english people -> {0} english person ? known:0,an
            speak|speaks|learn|study|speaking [ germany|france|spain|italy|china|japan|russia
            ..|turkey|korea|portugal|poland ] -> {1:language}
            a|an|the|this|that <JJ>? [ shoes|books|toys|flowers|cars|tickets|vegetables|computers
            ..|stamps|cigarettes|clothes|animals|apples|oranges|trees|students|pictures ] shop
            ..|factory|office|soup|collection|game|juice|lover|house|garden|store|box|machine
            ..|market -> {2:sg} ? !known:2,clothes|animals|students
        """),
        priority=2,
    ),
    *PRONOUN_FORMS,
)
