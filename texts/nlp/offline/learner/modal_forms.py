"""Modal verbs and what stands with them."""

from __future__ import annotations

from texts.nlp.offline.learner.rules import Rule, table

MODAL_FORMS: tuple[Rule, ...] = (
    Rule(
        id="modal-form",
        explanation="A modal verb stands with the base form of another verb, and only once.",
        example="You should drink more water.",
        topic="can-and-cannot",
        rows=table("""
            can|could|must|should|will|would|may|might|'ll n't|not? +VBG&drinking|eating|going|working
            ..|studying|playing|doing|taking|having|making|sleeping|using|talking|smoking|speaking
            ..|trying|reading|writing|learning|buying|helping -> {0} {1} {2:VB} ? tag:0,MD
            must|might|may <VBD>&!+VB&!+VBN -> {0} have {1:VBN} ? !tag:0,NN
            would|'d liked to -> {0} like to ? known:0,would
            would|'d to like -> {0} like
            will|'ll|would|can|could|should to +VB -> {0} {2} ? !tag:0,NN
            will|'ll must +VB -> {0} have to {2} ? !tag:0,NN
            will|'ll can +VB -> {0} be able to {2} ? !tag:0,NN
            might|may|should can +VB -> {0} be able to {2}
            used to can|could +VB -> used to be able to {3}
            could|should|would|must|might of <VBN|VBD|gone|been|done> -> {0} have {2:VBN}
            should|could|would|must|might to have -> {0} have
            could|should|would|must|might has|had +VBN -> {0} have {2}
            could|should|would|must|might have <VBD>&!+VBN -> {0} have {2:VBN}
            do|does n't must|should|can|could|may|might|will +VB -> {2} not {3} ? known:2,can|could|should
            do n't must +VB -> do n't have to {3}
            does n't must +VB -> does n't have to {3}
            $subject|<NN> better to +VB&go|see|take|stay|leave|ask|call|tell|stop|wait|do|start|study
            ..|get|be -> {0} had better {3} ? !prev:than|and|or|make|makes !has:than !has:had !tag:0,NNS
            .. !prevtag:VB|VBP|VBZ|VBD|MD
            ought +VB&go|see|tell|call|do|be|have|stop|study|help|apologise|pay|visit|take|ask -> ought
            .. to {1}
            need not to +VB -> need not {3}
            must|should|can|could|may|might not to +VB -> {0} not {3}
            must|should|can|could n't to +VB -> {0} n't {3}
            had|'d better to +VB -> {0} better {3} ? !prev:have
            i|we|you|they have|had leave|go|work|study|pay|wait|wake|stop|finish now|today|tomorrow|early
            ..|on|at|every|for -> {0} {1} to {2} {3} ?
            he|she has go|work|study|pay|wait|leave on|at|every|early|tomorrow|today|now|for -> {0} has to
            .. {2} {3}
            i|he|she|we|they|you can n't|not could? <VB.*> yesterday -> {0} could n't {4} yesterday
            i|he|she|we|they|you ca n't +VB yesterday -> {0} could n't {3} yesterday
            must wait|go|work|walk|pay|leave|buy|take|stay|sell|stop ~5 yesterday -> had to {1} {2} yesterday
            yesterday ,? $subject must|have|has to? +VB -> yesterday {1} {2} had to {5} ? first
            when i was @NP , $subject can +VB -> when i was {3}, {5} could {7} ? first
            <NNP|NN|he|she|it> cans|musts|wills|mights|shoulds +VB -> {0} {1:plain} {2}
        """),
        priority=2,
    ),
)
