"""Modal verbs: form, doubling, meaning."""

from __future__ import annotations

from texts.nlp.offline.learner.modal_forms import MODAL_FORMS
from texts.nlp.offline.learner.rules import Rule, table

RULES: tuple[Rule, ...] = (
    Rule(
        id="modal-bare-infinitive",
        explanation="A modal verb is followed by the base form without “to”.",
        example="You must wear a helmet.",
        topic="can-and-cannot",
        rows=table("""
            can|could|must|should|might|may|shall|would not|n't? also|always|only|never|really? to
            .. +VB -> {0} {1} {2} {4} ? tag:0,MD
            will not|n't? to +VB -> {0} {1} {3} ? tag:0,MD
            $subject 'll to +VB -> {0} 'll {3}
            $modal $subject to +VB -> {0} {1} {3} ? question
            can|could|must|should|might|may|shall|will|would|'ll not|n't? also|always|only|never?
            .. <VB.*|NNS>&+VBZ&!needs -> {0} {1} {2} {3:VB} ? tag:0,MD !prevtag:DT|PRP$ !question
            can|could|must|should|might|may|shall|will|would|'ll|ca|wo not|n't?
            .. also|always|only|never? +VBD&!+VB -> {0} {1} {2} {3:VB} ? tag:0,MD !prevtag:DT|PRP$
            can|could|must|should|might|may|shall|will|would|'ll|ca|wo not|n't? <VBG>&!being ->
            .. {0} {1} {2:VB} ? tag:0,MD !prevtag:DT|PRP$ !next:is
            $modal $subject +VBD&!+VB -> {0} {1} {2:VB} ? question !next:,
            $modal $subject <VBZ> -> {0} {1} {2:VB} ? question
            can|could|must|should|might|may|will|would|'ll not|n't? has -> {0} {1} have ? tag:0,MD
            can|could|must|should|might|may|will|would not|n't? is|are|am|was|were -> {0} {1} be ?
            .. tag:0,MD
            can|could|must|should|might|may|will|would not|n't? been -> {0} {1} have been ?
            .. tag:0,MD
        """),
        priority=4,
    ),
    Rule(
        id="modal-perfect",
        explanation="About the past, a modal verb is followed by “have” and the past participle.",
        example="She must have forgotten the date.",
        topic="modals-of-deduction-past",
        rows=table("""
            can|could|must|should|might|may|would not|n't? has|had +VBN -> {0} {1} have {3} ?
            .. tag:0,MD
            should|must|could|might|would not|n't? of +VBN -> {0} {1} have {3} ? tag:0,MD
            must|might|should|could|may not|n't? gone|done|seen|forgotten|taken|eaten|known|been
            ..|written|given|spoken|broken|left|lost|told|bought|thought|brought|made|met|said
            ..|sent|found|won|slept -> {0} {1} have {2} ? tag:0,MD
            can have been|gone|done|seen|forgotten -> could have {2} ? !next:by
            could|should|would|might|must not|n't? have +VBD&!+VBN -> {0} {1} have {3:VBN} ?
            .. tag:0,MD
            could|should|would|might|must not|n't? have go|do|see|take|eat|be|write|speak|know
            ..|tell|give|buy|leave|forget|call|finish|ask -> {0} {1} have {3:VBN} ? tag:0,MD
            $modal $subject has +VBN -> {0} {1} have {3}
        """),
        priority=5,
    ),
    Rule(
        id="two-modals",
        explanation="Two modal verbs cannot stand together: use “be able to” or “have to”.",
        example="I will be able to help you tomorrow.",
        topic="can-and-cannot",
        rows=table("""
            will|'ll|would|may|might|must|should|could|shall not|n't? can|could -> {0} {1} be able
            .. to
            will|'ll|would|may|might|should|can not|n't? must -> {0} {1} have to
            will|would|may|might|must|should|can should|will -> {0} ? tag:0,MD
            =want&!<NN> to? can +VB -> {0} to be able to {3} ? !before:who|anyone|everyone
            to can +VB -> to be able to {2} ? !before:who|anyone|everyone
            to must +VB -> to have to {2}
            did n't can -> could n't
            did n't could -> could n't
            do n't can -> can not
            does n't can -> can not
            did not can|could -> could not
            do|does not can -> can not
            do|does n't must -> must not
            do|does n't|not should -> should not
            ^ do|does $subject can -> can {1}
            ^ did $subject can|could -> could {1}
            ^ do|does @NP can -> can {1}
            ^ do $subject must -> do {1} have to
            ^ does $subject must -> does {1} have to
            ^ do|does|did $subject should -> should {1}
            do|does $subject can -> can {1} ? question
            do $subject must -> do {1} have to
            does $subject must -> does {1} have to
            have|has|had can|could -> {0} been able to
            n't|not have can -> {0} been able to
            used to can -> used to be able to
            going to can -> going to be able to
            going to must -> going to have to
            i|you|we|they|he|she am|is|are|was|were can|must|should -> {0} {2}
            must|should had to -> had to
            $subject|<NN|NNP|NNS> cans|musts|shoulds|wills|mights|coulds +VB -> {0} {1:plain} {2}
        """),
        priority=6,
    ),
    Rule(
        id="ought-to",
        explanation="“Ought” and “have” are followed by “to” and the verb.",
        example="You ought to apologise.",
        topic="should-and-shouldnt",
        rows=table("""
            ought n't|not? +VB -> ought {1} to {2}
            i|you|we|they have|had !+VBN&+VB&go|wear|pay|wait|study|buy|finish|take|leave|wake|get
            ..|call|make|write|clean|cook|do|eat|come|learn|speak|read|see|tell|stay|be -> {0} {1}
            .. to {2} ? !nexttag:NNS !prev:that|which|what|as !has:already|ever|never|just
            he|she has !+VBN&+VB&go|wear|pay|wait|study|buy|finish|take|leave|wake|get|call|make
            ..|write|clean|cook|do|eat|learn|speak|see|tell|stay|be -> {0} has to {2} ?
            .. !prev:that|which|what|as
            need|needs n't|not to be|do|go|worry -> {0} {1} {3} ? !has:do
            =be able +VB -> {0} able to {2} ? pure:2
            =be|'re|'s|'m supposed|allowed|able +VB&do|be|go|come|take|make|say|get|have|leave
            ..|work|smoke|park|drive -> {0} {1} to {2}
            =be|'re|'s able|allowed|supposed to <VBG|VBZ|VBD> -> {0} {1} to {3:VB} ? !tag:3,NN
            i|you|we|they have to <VBG|VBZ>&!being -> {0} have to {3:VB}
            he|she has to <VBG|VBZ>&!being -> {0} has to {3:VB}
        """),
        priority=2,
    ),
    Rule(
        id="must-not-prohibition",
        explanation="“Mustn't” forbids; “don't have to” only says that it is not necessary.",
        example="You mustn't smoke in here; it's forbidden.",
        topic="must-and-have-to",
        rows=table("""
            [ do n't|not have to ] -> must not ? has:forbidden|prohibited|dangerous|illegal|banned
            ..|secret|allowed !has:n't
            you|we|they|i [ do n't|not have to ] +VB -> must n't ? after:forbidden|prohibited
            ..|illegal|banned|dangerous|secret|against
            you|we|they|i [ must n't|not ] +VB -> do n't have to ? after:optional|necessary
            ..|obligatory|compulsory|free|already !after:dangerous !has:forbidden
        """),
        priority=2,
    ),
    Rule(
        id="may-request",
        explanation="To ask somebody to do something use “can you” or “could you”, not “may you”.",
        example="Can you help me with this form?",
        topic="may-might-could-possibility",
        rows=table("""
            ^ [ may ] you please? +VB -> can ? question
            please|, [ may ] you +VB -> can ? question
            ^ [ shall|must ] you +VB me -> can ? question
        """),
    ),
    Rule(
        id="past-obligation",
        explanation="“Must” has no past form: use “had to”.",
        example="Yesterday I had to work late.",
        topic="must-and-have-to",
        rows=table("""
            yesterday ,? $subject [ must ] +VB&!have|be -> had to
            last night|week|month|year|summer|monday|weekend ,? $subject [ must ] +VB&!have|be ->
            .. had to
            ago ,? $subject [ must ] +VB&!have|be -> had to
            $subject [ must ] +VB&!have|be ~5 yesterday -> had to
            $subject [ must ] +VB&!have|be ~5 last night|week|month|year|summer|weekend -> had to
            when $subject was|were ~4 , $subject [ must ] +VB&!have|be -> had to
            $subject|@NP was|were ~3 , so $subject [ must ] +VB&!have|be -> had to
        """),
    ),
    Rule(
        id="past-ability",
        explanation="For an ability in the past use “could”.",
        example="When I was four, I could already read.",
        topic="can-and-cannot",
        rows=table("""
            when @NP was|were ~4 , $subject [ can ] -> could
            when @NP was|were ~4 , $subject [ ca n't ] -> could n't
            yesterday|ago ,? $subject [ can ] -> could
            yesterday|ago ,? $subject [ ca ] n't -> could
            last night|week|month|year|summer|monday|weekend ,? $subject [ can ] -> could
            last night|week|month|year|summer|monday|weekend ,? $subject [ ca ] n't -> could
            $subject [ can ] n't|not? ~6 yesterday -> could
            $subject [ can ] n't|not? ~6 when $subject was|were -> could
            $subject [ ca ] n't ~6 yesterday -> could
            $subject [ ca ] n't ~5 last night|week|year -> could
            @NP was|were so ~2 that $subject [ ca ] n't -> could
            @NP was|were so ~2 that $subject [ can ] not -> could
        """),
    ),
    *MODAL_FORMS,
)
