"""Tenses, aspect, auxiliaries with the wrong form, conditionals, passives."""

from __future__ import annotations

from texts.nlp.offline.learner.clause_tense import (
    over_regular,
    perfect_ago,
    since,
    stative_progressive,
    yesterday,
)
from texts.nlp.offline.learner.conditionals import CLAUSE_RULES
from texts.nlp.offline.learner.continuous import be_and_base, happening_after_call
from texts.nlp.offline.learner.negation import negative_form
from texts.nlp.offline.learner.rules import Rule, table
from texts.nlp.offline.learner.tense_cues import TENSE_CUES

RULES: tuple[Rule, ...] = (
    Rule(
        id="negative-form",
        explanation="A main verb is made negative with “do not”, “does not” or “did not”.",
        example="She doesn't work here.",
        topic="present-simple-questions-and-negatives",
        find=negative_form,
        priority=2,
    ),
    Rule(
        id="base-after-do",
        explanation="After “do”, “does” and “did” the main verb is in its base form.",
        example="She didn't go to school.",
        topic="past-simple-questions-and-negatives",
        rows=table("""
            do|does|did n't|not always|never|really|usually|even|often|just|ever|still?
            .. <VB.*|NNS>&+VBZ -> {0} {1} {2} {3:VB} ? !glued:3
            do|does|did n't|not always|never|really|usually|even|often|just|ever|still? +VBD&!+VB
            .. -> {0} {1} {2} {3:VB}
            do|does|did n't|not always|never|really|usually|even|often|just|ever|still? <VBG> ->
            .. {0} {1} {2} {3:VB}
            do|does|did n't been -> {0} n't be
            do|does|did $subject not +VBD&!+VB -> {0} {1} not {3:VB}
            do|does|did $subject not +VBZ -> {0} {1} not {3:VB}
            do|does|did $subject always|never|really|usually|even|often|just|ever|still? +VBD&!+VB
            .. -> {0} {1} {2} {3:VB} ? !prev:and|so|but|,
            do|does|did $subject always|never|really|usually|even|often|ever|still? +VBZ&!likes ->
            .. {0} {1} {2} {3:VB} ? question
            does|did $subject likes -> {0} {1} like
            does|did @NP +VBD&!+VB&<VB.*> -> {0} {1} {2:VB} ? question !tag:1,PRP !starts:1,VB
            does|did @NP <VBZ> -> {0} {1} {2:VB} ? question !tag:1,PRP
            did @NP <VBG> -> {0} {1} {2:VB} ? question
            do|does|did $subject <VBG> -> {0} {1} {2:VB} ? question !prev:what|how
        """),
        priority=3,
    ),
    Rule(
        id="participle-after-have",
        explanation="After “have” the perfect needs the past participle.",
        example="They have gone home already.",
        topic="present-perfect-simple",
        rows=table("""
            have|has|'ve|had n't|not|already|just|never|ever|always|also|recently|finally? yet?
            .. +VBD&!+VBN&!+VB -> {0} {1} {2} {3:VBN} ? !next:to
            have|has|had $subject ever|already|never|just? +VBD&!+VBN&!+VB -> {0} {1} {2} {3:VBN}
            have|has|had never|already|just|ever <VB|VBP|NN>&+VB&!+VBN&!+VBD -> {0} {1} {2:VBN} ?
            .. !next:to
            have|has|'ve n't|not +VB&!+VBN&!+VBD -> {0} {1} {2:VBN} ? !reads:2,ADV !nexttag:NN
            .. !tag:2,JJ|DT|RB
            i|we|you|they|he|she have|has|'ve|had already|just|never|ever|finally|always
            .. +VB&!+VBN&!+VBD -> {0} {1} {2} {3:VBN} ? !known:3,breakfast|lunch|dinner|time
            i|we|you|they|he|she have|has always|usually|often|never|sometimes
            .. breakfast|lunch|dinner|time|problems|fun -> {0} {2} {1} {3}
            i|we|you|they 've +VB&!+VBN&!+VBD -> {0} {1} {2:VBN} ? pure:2 !reads:2,NOUN
            i|we|you|they|he|she have|has see|go|do|eat|take|write|speak|know|give|visit|live
            ..|finish|learn -> {0} {1} {2:VBN} ? !nexttag:VBZ
            have|has|had $subject ever|already|never|just|yet? +VB&!+VBN&!+VBD -> {0} {1} {2}
            .. {3:VBN} ? question verblike:3
            have|has $subject ever +VB&!+VBN&!+VBD -> {0} {1} ever {3:VBN}
            have|has|'ve|had been <NN>? went -> {0} gone
            have|has|'ve|'s never|ever|already|just be -> {0} {1} been
            have|has|'ve be -> {0} been ? !prev:to
            i|you|we|they have|'ve|had been|never? <VBG>&!being|been|having|interesting -> {0} {1}
            .. been {3:VBG} ? !has:been !nexttag:NN|NNS tag:3,VBG !next:and known:3,have
        """),
        priority=3,
    ),
    Rule(
        id="seen-without-have",
        explanation="The past participle needs “have”: “I have seen”; or use the past simple.",
        example="I have seen that film twice.",
        topic="present-perfect-simple",
        rows=table("""
            i|we|you|they seen|done|gone|been|eaten|taken|written|known|given|spoken|broken
            ..|forgotten|drunk -> {0} have {1} ? !prev:had|have|has|'ve|as|be|get|having|were|was
            ..|things|is !next:and !prevtag:VB|VBP|VBZ|VBD|MD|IN|VBN
            he|she|it seen|done|gone|been|eaten|taken|written|known|given|spoken|broken|forgotten
            ..|drunk -> {0} has {1} ? !prev:had|have|has|'ve|as|be|get|having|were|was|is
            .. !prevtag:VB|VBP|VBZ|VBD|MD|IN|VBN
            i|we|you|they|he|she begun|sung|swum|rung|drunk -> {0} {1:VBD} ?
            .. !prevtag:VB|VBP|VBZ|VBD|MD|IN|VBN
            i|we|you|they never been|seen|done|eaten|gone -> {0} have never {2} ?
            .. !prev:had|have|'ve|has
            he|she never been|seen|done|eaten|gone -> {0} has never {2} ? !prev:had|have|'ve|has
            i|we|you|they already been|seen|done|eaten -> {0} have already {2}
        """),
    ),
    Rule(
        id="past-with-past-time",
        explanation="With a finished time such as “yesterday” use the past simple.",
        example="Yesterday we went to the cinema.",
        topic="past-simple-irregular-verbs",
        find=yesterday,
    ),
    Rule(
        id="perfect-with-since",
        explanation=(
            "For something that began in the past and still goes on use the present perfect."
        ),
        example="We have lived in this flat since 2019.",
        topic="for-and-since",
        find=since,
        priority=1,
    ),
    Rule(
        id="perfect-with-past-time",
        explanation=(
            "With a finished time such as “ago” or “yesterday” use the past simple, not the "
            "perfect."
        ),
        example="My grandfather died ten years ago.",
        topic="present-perfect-vs-past-simple",
        find=perfect_ago,
        rows=table("""
            when have|has $subject +VBN -> when did {2} {3:VB} ? !has:ever !prev:since
            when have|has @NP +VBN -> when did {2} {3:VB} ? question !prev:since
            what time have|has $subject +VBN -> what time did {3} {4:VB}
        """),
        priority=1,
    ),
    Rule(
        id="stative-verb",
        explanation=(
            "Verbs of state such as “know”, “want” or “own” are not used in the continuous."
        ),
        example="My sister wants a new bicycle.",
        topic="present-continuous",
        find=stative_progressive,
        rows=table("""
            [ is|'s having ] a|an|two|three|four|many|some|big|blue|brown|long|no big|new|small
            ..|large|good|nice|beautiful|old|great? house|car|dog|cat|flat|bike|brother|sister ->
            .. has ? !has:operation
            [ am|are|'m|'re having ] a|an|two|three|four|many|some|no big|new|small|large|good
            ..|nice|beautiful|old|great|younger|older? house|car|dog|cat|flat|bike|brother|sister
            ..|brothers|sisters|cats|dogs|children|cars -> have
            is having $number brothers|sisters|children|cats|dogs|sons|daughters|rooms|eyes -> has
            .. {2} {3}
            am|'m having @NP years -> am {2} years
            [ 'm|am|are|'re loving|liking ] my|the|you|your|to -> {1:VB} ? !has:!
            [ is liking ] -> likes
            i [ 'm|am thinking that ] -> think that
            i [ am|'m hearing ] you|the|a|music -> hear
            [ is meaning ] -> means
            [ are|am meaning ] -> mean
            [ am|'m not remembering ] -> do not remember
            [ am|'m remembering ] -> remember ? !next:when
            this|the|it <NN>? [ is smelling|tasting|sounding|looking ] good|bad|delicious|nice
            ..|great|horrible|wonderful|terrible|strange -> {3:VBZ} ? !tag:1,VB
            it [ is depending ] -> depends
            [ is consisting ] -> consists
            have|has|'ve been knowing|wanting|needing|liking|believing|owning|understanding -> {0}
            .. {2:VBN}
            had been knowing|wanting|needing|liking|owning -> had {2:VBN}
        """),
    ),
    Rule(
        id="habit-continuous",
        explanation="For habits use the present simple, not the continuous.",
        example="I usually get up at six.",
        topic="present-simple",
        rows=table("""
            i [ am|'m usually|often|normally|sometimes|never|rarely|generally <VBG>&!going ] ->
            .. {2} {3:VB} ? !has:when
            we|they|you [ are|'re usually|often|normally|sometimes|never|rarely|generally
            .. <VBG>&!going ] -> {2} {3:VB} ? !has:when
            he|she|it [ is|'s usually|often|normally|sometimes|never|rarely|generally <VBG>&!going
            .. ] -> {2} {3:VBZ} ? !has:when
            @NP [ is usually|often|normally|rarely|generally <VBG>&!going ] -> {2} {3:VBZ} ?
            .. !has:when !tag:0,PRP
            usually|normally|sometimes ,? i [ am|'m <VBG> ] -> {4:VB} ? !next:to
            usually|normally|sometimes ,? he|she [ is|'s <VBG> ] -> {4:VBZ} ? !next:to
            ^ every day|morning|week|evening|night|summer|year|weekend ,? i|we|they [
            .. am|'m|are|'re <VBG> ] -> {5:VB}
            ^ every day|morning|week|evening|night|summer|year|weekend ,? he|she [ is|'s <VBG> ]
            .. -> {5:VBZ}
            i [ am|'m
            .. <VBG>&getting|going|eating|waking|drinking|playing|reading|watching|having|studying|working|doing
            .. ] ~4 every day|morning|week|year|weekend -> {2:VB} ? !has:now !has:these !has:this
            he|she [ is|'s
            .. <VBG>&getting|going|eating|waking|drinking|playing|reading|watching|having|studying|working|doing
            .. ] ~4 every day|morning|week|year|weekend -> {2:VBZ} ? !has:now !has:these !has:this
        """),
        priority=1,
    ),
    Rule(
        id="happening-now",
        explanation="For something that happens at this moment use the present continuous.",
        example="Look! It is snowing.",
        topic="present-continuous",
        rows=table("""
            it [ snows|rains ] -> is {1:VBG} ? after:now|moment
            .. !before:if|when|unless|because|before
            it [ snows|rains ] -> is {1:VBG} ? next:and prevtag:,
            i [ write|work|study|cook|read|watch|wait|drive|eat|do|make|talk|sit|look ] ~6 right?
            .. now|moment END -> am {1:VBG} ? !before:usually !has:always !has:can
            i [ write|work|study|cook|read|watch|wait|drive|eat|do|make|talk|sit|look ] ~6 at the
            .. moment -> am {1:VBG}
            he|she [ writes|works|studies|cooks|reads|watches|waits|drives|eats|does|makes|talks
            ..|sits|sleeps|plays ] ~4 right? now END -> is {1:VBG} ? !has:more !has:less !has:better
            he|she [ writes|works|studies|cooks|reads|watches|waits|drives|eats|does|makes|talks
            ..|sits|sleeps|plays ] ~4 at the moment -> is {1:VBG}
            we|they [ write|work|study|cook|read|watch|wait|drive|eat|do|make|talk|sit|sleep|play
            .. ] ~4 at the moment -> are {1:VBG}
            we|they [ write|work|study|cook|read|watch|wait|drive|eat|do|make|talk|sit|sleep|play
            .. ] ~4 right now -> are {1:VBG}
        """),
    ),
    Rule(
        id="first-time-perfect",
        explanation="After “this is the first time” use the present perfect.",
        example="This is the first time I have eaten sushi.",
        topic="present-perfect-experience",
        rows=table("""
            this|it|that is|'s the|my first|second|third|only time that? i|you|we|they [
            .. am|are|'m|'re ] -> have been ? !nexttag:VBG
            this|it|that is|'s the|my first|second|third|only time that? he|she|it [ is|'s ] ->
            .. has been ? !nexttag:VBG
            this|it|that is|'s the|my first|second|third|last|only time that? i|you|we|they [
            .. <VB|VBP>&+VB&!have|'ve|am|are|'m|'re ] -> have {7:VBN}
            this|it|that is|'s the|my first|second|third|only time that? he|she|it [
            .. <VBZ>&!has|'s|is ] -> has {7:VBN}
            this|it|that is|'s the|my first|second|third|only time that? i|you|we|they [
            .. am|'m|are|'re <VBG> ] -> have {8:VBN}
            this|it|that is|'s the|my first|second|third|only time that? he|she|it [ is|'s <VBG> ]
            .. -> has {8:VBN}
        """),
        priority=2,
    ),
    Rule(
        id="be-and-base",
        explanation="“Be” is followed by an -ing form or a participle, not by the base form.",
        example="She is playing tennis.",
        topic="present-continuous",
        find=be_and_base,
        priority=1,
    ),
    Rule(
        id="now-after-call",
        explanation="For something that happens at this moment use the present continuous.",
        example="Listen! Somebody is singing.",
        topic="present-continuous",
        find=happening_after_call,
    ),
    Rule(
        id="progressive-form",
        explanation="The continuous is “be” and the -ing form.",
        example="She is working today.",
        topic="present-continuous",
        rows=table("""
            i|he|she|we|they|you|it am|is|are|'m|'s|'re|was|were now|still|not? work|study|live
            ..|play|eat|read|wait|talk|go|learn|write|speak|watch|sleep|drive|travel|stay|listen
            ..|sit|try|prepare|cook|think|do|come|drink|sing|walk|swim -> {0} {1} {2} {3:VBG} ?
            .. has:now|moment|today|currently|this|still
            i|he|she|we|they|it <VBG>&!interesting|being|having|boring|according|including
            .. now|right|at -> {0} am {1} {2} ? known:0,i first
            he|she|it <VBG>&!interesting|being|having|boring|according|including now|right -> {0}
            .. is {1} {2} ? first
            we|they <VBG>&!interesting|being|having|boring|according|including now|right -> {0}
            .. are {1} {2} ? first
            i
            .. <VBG>&going|living|working|studying|waiting|looking|learning|writing|reading|trying|using|planning
            .. -> i am {1} ? first
            he|she
            .. <VBG>&going|living|working|studying|waiting|looking|learning|writing|reading|trying|using|planning
            .. -> {0} is {1} ? first
            we|they|you
            .. <VBG>&going|living|working|studying|waiting|looking|learning|writing|reading|trying|using|planning
            .. -> {0} are {1} ? first
        """),
    ),
    Rule(
        id="irregular-past",
        explanation="This verb is irregular.",
        example="My dad bought a new car in March.",
        topic="past-simple-irregular-verbs",
        find=over_regular,
        priority=4,
    ),
    *CLAUSE_RULES,
    *TENSE_CUES,
)
