internal import CSerd
internal import Turtle

/// What serd calls back into while it reads one file.
///
/// Safe to use: the pointers live inside `run`, which outlives every call.
@safe final class TurtleCollector {
  var terms: TermTable
  var triples: [Triple] = []
  var failure: TurtleMistake?

  private let source: Int
  private let cursor: UnsafeMutablePointer<tercet_serd_cursor>
  private var prefixes: [String: String] = [:]
  /// CURIEs already resolved in this file.
  private var resolved: [String: TermID] = [:]
  private var lastEnd = 0
  // Neighboring statements mostly share their subject or predicate.
  private var subject = (bytes: [UInt8](), id: TermID(0))
  private var predicate = (bytes: [UInt8](), id: TermID(0))

  init(terms: TermTable, source: Int) {
    self.terms = terms
    self.source = source
    unsafe cursor = .allocate(capacity: 1)
    unsafe cursor.initialize(to: tercet_serd_cursor())
  }

  deinit { unsafe cursor.deallocate() }

  /// Reads the bytes; returns whether serd reported a failure.
  func run(_ bytes: [UInt8]) -> Bool {
    let handle = unsafe Unmanaged.passUnretained(self).toOpaque()
    let reader = unsafe serd_reader_new(
      SERD_TURTLE, handle, nil, nil,
      { unsafe TurtleCollector.from($0).prefix($1, $2) },
      { handle, _, _, subject, predicate, object, datatype, language in
        unsafe TurtleCollector.from(handle).statement(subject, predicate, object, datatype, language)
      }, nil)
    guard let reader = unsafe reader else { return true }
    defer { unsafe serd_reader_free(reader) }
    unsafe serd_reader_set_strict(reader, true)
    unsafe serd_reader_set_error_sink(reader, { unsafe TurtleCollector.from($0).error($1) }, handle)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      // An empty file has no address to give.
      guard let address = buffer.baseAddress else { return false }
      unsafe cursor.pointee = unsafe tercet_serd_cursor(bytes: address, size: buffer.count, position: 0)
      // A file without statements is a mere failure, no error.
      return unsafe tercet_serd_read_all(reader, cursor).rawValue > SERD_FAILURE.rawValue
    }
  }

  private static func from(_ handle: UnsafeMutableRawPointer?) -> TurtleCollector {
    // `run` passes itself and outlives the read, so the handle is never nil.
    unsafe Unmanaged<TurtleCollector>.fromOpaque(handle!).takeUnretainedValue()
  }

  private func prefix(_ name: UnsafePointer<SerdNode>, _ iri: UnsafePointer<SerdNode>) -> SerdStatus {
    let length = unsafe iri.pointee.n_bytes
    guard length <= TurtleNamespace.longest else {
      _ = unsafe fail(TurtleNamespace.complaint(length), at: "<" + text(iri.pointee))
      return SERD_ERR_INTERNAL
    }
    unsafe prefixes[text(name.pointee)] = text(iri.pointee)
    resolved.removeAll()
    subject.bytes = []
    predicate.bytes = []
    return SERD_SUCCESS
  }

  private func statement(
    _ subject: UnsafePointer<SerdNode>, _ predicate: UnsafePointer<SerdNode>, _ object: UnsafePointer<SerdNode>,
    _ datatype: UnsafePointer<SerdNode>?, _ language: UnsafePointer<SerdNode>?
  ) -> SerdStatus {
    // The byte at the position has been peeked at, not consumed.
    let end = unsafe max(lastEnd, cursor.pointee.position - 1)
    defer { lastEnd = end }
    guard let subjectID = unsafe repeating(&self.subject, subject.pointee),
      let predicateID = unsafe repeating(&self.predicate, predicate.pointee)
    else { return SERD_ERR_BAD_CURIE }
    let value: Triple.Object
    if unsafe object.pointee.type == SERD_LITERAL {
      if unsafe datatype != nil && datatype!.pointee.type != SERD_NOTHING {
        value = .other
      } else {
        let tag = unsafe language.flatMap { unsafe $0.pointee.type == SERD_NOTHING ? nil : text($0.pointee) }
        value = unsafe .text(text(object.pointee), language: tag)
      }
    } else {
      guard let id = unsafe identifier(of: object.pointee) else { return SERD_ERR_BAD_CURIE }
      value = .term(id)
    }
    triples.append(
      Triple(
        subject: subjectID, predicate: predicateID, object: value, source: source, start: lastEnd, end: end))
    return SERD_SUCCESS
  }

  private func error(_ error: UnsafePointer<SerdError>) -> SerdStatus {
    guard failure == nil else { return SERD_SUCCESS }
    failure = unsafe TurtleMistake(error)
    return SERD_SUCCESS
  }

  private func repeating(_ last: inout (bytes: [UInt8], id: TermID), _ node: SerdNode) -> TermID? {
    let bytes = unsafe UnsafeBufferPointer(start: node.buf, count: node.n_bytes)
    if unsafe bytes.count == last.bytes.count && bytes.elementsEqual(last.bytes) { return last.id }
    guard let id = unsafe identifier(of: node) else { return nil }
    last = unsafe (Array(bytes), id)
    return id
  }

  private func identifier(of node: SerdNode) -> TermID? {
    let written = unsafe text(node)
    switch unsafe node.type {
    case SERD_BLANK: return terms.identifier(of: "_:\(source).\(written)")
    case SERD_URI:
      guard written.utf8.contains(UInt8(ascii: ":")) else {
        return fail("relative IRI <\(written)>", at: "<" + written)
      }
      return terms.identifier(of: written)
    default:
      if let known = resolved[written] { return known }
      guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")),
        let namespace = prefixes[String(written[..<colon])]
      else { return fail("undeclared prefix in “\(written)”", at: written) }
      let id = terms.identifier(of: namespace + String(written[written.utf8.index(after: colon)...]))
      resolved[written] = id
      return id
    }
  }

  /// Notes a mistake in the statement that is being read, where `term` stands last.
  private func fail(_ detail: String, at term: String) -> TermID? {
    guard failure == nil else { return nil }
    let taken = unsafe Array(UnsafeBufferPointer(start: cursor.pointee.bytes, count: cursor.pointee.position))
    let wanted = Array(term.utf8)
    var offset = max(0, taken.count - wanted.count)
    while offset > lastEnd && !taken[offset...].starts(with: wanted) { offset -= 1 }
    let lines = taken[..<offset].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    failure = TurtleMistake(line: lines.count, column: (lines.last?.count ?? 0) + 1, detail: detail)
    return nil
  }

  private func text(_ node: SerdNode) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: node.buf, count: node.n_bytes), as: UTF8.self)
  }
}
