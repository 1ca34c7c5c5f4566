"""A verb after a preposition, and infinitives that lack or do not want their “to”."""

from __future__ import annotations

from collections.abc import Iterator

from texts.nlp.offline.learner import forms
from texts.nlp.offline.learner.rules import Edit, Rule, table
from texts.nlp.offline.learner.tokens import Sentence

_BEFORE_GERUND = frozenset("of about without by at in on from with".split())
_GOVERNED_BY = frozenset(
    {"NN", "NNS", "JJ", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "PRP", "IN", "RB"}
)
_OBJECTS = frozenset({"DT", "PRP$", "PRP"})
_NOT_VERBS = frozenset("like please let be said do".split())


def base_after_preposition(sentence: Sentence) -> Iterator[Edit]:
    """ "Tired of wait", "it depends on have time", "thinking about to change"."""
    for index in range(1, len(sentence) - 1):
        word = sentence.low(index)
        if word not in _BEFORE_GERUND or sentence.tag(index - 1) not in _GOVERNED_BY:
            continue
        place = index + 1
        infinitive = sentence.low(place) == "to"
        place += infinitive
        if infinitive and word not in ("of", "without", "from", "with"):
            continue
        if place >= len(sentence) or not _is_base(sentence, place):
            continue
        verb = sentence.tokens[place]
        gerund = forms.verb(verb.verb.lemma, "VBG")
        yield Edit(
            index + 1, place + 1, gerund, f"After the preposition “{word}” use the -ing form."
        )


def _is_base(sentence: Sentence, index: int) -> bool:
    """The word can only be the base form of a verb here."""
    token = sentence.tokens[index]
    if token.lower != token.verb.lemma or token.lower in _NOT_VERBS or token.is_proper:
        return False
    if "VBN" in token.verb.tags or "VBD" in token.verb.tags:
        return False
    known = forms.readings(token.lower)
    if known <= {"VERB", "AUX"}:
        following = sentence.tag(index + 1)
        return token.tag.startswith("VB") or following in _OBJECTS | {"TO", "IN", "RB"}
    return token.tag in ("VB", "VBP") and sentence.tag(index + 1) in _OBJECTS


