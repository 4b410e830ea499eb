public import Bytes
internal import Glibc

/// What the program finds around it: environment variables, and what its standard streams are.
public struct ProcessEnvironment: Sendable {
  public var variables: [String: String]
  public var isInputTerminal: Bool
  public var isOutputTerminal: Bool
  public var isErrorTerminal: Bool
  /// Whether standard input is a pipe or a socket, whose writer may wait for an answer.
  public var isInputPipe = false
  /// Whether standard output is a pipe or a socket, on which a reader may wait.
  public var isOutputPipe = false
  /// Columns of the terminal of standard output; nil when it is none.
  public var width: Int?
  /// Whether the locale writes UTF-8.
  public var isUTF8: Bool
  /// The arguments that are not UTF-8, by what they are shown as.
  public var foreignArguments: [String: FilePath] = [:]

  public init(
    variables: [String: String] = [:], isInputTerminal: Bool = false, isOutputTerminal: Bool = false,
    isErrorTerminal: Bool = false, width: Int? = nil, isUTF8: Bool = true
  ) {
    self.variables = variables
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.width = width
    self.isUTF8 = isUTF8
  }

  /// A value of `--color`.
  public enum ColorChoice: String, Sendable {
    case auto, always, never
  }

  /// Whether to color: `choice` wins; `auto` colors on a terminal that is not dumb unless NO_COLOR is set.
  public func usesColor(_ choice: ColorChoice, onError: Bool = false) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      (onError ? isErrorTerminal : isOutputTerminal) && !isDumb && (variables["NO_COLOR"] ?? "").isEmpty
    }
  }

  /// A terminal that can only write line after line.
  public var isDumb: Bool { ["", "dumb", "unknown"].contains(variables["TERM"] ?? "") }

  /// The folder of this program for files of one kind; nil where there is no home.
  ///
  /// - Parameters:
  ///   - variable: that of the XDG Base Directory Specification, which counts when it is absolute.
  ///   - usual: the place in the home folder otherwise.
  func folder(_ variable: String, otherwise usual: String) -> String? {
    if let folder = variables[variable], folder.hasPrefix("/") { return folder + "/tercet" }
    guard let home = variables["HOME"], !home.isEmpty else { return nil }
    return "\(home)/\(usual)/tercet"
  }

  /// The path that an argument of the command line is.
  public func path(_ argument: String) -> FilePath { foreignArguments[argument] ?? FilePath(argument) }

  /// The environment of this process. Reads the locale from the environment without setting it.
  public static func current() -> ProcessEnvironment {
    var variables: [String: String] = [:]
    for name in [
      "TERM", "NO_COLOR", "TERCET_HISTORY", "XDG_STATE_HOME", "HOME", "LC_ALL", "LC_CTYPE", "LANG", "COLUMNS",
      "XDG_CONFIG_HOME", "PAGER", "TERCET_PAGER", "PATH",
    ] {
      if let value = unsafe getenv(name) { variables[name] = unsafe String(cString: value) }
    }
    var environment = ProcessEnvironment(variables: variables)
    environment.isInputTerminal = isatty(0) == 1
    environment.isOutputTerminal = isatty(1) == 1
    environment.isErrorTerminal = isatty(2) == 1
    environment.isInputPipe = isPipe(0)
    environment.isOutputPipe = isPipe(1)
    environment.isUTF8 = localeNamesUTF8(variables)
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = unsafe CommandLine.unsafeArgv[place] else { continue }
      let path = unsafe FilePath(bytes: UnsafeRawBufferPointer(start: argument, count: strlen(argument)).map { $0 })
      if !path.isUTF8 { environment.foreignArguments[path.text] = path }
    }
    if environment.isOutputTerminal { environment.width = terminalWidth() ?? 80 }
    return environment
  }

  private static func isPipe(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind == S_IFIFO || kind == S_IFSOCK
  }

  /// The width of the terminal now: it may have been resized.
  public static func terminalWidth() -> Int? {
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The first of LC_ALL, LC_CTYPE and LANG that is set decides, as POSIX orders them. Without any, output that is not
  /// for a terminal is UTF-8 all the same.
  static func localeNamesUTF8(_ variables: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { variables[$0] }.filter { !$0.isEmpty }
    guard let locale = names.first?.lowercased() else { return true }
    return locale.contains("utf-8") || locale.contains("utf8")
  }
}
