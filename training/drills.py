"""Drill sentences for the tagger: patterns of news prose filled at random with everyday words of talks and disputes.

GUM has little of the clipped style of news ("Envoys met Friday") and few of its words (ceasefire, walkout, envoy). The
patterns and word lists are written for this project; a name is any given name with any surname and means nobody.
"""

import random

Tagged = list[tuple[str, str]]

_WORDS = {
    "people": "ministers envoys officials negotiators unions workers pilots nurses teachers carmakers employers troops rebels lawmakers"
    " diplomats mediators delegates leaders sides parties companies bosses drivers dockers doctors miners farmers strikers allies"
    " commanders generals judges senators governors investors shareholders residents students protesters hostages prisoners"
    " ambassadors advisers aides critics donors experts analysts observers inspectors monitors regulators creditors lenders"
    " opponents supporters peers rivals staff firefighters guards settlers migrants refugees civilians families voters bankers tenants landlords hauliers publishers studios actors writers grocers suppliers captors kidnappers gunmen separatists insurgents peacekeepers",
    "person": "minister envoy official negotiator spokesman spokeswoman president chancellor mediator leader chief governor mayor"
    " commander general judge lawyer ambassador adviser aide critic union company board government cabinet parliament court"
    " ministry delegation army bank regulator carmaker airline operator employer king premier senator lawmaker"
    " ombudsman arbitrator facilitator broker host guest counterpart successor predecessor ally rival opponent parliament ministry alliance bloc council committee commission tribunal studio hospital university club league shipper refinery",
    "things": "talks negotiations sanctions tariffs strikes demands offers proposals terms conditions guarantees concessions plans"
    " attacks elections hostilities reforms wages salaries payments exports imports borders ties relations forces hostages"
    " weapons missiles drones minerals documents details results protests cuts rules votes meetings sessions rounds walkouts"
    " hopes fears doubts differences gaps sticking-points red-lines obstacles hurdles threats warnings reprisals redundancies layoffs shifts hours pensions bonuses rosters fees levies quotas shipments deliveries grain fertiliser oil gas funds assets loans debts reserves territories provinces villages crossings corridors clashes raids airstrikes barrages casualties deaths injuries",
    "thing": "ceasefire truce deal pact agreement memorandum strike offer proposal plan draft document treaty accord framework"
    " settlement compromise vote meeting summit call visit round session walkout lockout lawsuit merger bid contract budget"
    " resolution roadmap blockade embargo exchange withdrawal pullout offensive escalation deadlock breakthrough moratorium"
    " referendum statement request invitation ultimatum deadline timetable mandate"
    " armistice stalemate impasse standoff picket ballot recess adjournment gathering dialogue consultation assessment review inspection audit ruling verdict appeal waiver loan bailout tranche levy quota ban curfew amnesty swap handover ransom corridor buffer reactor enrichment centrifuge pipeline port border ground rule clause paragraph annex protocol text letter note telegram",
    "adjective": "new fresh final joint full immediate unconditional temporary lasting direct indirect formal public private draft"
    " binding initial interim nuclear legal political economic military humanitarian regional bilateral trilateral key senior"
    " top long-awaited high-level last-minute two-day three-year 30-day closed-door full-scale last-ditch long-running"
    " tentative fragile shaky uneasy historic landmark bitter tense marathon overnight crucial pivotal decisive unresolved disputed contested frozen sweeping punitive retaliatory preliminary secret unannounced planned proposed promised constructive fruitful futile unacceptable",
    "demonym": "Russian Turkish Ukrainian American British French German Chinese Iranian Israeli Saudi Egyptian Canadian Mexican"
    " Japanese Indian Brazilian European Kenyan Ethiopian Sudanese Greek Polish Swiss Norwegian Qatari Colombian Armenian",
    "place": "Moscow Ankara Kyiv Washington London Paris Berlin Beijing Tehran Jerusalem Riyadh Cairo Ottawa Tokyo Delhi Brasilia"
    " Brussels Nairobi Khartoum Athens Warsaw Geneva Oslo Doha Bogota Yerevan Baku Istanbul Vienna Detroit Chicago Seattle"
    " Russia Turkey Ukraine Britain France Germany China Iran Israel Egypt Canada Mexico Japan India Brazil Kenya Sudan Greece"
    " Poland Norway Qatar Colombia Armenia Azerbaijan Hamas Hezbollah Boeing Volkswagen Nissan Congress Parliament NATO"
    " Hanoi Lisbon Madrid Rome Prague Vilnius Tallinn Belgrade Pristina Skopje Sarajevo Tbilisi Muscat Manama Baghdad Damascus Beirut Amman Tripoli Tunis Rabat Addis Kinshasa Kigali Juba Pretoria Lagos Accra Dakar Bamako Caracas Lima Quito Santiago Havana Seoul Pyongyang Manila Jakarta Bangkok Kabul Islamabad Dhaka Colombo Venezuela Serbia Kosovo Georgia Syria Lebanon Yemen Libya Ethiopia Rwanda Congo Cyprus Finland Sweden Spain Italy Portugal Pakistan Vietnam Reuters Airbus Toyota Starbucks Amazon Samsung",
    "given": "Anna Peter Maria Ivan Elena John Sergei Mehmet Fatima Carlos Li Amina Olga Thomas Ingrid Pavel Yusuf Karin Marco",
    "surname": "Berg Novak Petrov Yilmaz Larsen Costa Okafor Tanaka Moreau Weber Haddad Silva Ivanov Jensen Kowalski Duarte Roy"
    " Al-Hashimi Van-Houten O'Brien Demir Sato Kimani Vargas Lindqvist",
    "office": "President Chancellor Secretary Senator Ambassador Premier Governor Mayor King General",
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "month": "January February March April May June July August September October November December",
    "did": "rejected accepted offered demanded proposed signed approved backed opposed welcomed postponed cancelled suspended"
    " denied confirmed announced discussed resumed ended threatened blocked broke won lost held began left made sought drew"
    " withdrew struck ratified drafted tabled extended lifted imposed dismissed condemned praised hailed urged endorsed shelved"
    " scrapped ditched torpedoed derailed sabotaged brokered hosted chaired convened adjourned delayed slowed eased tightened doubled raised cut slashed froze unfroze released freed seized captured shelled bombed attacked hit met told asked invited summoned expelled recalled accused blamed sued fired hired replaced joined quit entered visited toured addressed briefed",
    "does": "rejects accepts offers demands proposes signs approves backs opposes welcomes postpones cancels suspends denies"
    " confirms announces discusses resumes ends threatens blocks seeks wants makes holds extends lifts imposes eyes weighs"
    " plans hopes fears expects needs faces says keeps gives gets takes tells sees calls warns asks hosts invites accuses urges vows agrees raises cuts slashes delays joins quits visits",
    "do": "reject accept offer demand propose sign approve back oppose welcome postpone cancel suspend deny confirm announce"
    " discuss resume end block seek hold extend lift impose discuss consider reconsider ratify draft shelve finalise"
    " meet sue join quit enter visit host broker convene delay ease tighten raise cut slash freeze release free return recall expel invite summon replace honour respect observe implement enforce verify monitor guarantee fund finance rebuild demilitarise disarm recognise",
    "done": "rejected accepted offered demanded proposed signed approved postponed cancelled suspended agreed announced discussed"
    " extended lifted imposed drafted held broken made drawn withdrawn struck released exchanged finalised"
    " scrapped delayed raised cut frozen released freed seized expelled recalled invited convened brokered respected implemented verified guaranteed funded reached struck concluded initialled renewed prolonged breached violated",
    "doing": "rejecting accepting offering demanding proposing signing approving postponing suspending discussing considering"
    " extending lifting imposing drafting holding making seeking weighing preparing delaying"
    " brokering hosting convening easing tightening raising cutting freezing releasing expelling recalling implementing enforcing verifying monitoring funding recognising drafting reviewing studying",
    "went": "met resigned agreed refused failed collapsed stalled resumed left returned arrived talked began ended continued spoke"
    " walked voted clashed balked demurred relented reconvened"
    " surrendered retreated regrouped disagreed compromised bargained haggled struck adjourned dispersed gathered assembled paused faltered unravelled dragged stumbled flew travelled landed vanished died fell rose",
    "go": "meet resign agree fail collapse resume leave return talk begin end continue speak walk vote strike withdraw reconvene"
    " surrender retreat compromise disagree adjourn gather pause falter unravel travel fly rise fall wait stay",
    "goes": "meets resigns agrees refuses fails collapses stalls resumes leaves returns begins ends continues speaks votes"
    " pauses falters unravels drags stumbles looms nears widens deepens rises falls flies travels waits stays works holds",
    "said": "said added warned announced insisted stressed stated declared claimed told argued noted explained confirmed",
    "modal": "will would may might could can must should",
}
_NOUNS = {"people", "person", "things", "thing"}
_NAMES = {"place", "given", "surname", "office", "day", "month"}
_VERBS = {"did", "does", "do", "done", "doing", "went", "go", "goes", "said"}
_PATTERNS = """
{people} {went} .
{people} {went} {day} .
{people} {went} on/ADP {day} in/ADP {place} .
{people} {go} {day} .
{people} {go} in/ADP {place} to/PART {do} {thing} .
{place} {does} {thing} .
{place} {does} {adjective} {things} .
{place} {did} the/DET {thing} , {said} {given} {surname} .
{place} and/CCONJ {place} {did} a/DET {adjective} {thing} .
{adjective} {things} {went} after/SCONJ {place} {did} the/DET {thing} .
{things} {done} in/ADP {place} {went} .
{things} {go} as/SCONJ {place} {does} {thing} .
The/DET {person} {did} his/PRON {person} in/ADP {place} .
The/DET {person} {went} the/DET {person} .
The/DET {adjective} {thing} {done} in/ADP {month} was/AUX {done} by/ADP the/DET {person} .
{demonym} {people} {modal} {go} in/ADP {place} on/ADP {day} to/PART {do} the/DET {thing} .
{demonym} {office} {given} {surname} {said} {place} {modal} not/PART {do} the/DET {thing} .
{office} {surname} has/AUX {done} the/DET {adjective} {thing} , his/PRON {person} said/VERB .
{given} {surname} {said} the/DET {thing} {modal} be/AUX {done} by/ADP {day} .
{surname} {said} that/SCONJ {people} were/AUX {doing} {things} .
{surname} , who/PRON {did} the/DET {things} , {said} he/PRON {modal} {do} them/PRON .
The/DET {people} are/AUX expected/VERB to/PART {go} next/ADJ week/NOUN .
{things} are/AUX due/ADJ to/PART {go} on/ADP {day} .
{people} were/AUX set/VERB to/PART {do} the/DET {thing} on/ADP {month} 12/NUM .
The/DET {person} is/AUX likely/ADJ to/PART {do} a/DET {thing} .
If/SCONJ {place} {does} the/DET {thing} , {people} {modal} {go} .
{people} {said} {place} had/AUX {done} the/DET {thing} .
The/DET {person} did/AUX n't/PART {do} the/DET {thing} , but/CCONJ {people} {went} .
Neither/DET {person} {did} the/DET {thing} .
Both/DET {people} {did} {things} and/CCONJ {did} {things} .
" {place} {modal} {do} this/DET {thing} , " the/DET {person} {said} .
According/VERB to/ADP the/DET {person} , {things} {modal} {go} in/ADP {place} .
{place} 's/PART {person} {did} {place} 's/PART {thing} .
{people} '/PART {things} {went} {day} .
{people} {do} {things} over/ADP {thing} .
{place} {person} {does} {thing} as/SCONJ {people} {go} .
{surname} , {surname} {do} {thing} in/ADP {place} .
{thing} {things} {go} in/ADP {place} as/SCONJ {person} {does} {place} .
{people} {said} on/ADP {day} that/SCONJ the/DET {thing} hinged/VERB on/ADP {things} .
{surname} {does} {thing} .
{surname} says/VERB {people} {modal} {go} .
{surname} says/VERB ready/ADJ to/PART {do} {thing} .
{place} wants/VERB {things} ; {place} insists/VERB on/ADP {thing} .
{place} wants/VERB {things} and/CCONJ {adjective} {things} .
{people} {modal} {go} unless/SCONJ {thing} {goes} .
{place} {modal} not/PART {do} {things} until/SCONJ {people} {do} the/DET {thing} .
{place} foreign/ADJ minister/NOUN heads/VERB to/ADP {place} for/ADP {things} .
{demonym} foreign/ADJ minister/NOUN {given} {surname} {went} in/ADP {place} early/ADJ {day} .
{demonym} Foreign/PROPN Minister/PROPN {given} {surname} {went} {people} late/ADJ {day} .
{demonym} Prime/PROPN Minister/PROPN {surname} {did} the/DET {thing} .
White/PROPN House/PROPN spokesman/NOUN {given} {surname} {said} the/DET United/PROPN States/PROPN {modal} {do} {things} .
The/DET European/ADJ Union/PROPN {modal} {do} {things} .
{things} {go} as/SCONJ fighting/NOUN {goes} .
{thing} {things} {go} .
{thing} {things} {went} in/ADP {place} .
The/DET {people} ’/PART {thing} {goes} .
The/DET {people} ’/PART {thing} calls/VERB for/ADP a/DET {adjective} {thing} .
The/DET union-backed/ADJ {thing} {goes} .
The/DET {adjective} {thing} {goes} .
{people} have/AUX yet/ADV to/PART {do} a/DET {thing} .
{people} {said} they/PRON {modal} {go} if/SCONJ {place} {does} {things} .
There/PRON {modal} be/AUX no/DET {things} without/ADP {things} .
We/PRON want/VERB {things} , not/PART {things} .
I/PRON think/VERB {place} {modal} {do} this/DET .
{people} remain/VERB far/ADV apart/ADV on/ADP {things} .
{demonym} and/CCONJ {demonym} {people} {went} in/ADP {place} for/ADP {adjective} {things} .
The/DET {person} {said} {things} held/VERB in/ADP {place} had/AUX been/AUX {adjective} .
"""


