"""The house styles of the corpus."""

STYLES: dict[str, str] = {
    "wire": "news agency: lead, dateline, short paragraphs, every claim with its source",
    "broadsheet": "quality daily: longer sentences, Mr and Ms, background paragraphs",
    "tabloid": "short, loud, nicknames for sides, capitals in headlines",
    "state agency": "titles in full, stock phrases, one side's words without distance",
    "local": "small local outlet: odd grammar, glued words, a wrong tense now and then",
    "live blog": "time-stamped posts, newest first, half sentences",
    "transcript": "extract of a press briefing or hearing: SPEAKER: words",
    "communique": "official text or a joint statement printed with a line above it",
    "note": "think-tank or bank note: bullets, hedges, outlooks",
    "broadcast": "script for radio or television: spoken, cues for tapes in brackets",
    "business": "business daily: figures, sources close to the matter",
    "newsletter": "mail: greeting, boxes, links, one long item",
    "translation": "translated abroad: stiff word order, doubled sources",
    "opposition": "outlet of one camp: loaded words, true facts",
}
