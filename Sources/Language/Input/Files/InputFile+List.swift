extension InputFile {
  /// The files that `inputs` name, folders walked, and what is wrong with the others.
  ///
  /// An id is the name of the file without its ending; where two are alike, the path from the folder that was named;
  /// where those are alike too, the path as it was given.
  static func list(_ inputs: [String]) -> (files: [InputFile], errors: [InputError]) {
    var found: [(path: String, relative: String)] = []
    var errors: [InputError] = []
    for input in inputs {
      if input == standardInput {
        found.append((input, "stdin"))
        continue
      }
      do {
        switch try FileSystem.kind(of: input) {
        case .file: found.append((input, String(name(of: input))))
        case .folder:
          let before = (found.count, errors.count)
          let folder = input.hasSuffix("/") ? input : input + "/"
          walk(folder, relative: "", into: &found, errors: &errors)
          if (found.count, errors.count) == before { errors.append(.noDocuments(folder: input)) }
        }
      } catch {
        errors.append(error)
      }
    }
    return (named(found), errors)
  }

  private static func walk(
    _ folder: String, relative: String, into found: inout [(path: String, relative: String)],
    errors: inout [InputError]
  ) {
    do {
      for name in try FileSystem.names(in: folder) {
        do {
          try take(name, in: folder, relative: relative, into: &found, errors: &errors)
        } catch {
          errors.append(error)
        }
      }
    } catch {
      errors.append(error)
    }
  }

  private static func take(
    _ name: String, in folder: String, relative: String, into found: inout [(path: String, relative: String)],
    errors: inout [InputError]
  ) throws(InputError) {
    let path = folder + name
    switch try FileSystem.kind(of: path) {
    case .folder:
      if !FileSystem.isLinkToFolder(path) {
        walk(path + "/", relative: relative + name + "/", into: &found, errors: &errors)
      }
    case .file:
      if hasKnownEnding(name) { found.append((path, relative + name)) }
    }
  }

  private static func hasKnownEnding(_ name: String) -> Bool {
    let inner = ending(of: name) == "gz" ? withoutEnding(name) : name
    return InputFormat.knownEndings.contains(ending(of: inner))
  }

  private static func named(_ found: [(path: String, relative: String)]) -> [InputFile] {
    var names: [String: Int] = [:]
    var relatives: [String: Int] = [:]
    for (_, relative) in found {
      names[withoutEndings(name(of: relative)), default: 0] += 1
      relatives[withoutEndings(relative), default: 0] += 1
    }
    return found.map { path, relative in
      let short = withoutEndings(name(of: relative))
      if names[short] == 1 { return InputFile(path: path, id: short) }
      let long = withoutEndings(relative)
      return InputFile(path: path, id: relatives[long] == 1 ? long : withoutEndings(path))
    }
  }
}