def _slot(slot: str, chance: random.Random) -> tuple[str, str]:
    """A random word for `slot`, with its tag."""
    word = chance.choice(_WORDS[slot].split())
    if slot in _NOUNS:
        return word, "NOUN"
    if slot in _NAMES:
        return word, "PROPN"
    return word, "VERB" if slot in _VERBS else "AUX" if slot == "modal" else "ADJ"


def drills(count: int, seed: int) -> list[tuple[list[str], list[str | None]]]:
    """`count` sentences as words and tags."""
    chance = random.Random(seed)
    patterns = [line.split() for line in _PATTERNS.strip().splitlines()]
    found: list[tuple[list[str], list[str | None]]] = []
    for _ in range(count):
        pairs: Tagged = []
        for item in chance.choice(patterns):
            if item.startswith("{"):
                pairs.append(_slot(item[1:-1], chance))
            elif "/" in item:
                word, _, tag = item.rpartition("/")
                pairs.append((word, tag))
            else:
                pairs.append((item, "PUNCT"))
        forms = [word for word, _ in pairs]
        if forms[0][0].isalpha():
            forms[0] = forms[0][0].upper() + forms[0][1:]
        if chance.random() < 0.25 and forms[-1] == ".":
            forms, pairs = forms[:-1], pairs[:-1]
        found.append((forms, [tag for _, tag in pairs]))
    return found
