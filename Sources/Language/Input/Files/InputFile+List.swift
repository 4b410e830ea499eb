internal import Bytes

extension InputFile {
  /// A file that was found: where it lies, and its path from the folder that was named.
  private struct Found {
    var path: FilePath
    var relative: String
    var isNamed: Bool
  }

  /// The files that `inputs` name, folders walked, and what is wrong with the others.
  ///
  /// An id is the name of the file without its ending; where two are alike, the path from the folder that was named;
  /// where those are alike too, the path as it was given.
  static func list(_ inputs: [FilePath]) -> (files: [InputFile], skipped: SkippedFiles, errors: [InputError]) {
    var found: [Found] = []
    var skipped = SkippedFiles()
    var errors: [InputError] = []
    for input in inputs {
      if input.text == standardInput {
        found.append(Found(path: input, relative: "stdin", isNamed: true))
        continue
      }
      do {
        switch try FileSystem.kind(of: input) {
        case .file, .special:
          found.append(Found(path: input, relative: String(name(of: input.text)), isNamed: true))
        case .folder:
          let before = (found.count, errors.count)
          walk(input, relative: "", into: &found, skipped: &skipped, errors: &errors)
          if (found.count, errors.count) == before { errors.append(.noDocuments(folder: input.text)) }
        }
      } catch {
        errors.append(error)
      }
    }
    return (named(found), skipped, errors)
  }

  private static func walk(
    _ folder: FilePath, relative: String, into found: inout [Found], skipped: inout SkippedFiles,
    errors: inout [InputError]
  ) {
    do {
      for name in try FileSystem.names(in: folder) {
        do {
          try take(name, in: folder, relative: relative, into: &found, skipped: &skipped, errors: &errors)
        } catch {
          errors.append(error)
        }
      }
    } catch {
      errors.append(error)
    }
  }

  private static func take(
    _ name: FilePath, in folder: FilePath, relative: String, into found: inout [Found], skipped: inout SkippedFiles,
    errors: inout [InputError]
  ) throws(InputError) {
    let path = folder.appending(name)
    let shown = relative + name.text
    if name.bytes.first == UInt8(ascii: ".") {
      skipped.add(Folder.isThere(path) ? shown + "/" : shown, as: "hidden")
      return
    }
    switch try FileSystem.kind(of: path) {
    case .folder:
      if FileSystem.isLinkToFolder(path) {
        skipped.add(shown + "/", as: "links to folders")
      } else {
        walk(path, relative: shown + "/", into: &found, skipped: &skipped, errors: &errors)
      }
    case .file:
      if hasKnownEnding(name.text) {
        found.append(Found(path: path, relative: shown, isNamed: false))
      } else {
        skipped.add(shown, as: kind(of: name.text))
      }
    case .special:
      if hasKnownEnding(name.text) {
        errors.append(.special(path: path.text))
      } else {
        skipped.add(shown, as: "pipes, sockets or devices")
      }
    }
  }

  /// `csv`, `csv.gz`; a long ending is none.
  private static func kind(of name: String) -> String {
    let ending = ending(of: name)
    if ending.isEmpty || ending.utf8.count > 12 { return "without ending" }
    let inner = Self.ending(of: withoutEnding(name))
    return ending == "gz" && !inner.isEmpty && inner.utf8.count <= 12 ? inner + ".gz" : ending
  }

  private static func hasKnownEnding(_ name: String) -> Bool {
    let inner = ending(of: name) == "gz" ? withoutEnding(name) : name
    return InputFormat.knownEndings.contains(ending(of: inner))
  }

  private static func named(_ found: [Found]) -> [InputFile] {
    // Paths that are not UTF-8 may be different and look the same.
    var shown: [String: [FilePath]] = [:]
    for file in found where !file.path.isUTF8 { shown[file.path.text, default: []].append(file.path) }
    let alike = found.map { shown[$0.path.text]?.firstIndex(of: $0.path) ?? 0 }
    var names: [String: Int] = [:]
    var relatives: [String: Int] = [:]
    for (file, number) in zip(found, alike) where number == 0 {
      names[withoutEndings(name(of: file.relative)), default: 0] += 1
      relatives[withoutEndings(file.relative), default: 0] += 1
    }
    return zip(found, alike).map { file, number in
      let short = withoutEndings(name(of: file.relative))
      let long = withoutEndings(file.relative)
      let id = names[short] == 1 ? short : relatives[long] == 1 ? long : withoutEndings(file.path.text)
      return InputFile(file.path, id: number == 0 ? id : "\(id)-\(number + 1)", isNamed: file.isNamed)
    }
  }
}
