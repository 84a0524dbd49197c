# SPDX-License-Identifier: EUPL-1.2
"""From one row of the front to a plan that people can follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.answer import Bend, Leg, Plan, RuleSlack, Step
from ruimbaan.core.planner.critical import CriticalPath
from ruimbaan.core.planner.extract import applications_for
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.front import Row
from ruimbaan.core.planner.lateness import Target, arrivals, uncovered_days
from ruimbaan.core.planner.losses import losses_of
from ruimbaan.core.planner.problem import Door, Problem, Switches, bits
from ruimbaan.core.planner.schedule import Schedule
from ruimbaan.core.planner.steps import StepMaker


@dataclass(slots=True)
class PlanMaker:
    """Makes one row of the front into a plan that people can follow. `services` are enough."""

    schedule: Schedule
    target: Target
    row: Row
    state: State
    services: tuple[str, ...]

    def plan(self) -> Plan:
        applications = self._applications()
        steps = self._steps(applications)
        reached = self._arrivals()
        return Plan(
            world_digest=self.problem.world.digest,
            as_of=self.problem.world.as_of,
            flexed=self.problem.rules_in(self.row.bent),
            lateness=self.row.lateness,
            asks=self.row.asks,
            uncovered=uncovered_days(self.problem, self.state, reached),
            arrivals=reached,
            steps=steps,
            losses=losses_of(self.problem, self.state.switches, applications, reached),
            bends=self._bends(),
            critical=self._critical(reached),
            rule_slack=self._rule_slack(steps),
        )

    @property
    def problem(self) -> Problem:
        return self.schedule.problem

    def _applications(self) -> Mapping[Door, DaySet]:
        return applications_for(self.schedule, self.state, self.services)

    def _steps(self, applications: Mapping[Door, DaySet]) -> tuple[Step, ...]:
        return StepMaker.of(self.schedule, self.state, applications).steps()

    def _arrivals(self) -> dict[str, int | None]:
        return arrivals(self.problem, self.state)

    def _bends(self) -> tuple[Bend, ...]:
        return tuple(self._bend(switch) for switch in bits(self.row.bent))

    def _bend(self, switch: Switches) -> Bend:
        without = self.target.start(self.row.bent & ~switch)
        return Bend(
            rule=self.problem.rules_in(switch)[0],
            days_won=self.target.lateness(without) - self.row.lateness,
            without=self.target.arrivals(without),
        )

    def _critical(self, reached: dict[str, int | None]) -> dict[str, tuple[Leg, ...]]:
        path = CriticalPath(self.problem, self.state)
        return {fact: path.to(fact, day) for fact, day in reached.items() if day is not None}

    def _rule_slack(self, steps: tuple[Step, ...]) -> tuple[RuleSlack, ...]:
        """Every rule that stands on a step of the plan and is not bent."""
        slack: dict[str, int] = {}
        for step in steps:
            for rule in self._rules_on(step):
                slack[rule] = min(step.slack, slack.get(rule, step.slack))
        return tuple(
            RuleSlack(rule, self._won_by_bending(rule), days)
            for rule, days in slack.items()
            if not self.problem.rule_switch[rule] & self.row.bent
        )

    def _rules_on(self, step: Step) -> list[str]:
        service = self.problem.world.services[step.service]
        rules = [need.rule for need in step.needs]
        if step.wait:
            rules.append(service.wait.rule)
        if service.opens is not None:
            rules.append(service.opens.rule)
        return [rule for rule in dict.fromkeys(rules) if rule]

    def _won_by_bending(self, rule: str) -> int:
        if not self.problem.world.rules[rule].may_bend:
            return 0
        also: State = self.target.start(self.row.bent | self.problem.rule_switch[rule])
        return self.row.lateness - self.target.lateness(also)