INFINITIVE_FORMS: tuple[Rule, ...] = (
    Rule(
        id="base-after-preposition",
        explanation="After a preposition the verb takes the -ing form.",
        example="I am tired of waiting.",
        topic="verb-preposition-combinations",
        find=base_after_preposition,
    ),
    Rule(
        id="infinitive-form",
        explanation="Here the verb stands in the infinitive with “to”.",
        example="She told me to study harder.",
        topic="verb-object-infinitive-patterns",
        rows=table("""
            too <JJ|RB> for drive|walk|work|play|swim|run|cook|dance|sleep|talk|drink|travel|vote
            ..|study|help|eat|go|do|buy|see|be|have|use|wear|carry|read|understand|marry|move|stay
            .. -> too {1} to {3} ? !nexttag:IN
            <JJ> enough for drive|walk|work|play|swim|run|cook|dance|sleep|travel|vote|study|eat|go
            ..|do|buy|see|be|have|use|wear|carry|read|reach|understand -> {0} enough to {3}
            =invite me|him|us|them|her|you for dine|eat|drink|dance|play|go|come|see|visit|have ->
            .. {0} {1} to {3}
            <PRP|NN|NNS|NNP|JJ|RB|VBD|VBP> for +VB&!be -> {0} to {2} ? pure:2 !reads:2,NOUN
            .. !reads:2,ADJ !reads:2,ADV !nexttag:VBZ|VBD
            told|asked|advised|wanted|allowed|invited|persuaded|encouraged|forced|reminded|warned
            ..|taught me|him|us|them|her <VB|VBP|NN>&+VB&!help|work|time|news|music|like|stuff|love
            .. <RB|DT|PRP|PRP$|TO|JJR|RBR> -> {0} {1} to {2} {3} ? !nexttag:VBZ|VBD|VBP|MD
            .. !known:3,was|is
            told|asked|advised|wanted|allowed|invited|persuaded|encouraged|forced|reminded|warned
            .. me|him|us|them|her wait|study|work|stop|call|smoke|drive|rest|relax|try|leave|stay
            ..|sleep|hurry|shut|move|sit|dance|play|cook|clean END -> {0} {1} to {2} ?
            .. !known:0,asked
            advised|allowed|asked|told|invited|encouraged|persuaded|forced|warned|advise|allow|ask
            ..|tell|invite|encourage|persuade|force|advises|allows|wants|taught
            .. me|him|us|them|her|you|people <VBG> -> {0} {1} to {2:VB} ? !known:0,taught|wants
            it takes|took|will|takes take? me|him|her|us|them|you|people?
            .. an|a|two|three|ten|five|long|many|several|$number|<CD>
            .. hour|day|minutes|hours|days|year|time|years|weeks|week|months|month? <VBG> -> it {1}
            .. {2} {3} {4} {5} to {6:VB}
            =learn|=begin|=start|=continue|=manage|=try|=want|=need|=like|=hope|=decide|=plan
            ..|=forget|able|going|ready|how to <VBG>&!being|clothing|training|building -> {0} to
            .. {2:VB} ? !nexttag:NN|NNS|VBZ|VBP known:0,learn|learned|learning|learnt|begin|began
            ..|start|started|continue|manage|managed|try|tried|want|wants|need|needs|like|likes|hope
            ..|decided|plan|forget|able|how|wanted|needed|decide|hopes
            learning|learn|learned|want|wants|need|needs|try|able|like to <VBG> takes|is|was -> {0}
            .. to {2:VB} {3}
            able|unable|ready|willing swim|drive|walk|work|help|play|talk|run|dance|cook|do|go|come
            ..|speak|read|write|see|hear|find|understand|answer|buy|pay|leave|start|finish|sleep
            ..|travel|study|open|use|get|make|take|have|be -> {0} to {1} ? !prev:more|less
            i|we|you|they|he|she|n't|not|really|also|only needs|need|needed <VB|VBP|NN>&+VB
            .. <DT|PRP|PRP$|TO|IN|RB> -> {0} {1} to {2} {3} ? pure:2 !reads:2,NOUN !reads:2,ADJ
            do|does|did $subject need|want|have|plan|hope|like bring|go|buy|take|pay|do|see|get|eat
            ..|make|come|leave|speak|know|write|tell|give|find|wait|sleep|study|drive|learn|stay ->
            .. {0} {1} {2} to {3} ? question !next:of
            important|necessary|good|better|difficult|easy|possible|nice|useful that to -> {0} to
            =get my|his|her|our|their <NN> +VB&help|do|clean|cook|wash|come|go|drive|fix|repair
            ..|write|make|take -> {0} {1} {2} to {3} ? person:2 !tag:0,VBN
            in spite of|despite to +VB -> {0} {1} {2} {4:VBG}
            insist|insists|insisted|succeed|succeeded|believe|believes in|on to +VB -> {0} {1}
            .. {3:VBG}
            thinking|think|thinks|talking|talk|worried|excited|nervous|happy|sad|crazy|serious|dream
            ..|dreaming|dreams about to +VB -> {0} about {3:VBG}
            thinking|think|thinks|dream|dreaming|dreams|capable|afraid|fond|tired|proud|sick
            .. of to +VB -> {0} of {3:VBG}
            interested|good|bad in|at to? learn|study|work|travel|play|read|cook|draw|swim|dance
            ..|sing|write|visit|help -> {0} {1} {3:VBG} ? !nexttag:NN
            used to <VBG>&playing|living|working|going|smoking|having|being|eating|studying|reading
            ..|watching|swimming -> used to {2:VB} ? prev:i|he|she|we|they|you has:when|child|young
            ..|ago|but|past|school|years
            would|'d like <VBN|VBD>&!been|had -> {0} like to {2:VB} ? tag:2,VBD|VBN !next:by
            =would|'d like|love|prefer that you|he|she|they|him -> {0} {1} {3:obj} to
            want|wants|wanted that you|he|she|they|we <VB|VBP> -> {0} {2:obj} to {3}
            suggest|suggested|suggests|recommend|recommended|recommends to +VB -> {0} {2:VBG}
            =make|=let me|him|her|us|them <VBG> -> {0} {1} {2:VB} ? !has:angry !tag:0,VBN
            .. known:0,let|lets|made|makes
            dislike|dislikes|enjoy|enjoys|enjoyed|avoid|mind|finish|finished|keep|keeps|kept|practise
            ..|practice|imagine|consider|miss|risk read|swim|dance|cook|travel|play|run|drive|sleep
            ..|walk|study|listen|sing|write|eat|wait|speak|clean|go|do|make|have|be|talk|work|shop
            .. <IN|TO|DT|RB|PRP$|.|NN|NNS|NNP> -> {0} {1:VBG} {2} ?
            .. !known:0,finish|finished|practice|risk|keep|keeps|kept|miss !prevtag:DT
            keep|keeps|kept ask|tell|talk|say|make|do|call|think|send|write|forget|lose|try|go -> {0}
            .. {1:VBG} ? !next:to|-
            no use|good|point to +VB -> no {1} {3:VBG} ? !known:1,point|good
            ca|could n't stand|help|bear to +VB -> {0} n't {2} {4:VBG} ? !known:2,bear|stand
            =have difficulty|trouble|problems|fun|difficulties in? +VB -> {0} {1} {3:VBG} ? pure:3
            .. !reads:3,NOUN
            it is|was|'s worth to|of +VB|<VBG> -> it {1} worth {4:VBG}
            before|after|when|while +VB -> {0} {1:VBG} ? pure:1 !reads:1,NOUN !reads:1,ADJ
            .. known:0,before|after !nexttag:VBZ|VBD
            by +VB -> by {1:VBG} ? pure:1 !reads:1,NOUN !reads:1,ADV
            without to? +VB -> without {2:VBG} ? pure:2 !reads:2,NOUN
        """),
    ),
)
