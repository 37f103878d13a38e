"""What synthetic negotiations are about, each issue in several wordings; clauses of what people say of it.

`{x}` is a place of the strand. Wordings of one issue share some of their words, as those of two outlets do; issues of
one strand share words too ("the port of Ormby", "fishing off Ormby"), and are not the same for that.
"""

STATES = (
    ("a withdrawal of troops from {x}", "a troop withdrawal from {x}", "the withdrawal of all forces from {x}"),
    ("a ceasefire around {x}", "a ceasefire along the line at {x}", "a lasting ceasefire near {x}"),
    ("the release of prisoners of war", "the release of all prisoners", "the freeing of prisoners of war"),
    ("inspections of the dam at {x}", "international inspections at the {x} dam", "dam inspections at {x}"),
    ("fishing quotas off {x}", "herring quotas in the waters off {x}", "the fishing quotas for {x}"),
    ("free passage through the {x} canal", "passage for grain ships through the {x} canal", "canal passage at {x}"),
    ("a demilitarised zone around {x}", "a demilitarised strip near {x}", "a demilitarised belt around {x}"),
    ("the return of refugees to {x}", "refugees returning to {x}", "a safe return of refugees to {x}"),
    ("security guarantees", "guarantees for its security", "binding security guarantees"),
    ("a share of the gas field at {x}", "revenue from the {x} gas field", "its share of gas from {x}"),
    ("customs posts at {x}", "customs checks at the {x} crossing", "joint customs posts near {x}"),
    ("observers on the bridge at {x}", "neutral observers at the {x} bridge", "bridge observers at {x}"),
    ("lifting of trade sanctions", "an end to trade sanctions", "the lifting of all sanctions on trade"),
    ("compensation for damaged farms", "payments for damaged farms", "compensation to farmers for damage"),
    ("water from the {x} reservoir", "water deliveries from the {x} reservoir", "reservoir water for {x}"),
    ("schools in the minority language", "language rights in schools", "minority language teaching"),
    ("frozen central bank assets", "the frozen assets of its central bank", "access to frozen bank assets"),
    ("an exchange of the dead", "the exchange of bodies of the dead", "an exchange of fallen soldiers"),
)
LABOUR = (
    ("a wage rise of seven per cent", "wage rises of seven per cent", "seven per cent higher wages"),
    ("a shorter working week", "a working week of 36 hours", "a cut in the working week"),
    ("the night shift at {x}", "night shifts in {x}", "rules for the night shift at {x}"),
    ("pension contributions", "higher pension contributions", "the pension contributions of staff"),
    ("the closure of the {x} depot", "plans to close the {x} depot", "the depot closure at {x}"),
    ("reinstatement of dismissed stewards", "the reinstatement of stewards", "taking back dismissed stewards"),
    ("paid sick leave", "paid leave for the sick", "sick leave with full pay"),
    ("safety checks on cranes", "crane safety checks", "independent checks of crane safety"),
    ("overtime limits", "limits on overtime", "a limit of overtime hours"),
    ("temporary contracts", "an end to temporary contracts", "the use of temporary contracts"),
    ("union access to the {x} yard", "access of the union to the yard in {x}", "yard access at {x}"),
    ("apprentice training", "training places for apprentices", "apprentice training places"),
    ("an extra holiday", "one extra day of holiday", "extra holiday for all staff"),
    ("a bonus for weekend work", "weekend bonuses", "a higher weekend work bonus"),
)
THINGS = ("grain", "timber", "copper", "salt", "barley", "coal", "wool", "tin", "sugar", "cotton", "oil", "wheat")

CLAUSES = (
    "{issue} could not be settled by letters alone",
    "progress on {issue} had been slower than anyone had hoped",
    "there was more common ground on {issue} than a month ago",
    "experts would look again at {issue} before the end of the season",
    "{issue} remained the hardest point for everyone in the room",
    "nobody had yet put a figure on {issue}",
    "a paper on {issue} had been passed round the table",
    "the public would never understand a failure over {issue}",
    "{issue} had been discussed for {n} hours without a break",
    "{n} drafts about {issue} were still on the table",
    "the atmosphere had been good whenever {issue} came up",
    "families in {town} were waiting for news about {issue}",
    "{issue} should not be mixed with the price of {thing}",
    "the mood in {town} had changed since {issue} was first raised",
    "patience over {issue} was wearing thin after {n} weeks",
    "lawyers from {town} had cleared up {n} questions about {issue}",
    "deliveries of {thing} would suffer if {issue} stayed open",
    "a solution for {issue} needed time and quiet",
)
TAILS = (
    "", "", "", " and that work would go on", ", without giving details", " despite the noise of recent weeks",
    ", adding that traders in {town} had noticed", " after {n} days of silence", ", as the markets for {thing} showed",
    " whatever others might think", ", although {n} points were open",
)  # fmt: skip
COLOUR = (
    "Prices of {thing} in {town} have risen by {n} per cent since the spring.",
    "Some {n} people stood outside with candles, and a band from {town} played.",
    "The road to {town} was closed for {n} hours because of snow.",
    "Analysts in {town} had not expected much, and the harvest of {thing} weighs on minds.",
    "About {n} lorries with {thing} are still waiting near {town}.",
    "Rain fell over {town} for most of the day, and the {n} hotels there were full.",
    "The dispute has a long history, and {n} attempts to end it have come to nothing.",
    "Shops in {town} opened late, while {n} schools stayed closed.",
    "A survey of {n} households in {town} found that most were tired of waiting.",
    "Exports of {thing} through {town} fell to {n} tonnes a week.",
    "Reporters were kept {n} metres from the gate, next to a warehouse for {thing}.",
    "Delegates were served soup and {n} kinds of bread from {town}.",
)
TERMS = (
    "{n} inspectors stationed near {town}",
    "a fund of {n} million for {thing} growers",
    "a review after {n} months",
    "the opening of {n} depots for {thing}",
    "a hotline between {town} and the capital",
    "a panel of {n} judges sitting in {town}",
    "a register of {n} storehouses",
    "an end to levies on {thing}",
)
