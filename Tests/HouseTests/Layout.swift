/// The order of modules and folders, as layout.txt says it.
struct Layout {
  struct Module {
    var name: String
    var line: Int
    /// Modules that any of its folders may import.
    var imports: Set<String> = []
    /// Folders that alone may import a module.
    var guarded: [String: Set<String>] = [:]
    /// The level of each folder; a folder may use its own and lower levels' types, on one level only its own.
    var levels: [String: Int] = [:]
  }

  static let path = "Tests/HouseTests/layout.txt"

  var modules: [Module] = []
  /// Modules of the system, for every module.
  var system: Set<String> = []
  /// Lines that say nothing known.
  var mistakes: [Finding] = []

  init(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.prefix { $0 != "#" }.split(separator: " ", maxSplits: 1)
      guard let keyword = words.first else { continue }
      if !take(String(keyword), words.count > 1 ? String(words[1]) : "", line: index + 1) {
        mistakes.append(
          Finding(
            path: Self.path, line: index + 1,
            message: "expected system, module, imports or folders, found \"\(line)\"; see the top of the file"))
      }
    }
  }

  subscript(name: String) -> Module? { modules.first { $0.name == name } }

  private mutating func take(_ keyword: String, _ rest: String, line: Int) -> Bool {
    if keyword == "system" {
      system.formUnion(Self.items(rest, ","))
      return true
    }
    if keyword == "module" {
      let name = rest.trimming()
      guard self[name] == nil else { return false }
      modules.append(Module(name: name, line: line))
      return true
    }
    guard var module = modules.popLast() else { return false }
    defer { modules.append(module) }
    switch keyword {
    case "imports":
      for item in Self.items(rest, ",") {
        let words = item.split(separator: " ").map(String.init)
        if words.count > 2, words[1] == "in" {
          module.guarded[words[0]] = Set(words[2...])
        } else {
          module.imports.insert(item)
        }
      }
    case "folders":
      for (level, folders) in Self.items(rest, "<").enumerated() {
        for folder in Self.items(folders, ",") { module.levels[folder] = level }
      }
    default: return false
    }
    return true
  }

  private static func items(_ text: String, _ separator: Character) -> [String] {
    text.split(separator: separator).map { String($0).trimming() }.filter { !$0.isEmpty }
  }
}

extension String { func trimming() -> String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) } }
