"""Infinitives after verbs, adjectives and objects."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

INFINITIVES: tuple[Rule, ...] = (
    Rule(
        id="infinitive-after-verb",
        explanation="After this verb use the infinitive with “to”.",
        example="I can't afford to buy a flat.",
        topic="verb-plus-infinitive",
        rows=table("""
            =$infinitive_only&!<NN|NNS|JJ> <VBG>&!being -> {0} to {1:VB} ? !tag:0,VBG
            .. !nexttag:NN|NNS|IN|VBZ|VBP|VBD|MD|,
            # “{0}” is followed by the infinitive with “to”.
            =promise|refuse|decide|afford|agree|offer|manage|hope&!<NN|NNS|JJ> <VBG> -> {0} to
            .. {1:VB} ? !next:is|was|were|are
            # “{0}” is followed by the infinitive with “to”.
            =learn|decide|hope|afford|agree|refuse|promise|manage|pretend|plan|want +VB&!like ->
            .. {0} to {1} ? pure:1 !reads:1,NOUN
            # “{0}” needs “to” before the verb.
            learn|learned|learnt|want|wants|wanted|decided|decide|refused|forgot|hope drive|play
            ..|dance|cook|walk|study|travel|work|swim|talk|call|start|move|visit|sleep|buy|go ->
            .. {0} to {1} ? !prev:need|n't|not !nexttag:VBZ|VBD|IN !next:. !prevtag:DT
            # “{0}” needs “to” before the verb.
            would|'d like|love|prefer +VB -> {0} {1} to {2} ? pure:2 !reads:2,NOUN
            # “Would {1}” is followed by the infinitive with “to”.
            would|'d like|love <VBG> -> {0} {1} to {2:VB} ? !nexttag:NN|NNS
            # “Would {1}” is followed by the infinitive with “to”.
            $finite_be going +VB -> {0} going to {2} ? pure:2 !reads:2,NOUN
            # The future form is “going to” and the verb.
            ^ please? do n't|not forget <VBG> -> {0} do {2} forget to {4:VB}
            # “Forget to do” is about something still to do; “forget doing” about the past.
            ^ remember <VBG> -> remember to {1:VB} ? has:tomorrow|tonight|before|when
            # “Remember to do” is about something still to do.
            i|we|they|he|she|you used <VBG> -> {0} used to {2:VB} ? has:when|ago|young|child
            ..|always|every|years|past
            # A past habit is “used to” and the base form.
            in order +VB -> in order to {2} ? pure:2
            for to +VB -> to {2} ? verblike:2
            # Purpose is expressed by “to” and the verb, without “for”.
            =go|come|be|study|work|save|travel|need|move|use|want for|for +VB&buy|learn|see|visit
            ..|get|make|find|take|have|study|meet|improve|become|do|eat|speak -> {0} to {2} ?
            .. nexttag:DT|PRP$|NN|NNS|NNP|PRP|JJ
            # Purpose is expressed by “to” and the verb, without “for”.
            <NN|NNP|NNS|RB|PRP> for buy|learn|see|visit|get|make|find|take|meet|improve|become|do
            ..|study|practise|eat|play|help a|the|my|some|new|our|his|her|it|them|english -> {0}
            .. to {2} {3}
            # Purpose is expressed by “to” and the verb, without “for”.
            <NN|NNP|NNS> for
            .. <VBG>&buying|seeing|visiting|getting|meeting|finding|improving|becoming
            .. a|the|my|some|our|his|her|english -> {0} to {2:VB} {3} ?
            .. before:went|go|came|come|moved
            # Purpose is expressed by “to” and the verb.
        """),
    ),
    Rule(
        id="infinitive-after-adjective",
        explanation="After an adjective, “too”, “enough” and question words use “to” and the verb.",
        example="It is important to drink water.",
        topic="verb-plus-infinitive",
        rows=table("""
            =be|'s|'m|'re|=seem|=find|it not|n't|very|so|really|too? important|easy|difficult|hard
            ..|possible|impossible|necessary|dangerous|good|happy|glad|pleased|ready|able|willing
            ..|free|lucky|useful +VB&!put|set -> {0} {1} {2} to {3} ? pure:3 !reads:3,NOUN
            .. !reads:3,ADJ
            important|easy|difficult|hard|possible|impossible|necessary|dangerous drink|study
            ..|sleep|walk|help|change|talk|visit|play|drive|park|exercise|answer|start|find
            ..|get|live|make|do|take|have -> {0} to {1} ? prev:is|was|'s|very|not|it !nexttag:VBZ
            nice|pleased|glad|happy meet you -> {0} to meet you
            sorry hear -> sorry to hear
            too <JJ> <VB|VBP> -> too {1} to {2} ? !reads:2,NOUN
            too young|old|tired|busy|late|ill|small|far|hot|cold|lazy drive|walk|work|play|go|talk
            ..|vote|travel|run|swim|sleep|dance|cook -> {0} {1} to {2}
            too <JJ> for +VB -> too {1} to {3} ? pure:3
            old|big|tall|strong|good|rich|warm|fast|brave enough drive|walk|work|play|go|vote
            ..|travel|run|swim|buy|do|have|reach|carry -> {0} enough to {2}
            =know|learn|teach|show|tell|explain|forget|remember me|him|her|us|them|you? how|where
            .. +VB -> {0} {1} {2} to {3} ? pure:3
            =know|learn|forget|remember|decide what +VB&do|say|buy|wear|cook|eat -> {0} what to
            .. {2}
            know|learn|knows|knew how <VBG> -> {0} how to {2:VB}
            something|anything|nothing|somewhere|somebody +VB&eat|drink|do|say|read|wear|buy|see
            ..|sleep|talk|watch|write END -> {0} to {1}
            =have|need time|money +VB&buy|do|go|see|eat|read|study|play|help|visit -> {0} {1} to
            .. {2}
            it takes|took|will me|him|her|us|them|you? an|a|two|three|ten|five|long
            .. hour|day|minutes|hours|days|year|time? get|go|do|finish|learn|cook|make|drive -> it
            .. {1} {2} {3} {4} to {5} ? !known:1,will
            =tell|ask|advise|warn|remind me|him|her|us|them|you to? do n't|not +VB -> {0} {1} not
            .. to {5}
            =tell|ask|advise|warn|remind me|him|her|us|them|you to do n't|not +VB -> {0} {1} not
            .. to {5}
            =decide|promise|try|agree|prefer|choose|hope to? do n't|not +VB -> {0} not to {4} ?
            .. !tag:0,NN
            =decide|promise|try|agree|choose for +VB -> {0} to {2} ? pure:2
            =decide|want|plan|hope|promise|agree|refuse|need|try to +VBD&!+VB -> {0} to {2:VB} ?
            .. !next:by
            =decide|want|plan|hope|promise|agree|refuse|need|like to <VBG> -> {0} to {2:VB} ?
            .. !nexttag:NN|NNS
            going|able|have|has|had|used|want|wants|wanted to <VBZ|NNS>&+VBZ -> {0} to {2:VB} ?
            .. !prev:got|looking|look !nexttag:VBP|VBD known:0,going|able|want|wants|wanted|has
            =help me|him|us|them|her|you <VBG> -> {0} {1} {2:VB} ? !prev:n't !tag:0,NN
            here|out|there|back|home for buy|learn|see|visit|get|make|find|take|meet|study|work
            ..|help|eat|play|swim -> {0} to {2}
            out|here|there|home for
            .. <VBG>&buying|getting|seeing|visiting|meeting|studying|learning|having|making -> {0}
            .. to {2:VB} ? before:went|go|goes|came|come|comes|going|stayed
            in order for +VB -> in order to {3}
        """),
    ),
    Rule(
        id="like-doing",
        explanation="After “like”, “love” and “hate” use the -ing form or “to” and the verb.",
        example="I like playing football.",
        topic="like-love-hate-plus-ing",
        rows=table("""
            i|we|they|you n't|not|really|also|do? n't|not? like|love|hate|prefer play|go|swim
            ..|dance|read|cook|travel|watch|eat|listen|drive|study|sing|learn|speak|run|walk|ride
            ..|write|draw|paint|shop|ski|sleep|work -> {0} {1} {2} {3} {4:VBG} ? !nexttag:VBZ|VBP
            .. !prevtag:MD !prev:do|would
            he|she|<NN|NNP> really|also? likes|loves|hates|prefers play|go|swim|dance|read|cook
            ..|travel|watch|eat|listen|drive|study|sing|learn|speak|run|walk|ride|write|draw|paint
            ..|shop|ski|sleep|work -> {0} {1} {2} {3:VBG} ? !nexttag:VBZ|VBP
            does|do n't like|love play|go|swim|dance|read|cook|travel|watch|eat|listen|drive|study
            ..|sing|learn|speak|run|walk|ride|write -> {0} n't {2} {3:VBG}
            do you like|love play|go|swim|dance|read|cook|travel|watch|eat|listen|drive|study|sing
            ..|learn|run|walk -> do you {2} {3:VBG}
        """),
    ),
    Rule(
        id="object-and-infinitive",
        explanation="After this verb and its object use the infinitive with “to”.",
        example="She invited me to go to the wedding.",
        topic="verb-object-infinitive-patterns",
        rows=table("""
            =$object_infinitive&!<NN|NNS> me|him|us|them +VB&!<NN|NNS|JJ> -> {0} {1} to {2} ?
            .. pure:2 !reads:2,ADV
            # After “{0}” and an object use “to” and the verb.
            =advise|allow|invite|encourage|force|persuade|convince|want&<VB.*> you|her
            .. +VB&!<NN|NNS|JJ> -> {0} {1} to {2} ? pure:2 !reads:2,ADV !reads:2,NOUN
            # After “{0}” and an object use “to” and the verb.
            invited|advised|asked|told|allowed|wanted|persuaded|encouraged|reminded|warned
            .. me|him|us|them|her go|do|drink|come|stay|help|eat|stop|take|leave|wait|call|buy
            ..|work -> {0} {1} to {2}
            # After “{0}” and an object use “to” and the verb.
            =want|need&<VB.*> that $subject to? +VB&!<NN|NNS> -> {0} {2:obj} to {4}
            # After “{0}” use an object and the infinitive: “want somebody to do something”.
            =want&<VB.*> that $subject <VBD|VBZ> -> {0} {2:obj} to {3:VB}
            # After “{0}” use an object and the infinitive: “want somebody to do something”.
            =want&<VB.*> that @NP <VB|VBP|VBZ|VBD|VBN> -> {0} {2:obj} to {3:VB} ? !tag:2,PRP
            # After “{0}” use an object and the infinitive: “want somebody to do something”.
            =want i|he|she|we|they to? +VB&!<NN|NNS|JJ> -> {0} {1:obj} to {3} ?
            .. !prev:you|they|what
            # After “{0}” use an object and the infinitive: “want somebody to do something”.
            =want me|him|us|them|you +VB -> {0} {1} to {2} ? pure:2 !reads:2,NOUN !prevtag:IN
            # After “{0}” use an object and the infinitive: “want somebody to do something”.
            =want my|his|her|our|their|your|the <NN|NNS> +VB -> {0} {1} {2} to {3} ? pure:3
            .. !reads:3,NOUN person:2
            # After “{0}” use an object and the infinitive: “want somebody to do something”.
            would|'d like that @NP <VB|VBP|VBZ|VBD> -> {0} like {3:obj} to {4:VB}
            # We say “would like somebody to do something”.
            =suggest|recommend&<VB.*> me|him|us|them to +VB -> {0} that {1:subj} {3}
            # We suggest that somebody does something; no infinitive follows “{0}”.
        """),
    ),
)
