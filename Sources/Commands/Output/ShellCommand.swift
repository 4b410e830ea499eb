internal import Bytes
internal import Glibc

/// A command of the shell that reads what is written to ``descriptor``, and writes where this program does.
final class ShellCommand {
  /// The end of a pipe that the command reads.
  let descriptor: Int32
  private let program: RunningProgram
  private var pipe: ProgramPipe
  private var formerAction = sigaction()

  /// Starts `command`. Until ``finish()`` ^C is for the command, not for this program.
  ///
  /// - Throws: ``CommandError/cannotStart(_:reason:)``.
  init(_ command: String) throws(CommandError) {
    guard var pipe = ProgramPipe() else { throw .cannotStart(command, reason: errno) }
    do {
      program = try RunningProgram(["/bin/sh", "-c", command], descriptors: [(0, .copy(pipe.reading))])
    } catch {
      pipe.close()
      if case .io(_, _, let reason) = error { throw .cannotStart(command, reason: reason) }
      throw .cannotStart(command, reason: EIO)
    }
    pipe.closeReading()
    descriptor = pipe.writing
    self.pipe = pipe
    var ignored = sigaction()
    unsafe ignored.__sigaction_handler.sa_handler = SIG_IGN
    unsafe sigaction(SIGINT, &ignored, &formerAction)
  }

  deinit { finish() }

  /// Closes the pipe and waits for the end of the command.
  ///
  /// - Returns: its exit status; 128 and the number of the signal that ended it.
  @discardableResult
  func finish() -> Int32 {
    guard pipe.writing >= 0 else { return 0 }
    pipe.closeWriting()
    let status = program.wait()
    unsafe sigaction(SIGINT, &formerAction, nil)
    return status
  }
}
