import Bytes
import Glibc

/// Runs a program to its end and keeps what it wrote.
public struct ProcessRun: Sendable {
  /// The exit status; 128 + the signal's number when a signal ended it.
  public var status: Int32
  public var output: String
  public var errors: String

  /// - Parameters:
  ///   - input: what the program reads from standard input.
  ///   - environment: variables in place of this process's, besides PATH.
  ///   - outputPath: where standard output goes instead of into ``output``.
  /// - Throws: when the program cannot be started.
  public init(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:],
    outputPath: String? = nil
  ) throws {
    let folder = try TemporaryFolder()
    try AtomicFile.replace(folder.file("in"), with: Array(input.utf8))
    let create = O_WRONLY | O_CREAT | O_TRUNC
    let child = try RunningProgram(
      [program] + arguments, environment: Self.variables(environment),
      descriptors: [
        (0, .file(folder.file("in"), flags: O_RDONLY)),
        (
          1,
          .file(
            outputPath ?? folder.file("out"), flags: outputPath == nil ? create : O_WRONLY, permissions: 0o600)
        ), (2, .file(folder.file("err"), flags: create, permissions: 0o600)),
      ])
    status = child.wait()
    output = outputPath == nil ? Self.text(folder.file("out")) : ""
    errors = Self.text(folder.file("err"))
  }

  private static func text(_ path: String) -> String {
    guard let file = try? MappedFile(path: path) else { return "" }
    return String(decoding: file.bytes.array(), as: UTF8.self)
  }

  /// `NAME=value` of each, and PATH.
  static func variables(_ environment: [String: String]) -> [String] {
    environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }.map { "\($0.key)=\($0.value)" }
  }
}
