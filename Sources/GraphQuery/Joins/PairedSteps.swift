/// The last two steps of a plan, where what the last one needs is in memory, so that both are counted in one walk.
struct PairedSteps {
  /// From the candidates of the last step but one to those of the last one.
  let relation: PredicateIndex
  /// The check of the last step that is the same for all candidates of the one before.
  let fixed: Int?
  /// The check of the last step but one, when it has no other and is in memory.
  let only: Int?

  /// Nil where the steps are counted one after another.
  init?(_ plan: PatternPlan, _ relations: [PredicateIndex?]) {
    guard plan.steps.count > 1, let last = plan.steps.last, last.loops.isEmpty,
      last.checks.count == 1 || last.checks.count == 2
    else { return nil }
    let before = plan.steps[plan.steps.count - 2]
    let moving = last.checks.filter { plan.checks[$0].variable == before.variable }
    guard moving.count == 1, let relation = relations[plan.checks[moving[0]].pattern] else { return nil }
    self.relation = relation
    fixed = last.checks.first { $0 != moving[0] }
    let isOnly = before.loops.isEmpty && before.checks.count == 1
    only = isOnly && relations[plan.checks[before.checks.lowerBound].pattern] != nil ? before.checks.lowerBound : nil
  }
}
