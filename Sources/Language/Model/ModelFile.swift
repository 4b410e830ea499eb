internal import Bytes

/// The container of a weights file, with what its matrices need to know: who multiplies them, and whether their bytes
/// are trusted.
struct ModelFile {
  let container: Container
  let kernels: Kernels
  /// Whether the bytes are part of the program: reading the great tables for their checksums would cost more than
  /// everything else that a short text needs.
  let isTrusted: Bool

  /// The section `name`, checked against the size that the model's shape asks for and, unless trusted, its checksum.
  func section(_ name: String, bytes expected: Int) throws(ModelError) -> ByteView {
    let view: ByteView
    do { view = try isTrusted ? container.section(name) : container.checkedSection(name) } catch {
      throw .container(error)
    }
    guard view.count == expected else {
      throw .sectionSize(place: container.place, section: name, expected: expected, found: view.count)
    }
    return view
  }
}
