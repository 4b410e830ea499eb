/// The statements that the prompt runs before the first one that is typed.
public struct ConfigurationFile: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// `rc` in the XDG folder of configuration; nil where there is no home.
  public init?(_ environment: ProcessEnvironment) {
    if let folder = environment.variables["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      path = folder + "/tercet/rc"
    } else if let home = environment.variables["HOME"], !home.isEmpty {
      path = home + "/.config/tercet/rc"
    } else {
      return nil
    }
  }
}
