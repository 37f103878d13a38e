"""Words that tell which way a clause looks: auxiliaries, modals, irregular past forms, verbs of planning and of speech."""

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


WILL: Final = _set("will shall would won’t won't wouldn't wouldn’t 'll ’ll he’ll he'll we’ll we'll they’ll they'll i’ll i'll "
                   "it’ll it'll you'll you’ll she'll she’ll there'll there’ll")  # fmt: skip
MAY: Final = _set("may might can could must should ought can’t can't cannot couldn’t couldn't mustn't shouldn't shouldn’t")
IS: Final = _set("is are am isn’t isn't aren’t aren't he’s he's she’s she's it’s it's we’re we're they’re they're i’m i'm "
                 "there’s there's that’s that's you're you’re who's who’s")  # fmt: skip
WAS: Final = _set("was were wasn’t wasn't weren’t weren't")
HAS: Final = _set("has have had hasn’t hasn't haven’t haven't hadn’t hadn't having i’ve i've we’ve we've they’ve they've "
                  "you've you’ve i’d i'd we'd we’d they'd they’d he'd he’d she'd she’d")  # fmt: skip
DID: Final = _set("did didn’t didn't")
DO: Final = _set("do does don’t don't doesn’t doesn't")
PAST_FORMS: Final = _set(
    "met held said told spoke went came saw gave took made sent left arose became began broke brought built bought "
    "caught chose cut dealt drew drove fell felt fought found flew forgot froze got grew heard hid hit hung kept knew "
    "laid led lent lost meant paid put quit ran rang rose sat sold set shook shot showed shut sank slept slid spent "
    "stood stole struck swore swept swung taught thought threw understood won wore withdrew wrote overthrew undertook "
    "drank ate bore bound bled blew fed fled lay lit rode sought sped split spread stuck stung thrust tore wept wound "
    "foresaw forbade forgave overcame oversaw outlined reiterated underscored broadcast forecast cast cost burst "
    "blocked hosted dug shrank sprang strove upheld withheld rebuilt resold retook undid upset"
)
PARTICIPLES: Final = _set(
    "been begun broken brought built bought come chosen done drawn driven fallen felt flown forgotten fought found "
    "frozen gone given grown heard held hidden hit hurt kept known laid led left lost made meant met paid put run said "
    "seen sent set shaken shot shown shut slain sold spent spoken stolen struck sunk sworn taken told thrown torn "
    "understood undergone withdrawn won worn written become gotten got overcome overthrown risen sought stood thought"
)
PLANNED: Final = _set(
    "scheduled planned due set slated expected expecting tentatively billed pencilled penciled booked timed fixed "
    "rescheduled supposed likely poised ready arranged earmarked marked targeted bound destined certain tipped "
    "preparing prepared readying hoping planning aiming intending seeking considering going meant waiting upcoming "
    "looming slotted called convened invited summoned"
)
MOVED: Final = _set("postponed delayed rescheduled moved shifted deferred adjourned put pushed brought extended prolonged "
                    "suspended paused")  # fmt: skip
INTENDS: Final = _set(
    "plan plans expect expects hope hopes want wants intend intends aim aims need needs seek seeks agree agrees offer "
    "offers propose proposes promise promises vow vows pledge pledges threaten threatens prepare prepares look looks "
    "demand demands urge urges ask asks insist insists await awaits anticipate anticipates envisage envisages foresee "
    "foresees require requires call calls suggest suggests consider considers wait waits mull mulls eye eyes"
)
ASKED: Final = _set(
    "agreed offered proposed promised vowed pledged threatened demanded urged asked invited called decided planned "
    "intended hoped wanted wished aimed tabled suggested ordered requested required tabled floated drafted sought "
    "submitted announced vowing pledging promising threatening demanding proposing offering urging asking calling "
    "summoned told instructed unveiled accepted rejected backed approved endorsed"
)
PROPOSED: Final = _set(
    "proposed proposes propose proposing offered offers offer offering tabled tables floated floats demanded demands "
    "demand demanding suggested suggests sought seeks seeking requested requests urged urges called calls calling "
    "wants want wanted sees drafted mulls mulling considering considers considered asked asks"
)
REALISED: Final = _set("managed failed continued began started used tried came refused declined happened helped appeared "
                       "seemed got proved turned went flew travelled traveled gathered met returned")  # fmt: skip
BASES: Final = _set(
    "meet hold begin start open resume arrive travel fly leave host attend visit convene gather expire end run vote "
    "hear decide return head sign launch mark celebrate face discuss talk speak take go come make give send sit brief "
    "join lead address present publish release report deliver announce reconvene conclude close enter fall kick "
    "continue finish reach submit unveil elapse lapse receive welcome review consider debate testify appear be do"
)
SPEECH: Final = _set(
    "said says told tells wrote writes added adds announced stated declared speaking spoke remarked tweeted posted "
    "insisted warned argued explained noted quoted interview statement speech address remarks telling saying writing "
    "replied responded asked confirmed briefing stressed commented claimed promised vowed recalled concluded urged "
    "message letter post tweet broadcast testimony testified interviewed conference announcing warning adding vowing"
)
NOUN_AHEAD: Final = _set("ahead before advance prior preparing prepare prepared awaiting await awaits expected deadline brink "
                         "toward towards pending looming upcoming")  # fmt: skip
_ED_NOUNS: Final = _set(
    "red bed need speed feed seed breed weed hundred indeed united embed kindred naked sacred wicked shed sled creed "
    "greed aged rugged mohamed ahmed mohammed hamed reed exceed proceed succeed limited armed alleged so-called"
)


def is_past(word: str) -> bool:
    """True for a form that can be a simple past or a past participle."""
    return word in PAST_FORMS or word in PARTICIPLES or (
        word.endswith("ed") and len(word) > 3 and word not in _ED_NOUNS
    )


def is_present(word: str) -> bool:
    """True for a third-person or base form of a verb of the news that can stand in the present tense."""
    if word in BASES or word in INTENDS:
        return True
    return word.endswith("s") and (word[:-1] in BASES or (word.endswith("es") and word[:-2] in BASES))
