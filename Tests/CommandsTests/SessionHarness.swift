import Bytes
import GraphModel
import TestSupport

@testable import Commands

/// A session, on the sample graph if nothing else is said, whose streams are kept.
struct SessionHarness {
  let session: Session<MemoryGraph>
  let output = TextStream()
  let messages = TextStream()

  init(
    _ environment: ProcessEnvironment = ProcessEnvironment(), settings: Settings = Settings(),
    content: GraphContent = SampleGraph.content
  ) throws {
    session = Session(
      graph: try MemoryGraph(content), verbTable: .standard, storeName: "sample.tercet", output: output,
      messages: messages,
      environment: environment, settings: settings)
  }

  /// Runs a script; its status.
  @discardableResult
  func run(_ text: String, name: String? = "test.tq", keepsGoing: Bool = false) throws -> ExitStatus {
    var runner = ScriptRunner(session: session, name: name, keepsGoing: keepsGoing)
    try runner.run(text, isLast: true)
    return runner.status
  }
}
