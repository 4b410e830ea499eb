internal import Glibc
internal import GraphQuery

extension StatementCompleter {
  /// The words among `candidates` that begin with `typed`.
  static func offer(_ candidates: [String], for typed: String) -> Completion {
    let folded = typed.lowercased()
    return completion(candidates.filter { $0.lowercased().hasPrefix(folded) }, replacing: typed)
  }

  /// What all `candidates` have in common takes the place of `typed`; the only one is followed by a space.
  static func completion(_ candidates: [String], replacing typed: String) -> Completion {
    guard let first = candidates.first else { return .none }
    let replaced = typed.unicodeScalars.count
    if candidates.count == 1 { return Completion(replaced: replaced, insertion: first + " ", candidates: candidates) }
    var common = first[...]
    for candidate in candidates.dropFirst() { common = commonStart(common, candidate) }
    let insertion = common.count >= typed.count ? String(common) : typed
    return Completion(replaced: replaced, insertion: insertion, candidates: candidates)
  }

  private static func commonStart(_ a: Substring, _ b: String) -> Substring {
    let length = zip(a, b).prefix { $0.lowercased() == $1.lowercased() }.count
    return a.prefix(length)
  }

  /// Names of files that begin with `typed`; folders end with a slash.
  static func files(_ typed: String) -> Completion {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = String(typed.dropFirst(folder.count))
    guard let listing = unsafe opendir(folder.isEmpty ? "." : folder) else { return .none }
    defer { unsafe _ = closedir(listing) }
    var names: [String] = []
    while let entry = unsafe readdir(listing) {
      var record = unsafe entry.pointee
      let name = unsafe withUnsafePointer(to: &record.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name.hasPrefix(start), !name.hasPrefix(".") || start.hasPrefix(".") else { continue }
      let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
      names.append(folder + name + (isFolder ? "/" : ""))
    }
    var completion = completion(names.sorted(), replacing: typed)
    if completion.insertion.hasSuffix("/ ") { completion.insertion.removeLast() }
    return completion
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
