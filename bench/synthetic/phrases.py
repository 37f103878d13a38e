"""Ways of telling: templates of sentences in several wordings. What is in brackets falls away where it is not told."""

from pourparler.core.reading import Operator
from pourparler.core.vocabulary import Act, InstrumentStatus, MeetingStatus, Stance

MEETINGS = {
    MeetingStatus.HELD: (
        "{sides} held {label}[ in {place}][ {on}][, with {mediators} mediating]",
        "delegations of {sides} met[ in {place}][ {on}] for {label}[ on {about}]",
        "{label} between {sides} took place[ in {place}][ {on}][, {people} being present]",
        "{sides} sat down together[ {on}][ in {place}] for {label}",
        "{label} of {sides}[ in {place}] ended[ {on}] after {n} hours",
        "negotiators of {sides} concluded {label}[ {on}][ in {place}][ with nothing new about {about}]",
        "at {label} between {sides}[ in {place}][ {on}] the two delegations went over {about}",
    ),
    MeetingStatus.UNDER_WAY: (
        "{sides} are meeting[ in {place}] for {label}[ {on}]",
        "{label} between {sides} began[ in {place}], and[ {on}] doors stayed shut",
    ),
    MeetingStatus.PLANNED: (
        "{sides} will hold {label}[ in {place}][ {on}][, with {mediators} as mediator]",
        "{sides} are to meet[ in {place}][ {on}] for {label}[ on {about}]",
        "{sides} agreed to hold {label}[ {on}][ in {place}]",
        "delegations of {sides} will travel[ to {place}] for {label}[ {on}]",
        "{label} between {sides} has been set[ {on}][ in {place}]",
    ),
    MeetingStatus.CONDITIONAL: (
        "{sides} may hold {label}[ in {place}][ {on}] if quarrels over {about} are settled first",
        "{label} between {sides}[ in {place}][ {on}] will take place only if {about} is dealt with before",
    ),
    MeetingStatus.PROPOSED: (
        "{sides} were invited to {label}[ {on}][ in {place}]",
        "{label} between {sides} was suggested[ {on}][ in {place}] to talk about {about}",
        "an offer of {label} between {sides}[ {on}][ in {place}] lay on the table",
    ),
    MeetingStatus.POSTPONED: (
        "{sides} put off {label}[ in {place}][; it is now to be held {on}]",
        "{label} between {sides}[ in {place}] was postponed[ and will be held {on}]",
    ),
    MeetingStatus.CANCELLED: (
        "{sides} called off {label}[ in {place}] that had been due[ {on}]",
        "{label} between {sides}[ in {place}][ {on}] will not take place after all",
    ),
    MeetingStatus.DENIED: (
        "{side} denied that it had met {other}[ in {place}][ {on}]",
        "there had been no {word} with {other}[ {on}][ in {place}], {side} said",
    ),
}
ONE_SIDE = {
    MeetingStatus.HELD: (
        "a delegation of {sides} took part in {label}[ in {place}][ {on}]",
        "{sides} came away from {label}[ in {place}][ {on}] with little",
    ),
    MeetingStatus.PLANNED: (
        "{sides} will send a delegation to {label}[ in {place}][ {on}]",
        "{sides} is getting ready for {label}[ in {place}][ {on}]",
    ),
}
CALLS = (
    "{people} spoke by telephone[ {on}][ about {about}]",
    "{sides} held {label}[ {on}][, touching on {about}]",
    "{label} between {sides}[ {on}] lasted {n} minutes",
    "{people} talked on the phone[ {on}] for {n} minutes",
)
STANCES = {
    Stance.DEMANDS: (
        "{party} demands {issue}",
        "{party} insists on {issue}",
        "{party} is calling for {issue}[, {word}]",
    ),
    Stance.OFFERS: ("{party} offers {issue}", "{party} is ready to grant {issue}", "{party} has put {issue} on offer"),
    Stance.PROPOSES: (
        "{party} proposes {issue}",
        "{party} suggests {issue}",
        "{party} has brought up {issue} as a way out",
    ),
    Stance.ACCEPTS: ("{party} accepts {issue}", "{party} has agreed to {issue}", "{party} can live with {issue}"),
    Stance.SUPPORTS: ("{party} backs {issue}", "{party} is in favour of {issue}", "{party} stands behind {issue}"),
    Stance.REJECTS: ("{party} rejects {issue}", "{party} rules out {issue}", "{party} will not hear of {issue}"),
    Stance.CONDITIONAL: (
        "{party} would agree to {issue} under certain conditions",
        "{party} could accept {issue} if others moved too",
    ),
}
TIES = {
    Operator.UNLESS: (
        "{party} will not agree to {blocks} unless it gets {requires}",
        "there will be no {bare} for {party} unless {requires} comes first",
    ),
    Operator.ONLY_IF: (
        "{party} would accept {blocks} only if it got {requires}",
        "only if there is {requires} will {party} talk about {blocks}",
    ),
    Operator.UNTIL: (
        "{party} refuses {blocks} until there is {requires}",
        "until there is {requires}, {party} will not discuss {blocks}",
    ),
    Operator.WITHOUT: (
        "for {party} there can be no {bare} without {requires}",
        "without {requires}, {party} will not move on {blocks}",
    ),
    Operator.BEFORE: ("{party} wants {requires} before {blocks}", "before {blocks} comes up, {party} needs {requires}"),
    Operator.IF: (
        "{party} is ready for {blocks} if it gets {requires}",
        "if {requires} is granted, {party} will move on {blocks}",
    ),
}
PAPERS = {
    InstrumentStatus.PROPOSED: (
        "{sides} spoke of {title} for the first time[ {on}]",
        "{title} between {sides} was put forward[ {on}]",
    ),
    InstrumentStatus.UNDER_NEGOTIATION: ("{sides} are negotiating {title}", "work on {title} between {sides} goes on"),
    InstrumentStatus.DRAFTED: (
        "{sides} drafted {title}[ {on}]",
        "a draft of {title} between {sides} was finished[ {on}]",
    ),
    InstrumentStatus.FRAMEWORK_AGREED: (
        "{sides} agreed on the outline of {title}[ {on}]",
        "the framework of {title} between {sides} was settled[ {on}]",
    ),
    InstrumentStatus.AGREED: (
        "{sides} agreed on {title}[ {on}]",
        "{sides} reached {title}[ {on}]",
        "{title} between {sides} was agreed[ {on}]",
    ),
    InstrumentStatus.TO_BE_SIGNED: ("{sides} will soon sign {title}", "{title} between {sides} is ready to be signed"),
    InstrumentStatus.SIGNED: (
        "{sides} signed {title}[ {on}]",
        "{title} was signed by {sides}[ {on}]",
        "signatures of {sides} were put under {title}[ {on}]",
    ),
    InstrumentStatus.RATIFIED: ("{sides} ratified {title}[ {on}]", "{title} between {sides} was ratified[ {on}]"),
    InstrumentStatus.IN_FORCE: (
        "{title} between {sides} came into force[ {on}]",
        "{title} of {sides} has been in force[ since it took effect {on}]",
    ),
    InstrumentStatus.SUSPENDED: ("{title} between {sides} was suspended[ {on}]", "{sides} suspended {title}[ {on}]"),
    InstrumentStatus.REJECTED: (
        "{title} between {sides} was voted down[ {on}]",
        "{sides} dropped {title}[ {on}] after it was rejected",
    ),
    InstrumentStatus.COLLAPSED: ("{title} between {sides} fell apart[ {on}]", "{title} of {sides} collapsed[ {on}]"),
}
SAID = (
    (Act.SAY, "{speaker} said {content}"), (Act.SAY, "{speaker} told reporters that {content}"),
    (Act.SAY, "according to {speaker}, {content}"), (Act.SAY, "{speaker} noted that {content}"),
    (Act.WARN, "{speaker} warned that {content}"), (Act.CONFIRM, "{speaker} confirmed that {content}"),
)  # fmt: skip
QUOTED = (
    (Act.SAY, "“{content},” {speaker} said"), (Act.SAY, "{speaker} said: “{content}.”"),
    (Act.SAY, "“{content},” said {speaker}"), (Act.WARN, "“{content},” {speaker} warned"),
)  # fmt: skip
UNNAMED = (
    "a diplomat with knowledge of the talks",
    "two people briefed on the matter",
    "an official close to the talks",
)
OPENINGS = (
    "More from our correspondents:",
    "As told by the agency:",
    "Here is what is known so far.",
    "From the wires:",
)
CLOSINGS = (
    "By our own staff.",
    "Our desk added to this report.",
    "With material from the agencies.",
    "Edited for length.",
)
BOXES = ("Sign up to our morning letter for more news like this.", "Follow us for all news of the day.")
ONE_SIGNS = {
    InstrumentStatus.PROPOSED: ("{sides} put forward {title}[ {on}]", "{sides} proposed {title}[ {on}]"),
    InstrumentStatus.AGREED: ("{sides} gave its word on {title}[ {on}]",),
    InstrumentStatus.SIGNED: ("{sides} put its name under {title}[ {on}]", "{sides} signed {title}[ {on}]"),
    InstrumentStatus.RATIFIED: ("lawmakers of {sides} ratified {title}[ {on}]",),
}
NO_SIDES = {
    InstrumentStatus.PROPOSED: ("{title} has been put forward[ {on}]", "{title} was proposed[ {on}]"),
    InstrumentStatus.AGREED: ("{title} was agreed[ {on}]", "agreement on {title} came[ {on}]"),
    InstrumentStatus.SIGNED: ("{title} was signed[ {on}]", "the signing of {title} took place[ {on}]"),
    InstrumentStatus.IN_FORCE: ("{title} came into force[ {on}]", "since[ {on}] {title} is in force"),
    InstrumentStatus.COLLAPSED: ("{title} collapsed[ {on}]", "{title} has fallen apart[ {on}]"),
}
