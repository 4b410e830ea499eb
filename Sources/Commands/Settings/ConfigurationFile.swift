/// The statements that the prompt runs before the first one that is typed.
public struct ConfigurationFile: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// `rc` in the XDG folder of configuration; nil where there is no home.
  public init?(_ environment: ProcessEnvironment) {
    guard let folder = environment.folder("XDG_CONFIG_HOME", otherwise: ".config") else { return nil }
    path = folder + "/rc"
  }
}
