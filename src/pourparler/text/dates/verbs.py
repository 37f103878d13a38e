"""Words that tell which way a clause looks: auxiliaries, modals, past forms, verbs of planning and of speech.

General knowledge of English, written for this project; every set is closed and can be read by eye.
"""

from typing import Final


def _set(words: str) -> frozenset[str]:
    plain = words.split()
    return frozenset(plain + [word.replace("'", "’") for word in plain if "'" in word])


WILL: Final = _set("will shall would won't wouldn't 'll he'll we'll they'll i'll it'll you'll she'll there'll")
MAY: Final = _set("may might can could must should ought can't cannot couldn't mustn't shouldn't")
IS: Final = _set("is are am isn't aren't he's she's it's we're they're i'm there's that's you're who's what's")
WAS: Final = _set("was were wasn't weren't")
HAS: Final = _set("has have had hasn't haven't hadn't having i've we've they've you've i'd we'd they'd he'd she'd")
DID: Final = _set("did didn't")
DO: Final = _set("do does don't doesn't")
AUXILIARIES: Final = WILL | MAY | IS | WAS | HAS | DID | DO
PAST_FORMS: Final = _set(
    "met held said told spoke went came saw gave took made sent left arose became began broke brought built bought "
    "caught chose cut dealt drew drove fell felt fought found flew forgot froze got grew heard hid hit hung kept "
    "knew laid led lent lost meant paid put quit ran rang rose sat sold set shook shot showed shut sank slept slid "
    "spent stood stole struck swore swept swung taught thought threw understood won wore withdrew wrote overthrew "
    "undertook drank ate bore bound bled blew fed fled lay lit rode sought sped split spread stuck stung thrust "
    "tore wept wound foresaw forbade forgave overcame oversaw broadcast cast cost burst dug shrank sprang strove "
    "upheld withheld rebuilt resold retook undid upset woke underwent overtook mistook outbid reran rewrote repaid"
)
PARTICIPLES: Final = _set(
    "been begun broken brought built bought chosen done drawn driven fallen felt flown forgotten fought found "
    "frozen gone given grown heard held hidden hit hurt kept known laid led left lost made meant met paid put said "
    "seen sent set shaken shot shown shut slain sold spent spoken stolen struck sunk sworn taken told thrown torn "
    "understood undergone withdrawn won worn written gotten got overthrown risen sought stood thought proven"
)
PLANNED: Final = _set(
    "scheduled planned due set slated expected tentatively billed pencilled penciled booked timed fixed rescheduled "
    "supposed likely poised ready arranged earmarked targeted bound destined certain tipped hoping planning aiming "
    "intending expecting seeking going waiting slotted convened summoned readying preparing prepared invited called "
    "foreseen envisaged promised listed"
)
MOVED: Final = _set(
    "postponed delayed rescheduled moved shifted deferred adjourned put pushed brought extended prolonged suspended "
    "paused cancelled canceled called scrapped shelved scheduled planned slated set fixed dropped confirmed "
    "expected abandoned"
)
INTENDS: Final = _set(
    "plan plans expect expects hope hopes want wants intend intends aim aims need needs seek seeks agree agrees "
    "offer offers propose proposes promise promises vow vows pledge pledges threaten threatens prepare prepares "
    "look looks demand demands urge urges insist insists await awaits anticipate anticipates envisage envisages "
    "foresee foresees require requires wait waits mull mulls eye eyes brace braces"
)
ASKED: Final = _set(
    "agreed offered proposed promised vowed pledged threatened demanded urged asked invited called decided planned "
    "intended hoped wanted wished aimed tabled suggested ordered requested required floated drafted announced "
    "vowing pledging promising threatening demanding proposing offering urging asking calling summoned told "
    "instructed resolved undertook swore expected scheduled set due arranged"
)
PROPOSED: Final = _set(
    "proposed proposes propose proposing offered offers offer offering tabled tables floated floats demanded "
    "demands demand demanding suggested suggests sought seeks seeking requested requests urged urges wants want "
    "wanted drafted mulls mulling considers considering asked asks advocated advocates pushed pushing pushes backed "
    "backs envisages"
)
REALISED: Final = _set(
    "managed sought failed continued began started used tried came refused declined happened helped appeared seemed "
    "got proved turned claimed had"
)
FACING: Final = _set(
    "ahead before pending preparing prepare prepares prepared preparations awaiting await awaits awaited braced "
    "brace braces bracing upcoming looming coming forthcoming ready readying toward towards until hope hopes hoping "
    "expect expects gearing heading arriving arrive arrives travelling "
    "traveling flying anticipation anticipating looks looking scheduled planned plans deadline "
    "approaches approaching"
)
AFTERMATH: Final = _set(
    "impact cost costs outcome outcomes result results aftermath wake damage effect effects fallout memory details "
    "death deaths victims lesson lessons toll debris echo echoes success failure"
)
BASES: Final = _set(
    "meet hold begin start open reopen resume arrive travel fly leave host attend visit convene gather expire end "
    "run decide return head sign launch mark celebrate face discuss talk speak take go come make give send sit "
    "brief join lead address present publish release report deliver announce reconvene conclude close enter fall "
    "kick continue finish reach submit unveil elapse lapse receive welcome review consider debate testify appear be "
    "vote apply hear stage receive introduce inspect approve ratify adopt impose lift raise withdraw deploy test "
    "hand set move shift sail depart board land attack strike stop halt remain stay stand hinge rest depend mean "
    "show say tell get see know think believe put let bring turn play work try call rule sentence appeal file sue "
    "charge free swap exchange exhume bury mourn protest march rally picket walk tally count draw cut pay owe "
    "double triple halve rise drop grow shrink yield produce become feature include involve follow carry cross tour "
    "trade train"
)
SPEECH: Final = _set(
    "said says told tells wrote writes added adds announced stated declared speaking spoke remarked tweeted posted "
    "insisted warned argued explained noted quoted interview statement speech address remarks telling saying "
    "writing replied responded asked confirmed briefing stressed commented claimed promised vowed recalled "
    "concluded urged message letter post tweet broadcast testimony testified interviewed conference announcing "
    "warning adding vowing boasted joked predicted threatened hinted disclosed revealed recounted accused called "
    "demanded denied hailed praised condemned pledged complained conceded admitted acknowledged"
)
_ED_NOUNS: Final = _set(
    "red bed need speed feed seed breed weed hundred indeed united embed kindred naked sacred wicked shed sled "
    "creed greed aged rugged mohamed ahmed mohammed hamed reed exceed proceed succeed armed alleged so-called bleed "
    "fred ted jared deed heed med fed embedded"
)
_NOUNS_TOO: Final = _set(
    "rally call debate hand turn vote talk visit host march protest strike attack test plan report release address "
    "start end return run head face stage sign show work play move trade train count draw cut pay drop rise double "
    "tour board land file charge appeal sentence rule halt stop stand stay rest brief mark launch review feature "
    "lift sail shift set travel produce yield exchange swap close lead kick fall hope need demand offer promise "
    "threat look wait brace aim pledge vow finish need approach picket cross hit open tie fly"
)
_PLURALS: Final = frozenset(
    (
        noun[:-1] + "ies"
        if noun.endswith("lly") or noun == "rally"
        else noun + ("es" if noun.endswith(("ch", "sh", "ss")) else "s")
    )
    for noun in _NOUNS_TOO - _set("start end open return run close finish fly lead stand hit")
)
SUBJECTS: Final = _set(
    "parliament court senate cabinet government council committee union president minister envoy panel board "
    "assembly party ministry company congress house jury bank team delegation mission judge premier chancellor king "
    "pope army who it he she that which city state country alliance bloc"
)
HAPPENED: Final = _set(
    "attack attacks massacre shooting shootings slaying killing killings raid raids crash explosion blast bombing "
    "bombings arrest arrests assertion victory victories defeat claim claims resignation collapse plunge slump "
    "breakdown clash clashes riot riots ambush seizure abduction assassination coup earthquake downing stabbing "
    "murder murders death deaths outburst gaffe snub upset"
)


def is_past(word: str) -> bool:
    """True for a form that can be a simple past or a past participle."""
    return (
        word in PAST_FORMS or word in PARTICIPLES or (word.endswith("ed") and len(word) > 3 and word not in _ED_NOUNS)
    )


def is_present(word: str) -> bool:
    """True for a third-person or base form of a verb of the news that can stand in the present tense."""
    return word in BASES or word in INTENDS or third_person(word)


def third_person(word: str) -> bool:
    """True for "meets", "expires", "carries": the -s form of a verb of `BASES`."""
    if not word.endswith("s"):
        return False
    stem = word[:-1]
    return (
        stem in BASES
        or (word.endswith("es") and word[:-2] in BASES)
        or (word.endswith("ies") and word[:-3] + "y" in BASES)
    )


def can_be_noun(word: str) -> bool:
    """True for a form that is as often a noun: "the talks", "a rally", "two votes"."""
    return word in _NOUNS_TOO or word in _PLURALS
