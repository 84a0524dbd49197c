# SPDX-License-Identifier: EUPL-1.2
"""The table `referral`: each that was sent, with the days on which it was answered and came about.

An answer belongs to the last referral that was sent before it: of those to its organisation, when
the log says to whom each of a person was sent, else of all. Somebody is met at the first contact
with the receiver after that; who receives is told by the column, or by who accepted or refused.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.measures.steps import Step

REFERRAL = "referral"
SCHEMA = {
    "case": "string",
    "seq": "int64",
    "done": "int64",
    "sender": "string",
    "receiver": "string",
    "frame": "string",
    "frame2": "string",
    "rule": "string",
    "unsure": "boolean",  # another one of this person was open, and nobody said to whom
    "sent": "int64",
    "accepted": "int64",
    "rejected": "int64",
    "met": "int64",
    "reported": "int64",
    "withdrawn": "int64",
}


def referrals(used: ir.Table) -> ir.Table:
    return _with_withdrawal(_with_contact(_answered(used), used), used).select(*SCHEMA)


def _answered(used: ir.Table) -> ir.Table:
    """Each sent, with the answers to it."""
    sent = used.filter(used.step == Step.SENT)
    told = sent.group_by(told_case=sent.case).aggregate(told=sent.receiver.notnull().all())
    both = used.join(told, used.case == told.told_case)
    to = ibis.ifelse(both.step == Step.SENT, both.receiver, both.organisation)
    threaded = both.mutate(
        thread=ibis.ifelse(both.told, to.fill_null(""), ""),
        opens=(both.step == Step.SENT).fill_null(ibis.literal(value=False)).cast("int64"),
    )
    until_here = ibis.cumulative_window(
        group_by=[threaded.case, threaded.thread], order_by=[threaded.done, threaded.seq]
    )
    numbered = threaded.mutate(number=threaded.opens.sum().over(until_here))
    rows = numbered.filter(numbered.number > 0)

    def first(column: str, *steps: Step) -> ir.Value:
        return rows[column].first(
            where=rows.step.isin([one.value for one in steps]) & rows[column].notnull(),
            order_by=[rows.done, rows.seq],
        )

    answered = rows.group_by("case", "thread", "number").aggregate(
        told=rows.told.any(),
        seq=first("seq", Step.SENT),
        done=first("done", Step.SENT),
        sender=first("organisation", Step.SENT),
        to=first("receiver", Step.SENT),
        answerer=first("organisation", Step.ACCEPTED, Step.REJECTED, Step.MET),
        frame=first("frame", Step.SENT),
        frame2=first("frame", Step.ACCEPTED, Step.REJECTED, Step.MET),
        rule=first("rule", Step.REJECTED),
        sent=first("day", Step.SENT),
        accepted=first("day", Step.ACCEPTED),
        rejected=first("day", Step.REJECTED),
        seen=first("day", Step.MET),
        reported=first("day", Step.REPORTED),
    )
    order = ibis.window(group_by=answered.case, order_by=[answered.done, answered.seq])
    closed = answered.mutate(shut=_earliest(answered.rejected, answered.seen))
    before, shut = closed.sent.lag().over(order), closed.shut.lag().over(order)
    return closed.mutate(
        receiver=ibis.coalesce(closed.to, closed.answerer),
        unsure=~closed.told & before.notnull() & (shut.isnull() | (shut > closed.sent)),
    )


def _with_contact(answered: ir.Table, used: ir.Table) -> ir.Table:
    """The first contact with the receiver after it was sent, and before it was sent there again."""
    order = ibis.window(
        group_by=[answered.case, answered.receiver], order_by=[answered.done, answered.seq]
    )
    bounded = answered.mutate(again=answered.done.lead().over(order))
    seen = used.filter(used.met).select(
        c_case="case", c_org="organisation", c_done="done", c_seq="seq", c_day="day"
    )
    pairs = bounded.inner_join(seen, [bounded.case == seen.c_case, bounded.receiver == seen.c_org])
    after = (pairs.c_done > pairs.done) | ((pairs.c_done == pairs.done) & (pairs.c_seq > pairs.seq))
    within = pairs.filter(after & (pairs.again.isnull() | (pairs.c_done < pairs.again)))
    contact = within.group_by(m_case=within.case, m_seq=within.seq).aggregate(
        contact=within.c_day.min()
    )
    both = answered.left_join(
        contact, [answered.case == contact.m_case, answered.seq == contact.m_seq]
    )
    return both.mutate(met=_earliest(both.seen, both.contact))


def _with_withdrawal(answered: ir.Table, used: ir.Table) -> ir.Table:
    stopped = used.filter(used.step == Step.WITHDRAWN).select(
        w_case="case", w_done="done", w_day="day", w_seq="seq"
    )
    pairs = answered.inner_join(stopped, answered.case == stopped.w_case)
    after = (pairs.w_done > pairs.done) | ((pairs.w_done == pairs.done) & (pairs.w_seq > pairs.seq))
    within = pairs.filter(after)
    first = within.group_by(s_case=within.case, s_seq=within.seq).aggregate(
        withdrawn=within.w_day.min()
    )
    return answered.left_join(first, [answered.case == first.s_case, answered.seq == first.s_seq])


def _earliest(one: ir.IntegerColumn, other: ir.IntegerColumn) -> ir.IntegerValue:
    """Of the days that are known."""
    return ibis.least(ibis.coalesce(one, other), ibis.coalesce(other, one))
