"""What follows a verb: gerund, infinitive, object and infinitive, bare form."""

from __future__ import annotations

from texts.nlp.offline.learner.infinitives import INFINITIVES
from texts.nlp.offline.learner.rules import Rule, table
from texts.nlp.offline.learner.verb_forms_after import INFINITIVE_FORMS

RULES: tuple[Rule, ...] = (
    Rule(
        id="gerund-after-verb",
        explanation="After this verb use the -ing form, not the infinitive with “to”.",
        example="I enjoy cooking for my friends.",
        topic="verb-plus-gerund",
        rows=table("""
            =$gerund&!<VBN|NN|NNS|JJ> to +VB -> {0} {2:VBG}
            # “{0}” is followed by the -ing form.
            have|has|had|'ve|'s|'d|n't|not|just|already|finally|never enjoyed|avoided|finished
            ..|denied|considered|practised|practiced|missed to +VB -> {0} {1} {3:VBG} ?
            .. !before:was|were|is|are|be|been
            # “{1}” is followed by the -ing form.
            =enjoy|avoid|finish|dislike|fancy|deny|risk|postpone|practise +VB&!like -> {0} {1:VBG}
            .. ? pure:1 !reads:1,NOUN !tag:0,NN|NNS|JJ
            # “{0}” is followed by the -ing form.
            =mind&<VB.*>&!<VBN>&!minded to +VB -> {0} {2:VBG}
            # “Mind” is followed by the -ing form.
            =keep&<VB.*> to +VB&do|work|talk|say|try|walk|play|study|make|ask|tell|think|call
            ..|learn -> {0} {2:VBG}
            # “Keep” in the sense of “continue” is followed by the -ing form.
            =give up to +VB -> {0} up {3:VBG} ? verblike:3
            # After “give up” use the -ing form.
            =carry on to +VB -> {0} on {3:VBG} ? verblike:3
            # After “carry on” use the -ing form.
            =put off to +VB -> {0} off {3:VBG} ? verblike:3
            # After “put off” use the -ing form.
            ca|could|can n't|not stand|help|resist to +VB -> {0} {1} {2} {4:VBG}
            # After “can't {2}” use the -ing form.
            =feel like to +VB -> {0} like {3:VBG}
            # After “feel like” use the -ing form.
            =feel like +VB -> {0} like {2:VBG} ? pure:2 !reads:2,NOUN
            # After “feel like” use the -ing form.
            worth to +VB -> worth {2:VBG}
            # After “worth” use the -ing form.
            =be|'s busy to +VB -> {0} busy {3:VBG} ? !prev:too
            # After “busy” use the -ing form.
            no point to +VB -> no point in {3:VBG}
            # We say “no point in doing something”.
            =spend $number|a|an|one|two|my|his|her|all|the|many|some|much|most hours|days|weeks
            ..|months|years|time|hour|day|money to +VB -> {0} {1} {2} {4:VBG} ?
            .. tag:0,VBD|VBP|VBZ|VB|VBG|VBN
            # We spend time or money doing something.
            =have trouble|difficulty|difficulties|problems to +VB -> {0} {1} {3:VBG}
            # After “have {1}” use the -ing form.
            =succeed to +VB -> {0} in {2:VBG}
            # We succeed in doing something.
            =insist to +VB -> {0} on {2:VBG}
            # We insist on doing something.
            =dream to +VB -> {0} of {2:VBG} ? tag:0,VBP|VBD|VBZ|VBG|VB
            # We dream of doing something.
            =apologise|apologize to +VB -> {0} for {2:VBG}
            # We apologise for doing something.
            thinking to +VB -> thinking of {2:VBG} ? prev:$be
            # We think of (or about) doing something.
            =go to shop&shop|swim|fish|ski|hike|camp|jog|skate -> {0} {2:VBG} ? !next:for|it|the
            # For sports and free-time activities we say “go” and the -ing form.
            =go shop|swim|fish|ski|hike|camp|jog|dance&<VB|NN|VBP> -> {0} {1:VBG} ? !prev:let|'ll
            # For sports and free-time activities we say “go” and the -ing form.
        """),
    ),
    Rule(
        id="to-preposition-gerund",
        explanation="Here “to” is a preposition, so it is followed by the -ing form.",
        example="I look forward to meeting you.",
        topic="look-forward-to-plus-ing",
        rows=table("""
            =look forward to +VB -> {0} forward to {3:VBG} ? verblike:3
            # After “look forward to” use the -ing form.
            =object&<VB.*> to +VB -> {0} to {2:VBG} ? verblike:2
            # After “object to” use the -ing form.
            am|is|are|'m|'re|was|were|'s|n't|not|get|getting|got|never|already|quite used to
            .. +VB&get|live|work|drive|eat|drink|wake|sleep|speak|do|have|be|hear|see|go|study ->
            .. {0} used to {3:VBG} ? !before:what|it|which|that|did|did !thing:0
            # “Be used to” means “be accustomed to”; it is followed by the -ing form.
            accustomed|addicted|opposed|committed|dedicated to +VB -> {0} to {2:VBG} ? verblike:2
            # After “{0} to” use the -ing form.
            =admit|confess&<VB.*>&!<VBN> to +VB -> {0} to {2:VBG} ? verblike:2
            # After “{0} to” use the -ing form.
            in addition to +VB -> in addition to {3:VBG} ? verblike:3
        """),
        priority=2,
    ),
    Rule(
        id="gerund-after-preposition",
        explanation="After a preposition the verb takes the -ing form.",
        example="Check the windows before leaving the house.",
        topic="verb-preposition-combinations",
        rows=table("""
            before|after|without|despite to +VB -> {0} {2:VBG}
            # After “{0}” use the -ing form.
            without +VB -> without {1:VBG} ? pure:1 !reads:1,NOUN
            # After “without” use the -ing form.
            before|after finish|leave|eat|go|have|take|get|see|arrive|read|come|buy|send|make|cook
            ..|write|meet -> {0} {1:VBG} ? !nexttag:VBZ|VBD|MD|VBP
            # After “{0}” use the -ing form.
            interested|good|bad|afraid|tired|fond|capable|keen|excited|responsible|scared|worried
            ..|sick at|in|of|on|about|for to? +VB -> {0} {1} {3:VBG} ? pure:3 !reads:3,NOUN
            # After “{0} {1}” use the -ing form.
            interested|tired|afraid|capable|fond|good at|in|of to +VB -> {0} {1} {3:VBG}
            # After “{0} {1}” use the -ing form.
            =think|dream|apologise|apologize|insist|succeed|concentrate|complain|talk
            .. of|about|for|on|in to? +VB -> {0} {1} {3:VBG} ? pure:3 !reads:3,NOUN
            # After “{1}” use the -ing form.
            thank you for to? +VB -> thank you for {4:VBG} ? pure:4
            # After “thank you for” use the -ing form.
            good|bad|great|brilliant|terrible|better at cook|swim|dance|draw|sing|paint|play|drive
            ..|run|speak|write|read|ski|sew -> {0} at {2:VBG} ? !nexttag:NN
            thanks for to? +VB -> thanks for {3:VBG} ? pure:3
            thanks|you for help me|us|him|her -> {0} for helping {3} ? before:thank|thanks|you
            of|without|from|about|by|instead-of +VB the|a|my|his|her|it|them|me|you|us|your -> {0}
            .. {1:VBG} {2} ? starts:1,VB|VBP !reads:1,NOUN !prev:because|out
            =accuse @NP of steal|lie|cheat|break|kill -> {0} {1} of {3:VBG}
            =accuse @NP to +VB -> {0} {1} of {3:VBG}
            =blame|thank|forgive @NP to +VB -> {0} {1} for {3:VBG} ? !tag:0,NN
            # After “thanks for” use the -ing form.
            instead of to? +VB -> instead of {3:VBG} ? pure:3
            # After “instead of” use the -ing form.
            how|what about to? +VB -> {0} about {3:VBG} ? pure:3 !reads:3,NOUN question
            # After “{0} about” use the -ing form.
            =prevent|discourage $person_object to +VB -> {0} {1} from {3:VBG}
            # We {0:VB} somebody from doing something.
            by +VB&use|make|take|give|learn|read|write|do|have|be|become|eat|buy|sell -> by
            .. {1:VBG} ? nexttag:DT|PRP$|PRP|NNS|JJ pure:1
            # After “by” use the -ing form.
        """),
    ),
    Rule(
        id="bare-infinitive",
        explanation="After “make”, “let” and verbs of perception with an object there is no “to”.",
        example="My boss made me work on Sunday.",
        topic="verb-object-infinitive-patterns",
        rows=table("""
            =let&<VB.*> $object_pronoun to +VB -> {0} {1} {3}
            # After “let” and an object the verb has no “to”.
            =let&<VB.*> @NP to +VB -> {0} {1} {3} ? verblike:3
            # After “let” and an object the verb has no “to”.
            make|makes|made me|him|us|them|you|her to +VB -> {0} {1} {3} ? !passive verblike:3
            # After “make” and an object the verb has no “to”.
            make|makes|made @NP to +VB -> {0} {1} {3} ? person:1 !passive verblike:3 !tag:1,PRP
            # After “make” and an object the verb has no “to”.
            saw|heard|watched|noticed|see|hear me|him|us|them|her to +VB -> {0} {1} {3} ? !passive
            # After “{0}” and an object the verb has no “to”.
            saw|heard|watched|noticed @NP to +VB&!be -> {0} {1} {3} ? person:1 !tag:1,PRP !passive
            # After “{0}” and an object the verb has no “to”.
            had|'d better to +VB -> {0} better {3} ? !prev:have
            # “Had better” is followed by the verb without “to”.
            had|'d better <VBG|VBN|VBD> -> {0} better {2:VB} ? !tag:0,VBN !next:than !before:never
            .. !has:than
            # “Had better” is followed by the base form.
            would|'d rather to +VB -> {0} rather {3}
            # “Would rather” is followed by the verb without “to”.
            would|'d rather <VBG> -> {0} rather {2:VB}
            # “Would rather” is followed by the verb without “to”.
            =let me|him|us|them|her <VBG|VBZ|VBD> -> {0} {1} {2:VB}
            # After “let” and an object use the base form.
            make|makes|made me|him|us|them <VBZ> -> {0} {1} {2:VB}
            # After “make” and an object use the base form.
            made|make|makes me|him|us|them|her crying|laughing|working|thinking|waiting|feeling
            ..|going -> {0} {1} {2:VB}
            # After “make” and an object use the base form.
        """),
    ),
    Rule(
        id="stop-doing",
        explanation="“Stop doing” ends an activity; “stop to do” gives the purpose of a stop.",
        example="I stopped smoking last year.",
        topic="gerund-or-infinitive-change-of-meaning",
        rows=table("""
            =stop to smoke|drink|cry|worry|laugh|argue|complain|bite|rain|shout|bother -> {0}
            .. {2:VBG} ? has:ago|last|when|since|years|year|please|better|health|doctor|want|ca
            ..|can
            stop to smoke|drink|cry|worry|laugh|argue|complain|bite|shout|talk|play|work|eat ->
            .. stop {2:VBG} ? before:should|please|must|to|ca|can|want|n't|not|could|will
            .. !prev:n't
            ^ please? stop to +VB -> {0} stop {3:VBG} ? !has:and
        """),
    ),
    Rule(
        id="be-agree",
        explanation="“Agree” is a verb in English, so it does not need “be”.",
        example="I agree with your idea.",
        topic="present-simple",
        rows=table("""
            i|we|you|they am|'m|are|'re totally|completely|not|n't? agree|disagree -> {0} {2} {3}
            .. ? !has:not !has:n't
            i|we|you|they am|'m|are|'re not|n't agree|disagree -> {0} do not {3}
            he|she is|'s agree -> {0} agrees
            he|she is not|n't agree -> {0} does not agree
            @NP is agree -> {0} agrees
            @NP are agree -> {0} agree
            @NP was|were agree -> {0} agreed
            ^ are you|they agree -> do {1} {2}
        """),
        priority=3,
    ),
    Rule(
        id="explain-to-somebody",
        explanation="With this verb the person needs “to”: explain something to somebody.",
        example="The receptionist explained the rules to us.",
        topic="verb-preposition-combinations",
        rows=table("""
            =explain|describe|mention|demonstrate&<VB.*> me|us|him|them|you|her
            .. the|a|an|this|that|my|your * of * * END -> {0} {2} {3} {4} {5} {6} to {1}
            # We {0:VB} something to somebody.
            =explain|describe|mention|demonstrate&<VB.*> me|us|him|them|you the|a|an * of the|a|my
            .. * -> {0} {2} {3} of {5} {6} to {1}
            # We {0:VB} something to somebody.
            =explain|describe|suggest|mention|demonstrate|propose&<VB.*> me|us|him|them|you @NP ->
            .. {0} {2} to {1} ? starts:2,DT|PRP$|PRP !next:of
            # We {0:VB} something to somebody.
            =explain|describe|mention&<VB.*> me|us|him|them|you how|why|what|where|when|that ->
            .. {0} to {1} {2}
            # We {0:VB} something to somebody.
        """),
    ),
    *INFINITIVES,
    *INFINITIVE_FORMS,
)
