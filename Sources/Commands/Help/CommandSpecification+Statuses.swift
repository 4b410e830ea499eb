internal import Bytes

extension CommandSpecification {
  /// The exit statuses that it has, and what they mean.
  var statuses: [(status: ExitStatus, meaning: String)] {
    var statuses: [(ExitStatus, String)] = [(.answered, "done")]
    switch name {
    case "query":
      statuses = [
        (.answered, "every statement was answered"),
        (.noAnswer, "one found nothing, or not what the script expects"), (.failed, "one failed"),
      ]
    case "check": statuses.append((.noAnswer, "examples of the schema fail"))
    case "export":
      statuses += [
        (.noAnswer, "nothing to export: the statement has no answer with entities, or a name means several"),
        (.failed, "a statement or a name of it is not understood, or dot is missing or fails"),
      ]
    default: break
    }
    statuses.append((.usage, "wrong use of the command"))
    if !operands.isEmpty, name != "help", name != "completions", name != "manual" {
      statuses += [
        (.badData, "damaged or unusable data"), (.noInput, "an input is not there"),
        (.inputOutput, "reading or writing failed"), (.interrupted, "interrupted"),
      ]
    }
    return statuses
  }
}
