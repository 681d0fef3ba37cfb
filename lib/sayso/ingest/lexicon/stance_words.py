"""Words that take a side: attitudes, wants, actions that bring a thing about or end it, verdicts.

Entries are phrases of base forms, matched word by word by stem, the longest first.
"""

from __future__ import annotations

import re


def _phrases(words: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in words.split(",") if phrase.strip())


# Attitudes of somebody towards something.
FOR = _phrases(
    "support, back, favour, favor, in favour of, in favor of, endorse, approve, approve of, applaud, praise, defend, "
    "advocate, embrace, champion, hail, welcome, accept, tolerate, agree to, vote for, vote yes to, stand by, live with, "
    "be committed to, commit to, say yes to, yes to, recommend, uphold, prefer, all for, thank, happy with, nothing against, "
    "no objection to, no objections to, embrace, campaign for, fight for, insist on, in support of, argue for, like, hear of, "
    "would take, ready to discuss, prepared to discuss, willing to discuss, open to, ready to talk about, prepared to talk about, "
    "willing to talk about, ready to consider, prepared to consider, willing to consider, would consider, might consider, could imagine, "
    "look forward to, looking forward to, glad of, glad about, pleased with, proud of, grateful for, believe in, have faith in, nothing to fear from, no fear of, "
    "see no harm in, see nothing wrong with, vote yes on, stick to, stick by, stick with, stand behind, side with, sign up to, keen on, press ahead with, "
    "push ahead with, settle for, opt for, happy to have, happy about, be for, find favour with, find favor with, at ease with, "
    "no quarrel with, no problem with, no difficulty with, nothing wrong with, in agreement with"
)
AGAINST = _phrases(
    "reject, oppose, opposed to, condemn, denounce, criticise, criticize, slam, blast, deplore, resist, fight, fight against, veto, "
    "refuse, dismiss, object to, protest, protest against, rule out, hit out at, turn down, vote against, warn against, against, "
    "say no to, no to, vote no to, have enough of, sick of, tired of, fed up with, regret, decry, lambaste, campaign against, "
    "stand against, no need for, no need to, no reason for, no reason to, no case for, no place for, no room for, no right to, "
    "no justification for, no question of, not an option, not for sale, not up for negotiation, argue against, lash out at, "
    "attack, in no mood for, no appetite for, no intention of, out of the question, hostile to, not ready to, not prepared to, scoff at, "
    "fear, afraid of, worried about, alarmed at, alarmed by, concerned about, appalled by, appalled at, disappointed with, disappointed by, disappointed at, ashamed of, "
    "sceptical of, skeptical of, sceptical about, skeptical about, suspicious of, distrust, mistrust, mock, ridicule, complain of, complain about, complain that, "
    "sue over, go to court over, go to court against, march against, strike against, sign against, stand in the way of, no patience with, no love for, no use for, "
    "walk away from, walk out over, have none of, nothing to do with, over my dead body, hands off, lament, bemoan, rail against, rail at, furious at, furious about, "
    "angry at, angry about, outraged by, outraged at, unhappy with, unhappy about, campaigned against, speak against, speak out against, have no time for"
)
# Somebody wants something to be done.
WANTS = _phrases(
    "call for, call on, call upon, demand, urge, insist, insist that, want, need, the need for, ask for, ask, propose, promise, pledge, vow, seek, "
    "press for, push for, plead for, plead with, appeal for, appeal to, require, stipulate, hope, hope for, wish, wish for, "
    "would like, time to, time that, it is time, importance of, important that, essential that, necessary that, "
    "request, beg, implore, exhort, ready to, prepared to, willing to, determined to, committed to, intend to, plan to, will vote to, vote to, "
    "agree, agreed, decide to, resolve to, set to, going to, try to, work for, work to, back plan to, "
    "deserve, have a right to, have the right to, be entitled to, long for, yearn for, entitled to, "
    "table a motion for, file a motion for, motion for, collect signatures for, gather signatures for, sign the petition for, sign a petition for"
)
MUST = _phrases(
    "must, should, has to, have to, had to, need to, ought to, shall, cannot go on without, had better"
)
WILL = _phrases("will, would, ll, be to, can, could, may, might")
NOT = _phrases(
    "not, n't, never, no, nobody, none, no one, no longer, without, nor, neither, hardly, nothing, not one, not one more, cannot, far from"
)

