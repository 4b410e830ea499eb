internal import Glibc

/// Files without a name, of which nothing is left when the program ends, however it ends.
public enum NamelessFile {
  /// Where files lie for a while: `TMPDIR`, or `/tmp`.
  public static var usualFolder: String { unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp" }

  /// Opens one for reading and writing.
  ///
  /// - Parameter folder: where it takes its space.
  /// - Returns: its descriptor, which the caller closes; other programs do not get it.
  /// - Throws: ``BytesError/io(path:action:errno:)`` when none can be made there.
  public static func open(in folder: String) throws(BytesError) -> Int32 {
    // O_TMPFILE, which Swift does not import.
    let withoutName = O_DIRECTORY | 0o20_000_000
    let descriptor = unsafe Glibc.open(folder, O_RDWR | withoutName | O_CLOEXEC, 0o600)
    if descriptor >= 0 { return descriptor }
    // Not every file system has files without a name.
    var name = Array("\(folder)/.tercet-XXXXXX".utf8CString)
    let named = unsafe mkstemp(&name)
    guard named >= 0 else { throw .io(path: folder, action: "create a file in it", errno: errno) }
    _ = unsafe unlink(name)
    _ = fcntl(named, F_SETFD, FD_CLOEXEC)
    return named
  }
}