# What is done with a thing: more of it, or less.
MORE = _phrases(
    "stay, remain, keep, retain, maintain, preserve, continue, continuation, extend, extension, prolong, presence, stay open, "
    "build, construct, construction, dig, dredge, introduce, introduction, impose, enforce, tighten, bring in, bring back, bring about, raise, increase, "
    "rise, expand, expansion, open, reopen, allow, permit, grant, hold, begin, start, launch, go ahead, go on, go through, run on, keep running, "
    "join, enter, recognise, recognize, recognition, publish, publication, print, disclose, public, sign, ratify, ratification, adopt, pass, enact, implement, "
    "create, establish, deploy, deployment, resume, restore, restoration, guarantee, deliver, carry on, stand, proceed, be done, take place, happen, go forward, lead to, focus on, result in, include, contain, provide, provide for, offer, respect, take into account, work with, cooperate with, double, widen, lengthen, "
    "reintroduce, set up, sell, sale, lease, privatise, privatize, privatisation, berth, hire, write into, secure, strengthen, put it to, put this to, put them to"
)
LESS = _phrases(
    "leave, withdraw, withdrawal, pull out, pullout, pull-out, drawdown, expel, expulsion, evict, remove, removal, depart, departure, "
    "go home, be gone, go away, get out, move out, out, lift, ease, end, stop, halt, cease, suspend, suspension, freeze, scrap, repeal, abolish, "
    "abolition, drop, cancel, cancellation, axe, ditch, revoke, rescind, ban, prohibit, prohibition, forbid, bar, outlaw, block, prevent, close, closure, shut, "
    "shut down, close down, switch off, turn off, phase out, dismantle, demolish, cut, reduce, reduction, slash, lower, curb, limit, restrict, postpone, "
    "delay, put off, shelve, moratorium, leave alone, keep out, keep out of, stay out, stay out of, stay away, stay outside, outside, relocate, relocation, move, "
    "eliminate, pause, quit, give up, renounce, confidential, secret, seal, closed, tear up, tear down, call off, take down, write off, pull down, bury, vote down, neutrality, "
    "do without, kill, shoot, hunt, cull, destroy, do away with, get rid of, expire, lapse, break off, boycott, secrecy, conceal, hide"
)
# Actions that are nouns: never the verb of a proposition.
NOUNS = frozenset(
    "withdrawal pullout pull-out drawdown expulsion removal departure suspension abolition cancellation prohibition closure reduction "
    "moratorium relocation secrecy neutrality continuation extension presence construction introduction expansion recognition publication "
    "ratification deployment restoration sale privatisation end".split()
)
# Longer phrases in which one of these words says nothing.
NOTHING = _phrases(
    "come out of, turn out, find out, carry out, set out, at the end, by the end, in the end, end of the year, end of the month, end of the week, end of the day, left over, close to, stand for, in line with, first step"
)
# What only a change of the thing can mean: to be for a contract is not to be for its publication.
CHANGES = (
    frozenset(
        "publish publication print disclose public confidential secret seal secrecy conceal hide".split()
    ),
    frozenset("raise increase rise lower cut reduce freeze".split()),
)
# With a thing that is published or not, these are that, too.
PUBLISHING = "show see reveal release unveil share".split()
WITHHOLDING = "withhold classified suppress redact blacken".split()
# A verdict on a thing.
GOOD = _phrases(
    "vital, essential, necessary, needed, overdue, indispensable, right thing, only way, best way, only answer, best answer, only just answer, only hope, welcome, "
    "step forward, good thing, good for, benefit, would bring, pay for, create jobs, serve well, bring jobs, great opportunity, opportunity, success, crucial, "
    "a must, useful, beneficial, in our interest, right decision, lifeline, blessing, good news, fair, wise, sensible, justified, the future, worth it, no harm, suitable, right place, "
    "only way out, way out, only way forward, way forward, fair deal, good deal, good bargain, prudent, acceptable, welcome step, step in the right direction, long overdue, "
    "urgent, priority, good sense, common sense, good idea, best idea, best thing, be right, legitimate, a right, timely, binding, last chance, only chance, "
    "worth every, key to, here to stay, gateway, passport to, backbone, pillar, cornerstone, salvation, boon, bargain"
)
BAD = _phrases(
    "waste, waste of money, waste of time, mistake, disaster, catastrophe, unacceptable, intolerable, wicked, wrong, madness, folly, crime, criminal, betrayal, "
    "disgrace, shame, shameful, dangerous, poison, failure, a complete failure, scandal, fairy tale, insult, threat, robbery, theft, unlawful, illegal, "
    "unconstitutional, harmful, useless, pointless, would cost, would ruin, would destroy, would harm, would kill, would drive, muzzle, unnecessary, "
    "too expensive, too dear, nonsense, absurd, surrender, suicide, trap, outrage, outrageous, irresponsible, reckless, unfair, unjust, "
    "not the time to, no time to, too early to, too late to, wrong time to, joke, farce, sham, swindle, mockery, fig leaf, blank cheque, sell-out, sellout, giveaway, humiliation, "
    "burden, menace, monstrosity, graveyard, cemetery, tragedy, disgraceful, foolish, stupid, hasty, premature, ill-judged, short-sighted, unworkable, illegitimate, humiliating, "
    "ruinous, not worth, no answer, no solution, bad idea, bad deal, too high a price, immoral, inhuman, cruel, barbaric, hypocrisy, charade, blunder, risky, too risky, not binding, last thing, gift to, too high, nobody's business, "
    "outlive, licence to, license to, prison, noose, millstone, white elephant, money pit, black hole, death sentence, blow to, slap in the face, stab in the back, "
    "trick, fraud, deception"
)
# What a thing does, with the thing as the subject.
HELPS = _phrases(
    "help, bring, create, save, protect, feed, work, pay off, serve, benefit, unite, heal, calm, modernise, modernize, succeed, "
    "give us, give work, make us safer, keep the peace, keep us safe, make sense, pay for itself, secure, strengthen"
)
HARMS = _phrases(
    "ruin, destroy, kill, hurt, harm, wreck, divide, tear, undermine, endanger, threaten, weaken, bankrupt, poison, fail, "
    "backfire, insult, humiliate, betray, punish, damage, spoil, choke, strangle, drown, cripple, rob, cheat, bury, cost us, cost jobs, cost lives, make things worse, "
    "drive away, drive out, put at risk, break the law, violate, infringe, starve"
)
# What a speaker won't have to do with a thing.
DEALINGS = _phrases(
    "accept, take, touch, sign, hear of, swallow, put up with, tolerate, agree to, live with, lend his name to, lend our name to, be part of, take part in, "
    "have part in, have any part in, join, serve on, sit on, work under, work for, pay for, vote for, have, allow, permit, stand for, be bound by, recognise, recognize, set foot in, "
    "sell, let, enter, cooperate with, talk to, negotiate with, sit down with, attend, be bought with, be bribed with"
)
NEUTRAL = re.compile(
    r"\b(?:tak(?:es?|en|ing)|took|ha(?:s|ve|d)) no (?:side|sides|position|view|stance|opinion)\b|\bneutral\b|\bundecided\b|"
    r"\bneither for nor against\b|\bnot (?:yet )?taken a position\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\b(?:must|every|never|completely|totally|entirely|firmly|strongly|absolutely|categorically|demand\w*|unacceptable|immediate(?:ly)?|"
    r"at once|all|any|entire|gone|will not|won['’]t|only just|under no circumstances|under any|whatever|whoever|without exception|in any form|ever|condemn\w*|denounc\w*|cannot|at any price|"
    r"no \w+ (?:will|shall|can)|wicked|disaster|madness|crime|insist\w*|reject\w*|slam\w*|ha(?:s|ve) to go|there will be no|vow\w*)\b",
    re.IGNORECASE,
)
WEAK = re.compile(
    r"\b(?:could|might|perhaps|may|some|partly|in principle|prepared to|ready to|would consider|live with)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:(?:only |but only |even )?if(?:, and only if,)?(?! not\b)|if and only if|unless|provided(?: that)?|providing(?: that)?|(?:as|so) long as|(?:only )?on (?:the )?condition that|"
    r"(?:only )?on condition of|in exchange for|in return for|on the understanding that|not (?:until|before)|until|while(?= (?:a|the|any|no|there)\b[^.;”\"]*\b(?:is|are|remains?|continues?|earns?|lasts?)\b)|"
    r"(?:but )?(?:only )?(?:after|before|once)(?= [^.;”\"]*\b(?:is|are|was|were|has|have|had|been)\b)|"
    r"(?:but )?only (?:after|when|once|at the end of|with|in case)|in case|subject to|depend(?:s|ed|ing)? on)\b[^.;:”\"!?]{3,160}",
    re.IGNORECASE,
)
# Which of them ask for what they name, which only suppose it, and what a speaker would answer it with.
STRICT = re.compile(
    r"(?:but )?(?:only (?:if|after|when|once|with|on)|if,? and only if|unless|provid|on (?:the )?condition|in exchange|in return|"
    r"on the understanding|not (?:until|before)|until|subject to|depend)",
    re.IGNORECASE,
)
IF = re.compile(r"if\b(?!,? and only if)", re.IGNORECASE)
ANSWER = re.compile(
    r"\b(?:laps(?:e|es|ed)|falls?|resign\w*|quit\w*|walk(?:s|ed)? (?:out|away)|go(?:es)? to (?:court|the judges?)|sue\w*|strike|leave|withdraw\w*|"
    r"vote (?:no|against)|bring down|(?:will|would|shall|can|could|do|does|did)(?:n['’]t| not| never| no longer) (?:sign|support|vote|accept|agree|back|join|attend|take part)|"
    r"oppose\w*|reject\w*|refuse\w*|is off|are off|is over|is dead)\b",
    re.IGNORECASE,
)
IRONY = re.compile(
    r"^\W*(?:oh,? (?:yes|sure|great|of course)|how (?:wonderful|lovely|nice)|sure,)|, of course, and\b",
    re.IGNORECASE,
)
NOT_OWN = frozenset("deny wonder ask question doubt".split())
