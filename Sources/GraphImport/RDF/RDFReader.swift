internal import Bytes
internal import CSerd
internal import Glibc
internal import GraphModel
internal import Turtle

/// Reads RDF by serd.
// Safe to use: the pointers live inside the calls of serd, which this object outlives.
@safe
final class RDFReader {
  private let reader: OpaquePointer
  private let environment: OpaquePointer
  /// What statements are handed to; nil to collect them.
  private var body: ((RDFStatement) throws -> Void)?
  private var collected: [RDFStatement] = []
  private var failure: TurtleMistake?
  private var thrown: (any Error)?
  /// A name with a prefix that the file does not define.
  private var undefined: String?
  /// Statements handed to ``body``.
  private var count = 0
  private let blankPrefix: String
  /// What a file of Turtle is read from.
  private var source: TurtleSource?
  /// The prefixes that a file of Turtle defines.
  private var prefixes: Set<String> = []
  /// A line has one statement, but serd reads on.
  private static let mostOfALine = 1_000
  /// serd looks each name with a prefix up among all of them. Ontologies have up to a hundred.
  private static let mostPrefixes = 1_000

  /// A reader of single lines of N-Triples, or of N-Quads, of whose graphs nothing is kept.
  ///
  /// - Parameter blankPrefix: what stands before the names of blank nodes.
  /// - Throws: when there is no memory for it.
  convenience init(hasGraphs: Bool, path: String, blankPrefix: String) throws(BytesError) {
    try self.init(hasGraphs ? SERD_NQUADS : SERD_NTRIPLES, path, blankPrefix)
  }

  private init(_ syntax: SerdSyntax, _ path: String, _ blankPrefix: String) throws(BytesError) {
    self.blankPrefix = blankPrefix
    let outOfMemory = BytesError.io(path: path, action: "read", errno: ENOMEM)
    guard let environment = unsafe serd_env_new(nil) else { throw outOfMemory }
    unsafe self.environment = environment
    let box = UnsafeMutablePointer<Unmanaged<RDFReader>?>.allocate(capacity: 1)
    unsafe box.initialize(to: nil)
    let made = unsafe serd_reader_new(
      syntax, box, { unsafe $0?.deallocate() },
      { unsafe RDFReader.from($0).base($1) }, { unsafe RDFReader.from($0).prefix($1, $2) },
      { handle, _, _, subject, predicate, object, datatype, language in
        unsafe RDFReader.from(handle).statement(subject, predicate, object, datatype, language)
      }, nil)
    guard let reader = unsafe made else {
      unsafe serd_env_free(environment)
      throw outOfMemory
    }
    unsafe self.reader = reader
    unsafe box.pointee = Unmanaged.passUnretained(self)
    unsafe serd_reader_set_strict(reader, true)
    unsafe serd_reader_set_error_sink(reader, { unsafe RDFReader.from($0).error($1) }, box)
  }

  deinit {
    unsafe serd_reader_free(reader)
    unsafe serd_env_free(environment)
  }

  /// The statement of a line; none when it is empty or a comment.
  func statements(ofLine line: ArraySlice<UInt8>) throws(ImportProblem) -> [RDFStatement] {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return [] }
    guard !line.contains(0) else { throw ImportProblem("a zero byte") }
    failure = nil
    collected.removeAll(keepingCapacity: true)
    let text = Array(line) + [0x0A, 0]
    // The text has at least the two bytes behind the line, so there is an address.
    let status = unsafe text.withUnsafeBufferPointer { unsafe serd_reader_read_string(reader, $0.baseAddress!) }
    if let failure { throw ImportProblem(failure.detail) }
    if status.rawValue > SERD_FAILURE.rawValue { throw ImportProblem("this is no triple") }
    return collected
  }

  /// Calls `body` with each statement of a Turtle file.
  ///
  /// - Parameter blankPrefix: what stands before the names of blank nodes.
  /// - Throws: when the file cannot be read, at its first mistake, and what `body` throws.
  static func readFile(_ path: String, blankPrefix: String, _ body: (RDFStatement) throws -> Void) throws {
    let reader = try RDFReader(SERD_TURTLE, path, blankPrefix)
    let source = TurtleSource(try InputStream(path: path), path: path)
    reader.source = source
    let status = withoutActuallyEscaping(body) { body in
      reader.body = body
      defer { reader.body = nil }
      return unsafe serd_reader_read_source(
        reader.reader, { unsafe TurtleSource.from($3).read($0, $1 * $2) },
        { unsafe TurtleSource.from($0).error == nil ? 0 : 1 }, Unmanaged.passUnretained(source).toOpaque(), path,
        TurtleSource.pageSize)
    }
    if let error = source.error { throw error }
    if let thrown = reader.thrown { throw thrown }
    if let name = reader.undefined {
      throw ImportError.triple(
        path: path, number: reader.count + 1, detail: "the prefix of “\(name)” is not defined before it")
    }
    if let failure = reader.failure {
      throw ImportError.syntax(path: path, line: failure.line, column: failure.column, detail: failure.detail)
    }
    if status.rawValue > SERD_FAILURE.rawValue {
      throw ImportError.syntax(path: path, line: 1, column: 1, detail: "this is no Turtle")
    }
  }

  private static func from(_ handle: UnsafeMutableRawPointer?) -> RDFReader {
    // The box is filled before the first call.
    unsafe handle!.assumingMemoryBound(to: Unmanaged<RDFReader>?.self).pointee!.takeUnretainedValue()
  }

  private func base(_ iri: UnsafePointer<SerdNode>?) -> SerdStatus {
    // serd reads on behind what is refused.
    if failure != nil { return SERD_ERR_INTERNAL }
    source?.endStatement()
    let status = unsafe serd_env_set_base_uri(environment, iri)
    let length = unsafe serd_env_get_base_uri(environment, nil).pointee.n_bytes
    return length > TurtleNamespace.longest ? fail(TurtleNamespace.complaint(length)) : status
  }

  private func prefix(_ name: UnsafePointer<SerdNode>?, _ iri: UnsafePointer<SerdNode>?) -> SerdStatus {
    guard let name = unsafe name, let iri = unsafe iri else { return SERD_ERR_BAD_ARG }
    source?.endStatement()
    unsafe prefixes.insert(Self.text(name.pointee))
    guard prefixes.count <= Self.mostPrefixes else {
      return fail("expected at most \(Self.mostPrefixes) prefixes, found more")
    }
    let length = unsafe iri.pointee.n_bytes
    guard length <= TurtleNamespace.longest else { return fail(TurtleNamespace.complaint(length)) }
    return unsafe serd_env_set_prefix(environment, name, iri)
  }

  private func statement(
    _ subject: UnsafePointer<SerdNode>?, _ predicate: UnsafePointer<SerdNode>?, _ object: UnsafePointer<SerdNode>?,
    _ datatype: UnsafePointer<SerdNode>?, _ language: UnsafePointer<SerdNode>?
  ) -> SerdStatus {
    guard let subjectTerm = unsafe term(subject), let predicateTerm = unsafe term(predicate),
      case .iri(let relation) = predicateTerm, let object = unsafe object
    else { return SERD_ERR_BAD_CURIE }
    let value: RDFStatement.Term
    if unsafe object.pointee.type == SERD_LITERAL {
      var type: String?
      if case .iri(let iri)? = unsafe term(datatype) { type = iri }
      let tag = unsafe language.flatMap { unsafe $0.pointee.type == SERD_NOTHING ? nil : Self.text($0.pointee) }
      value = unsafe .literal(Self.text(object.pointee), datatype: type, language: tag?.lowercased())
    } else {
      guard let term = unsafe term(object) else { return SERD_ERR_BAD_CURIE }
      value = term
    }
    let found = RDFStatement(subject: subjectTerm, predicate: relation, object: value)
    source?.endStatement()
    guard let body else {
      guard collected.count < Self.mostOfALine else {
        return fail("over \(Self.mostOfALine) triples on one line")
      }
      collected.append(found)
      return SERD_SUCCESS
    }
    count += 1
    do {
      try body(found)
    } catch {
      thrown = error
      return SERD_ERR_INTERNAL
    }
    return SERD_SUCCESS
  }

  /// The IRI or blank node of `node`, prefixes and relative references resolved; nil when that is not possible.
  private func term(_ node: UnsafePointer<SerdNode>?) -> RDFStatement.Term? {
    guard let node = unsafe node else { return nil }
    switch unsafe node.pointee.type {
    case SERD_BLANK: return unsafe .blank(blankPrefix + Self.text(node.pointee))
    case SERD_URI, SERD_CURIE:
      var expanded = unsafe serd_env_expand_node(environment, node)
      defer { unsafe serd_node_free(&expanded) }
      if unsafe expanded.type == SERD_URI {
        guard unsafe expanded.n_bytes <= GraphContent.longestString else {
          _ = fail("expected an IRI of at most \(GraphContent.longestString) bytes, found \(unsafe expanded.n_bytes)")
          return nil
        }
        return unsafe .iri(Self.text(expanded))
      }
      if failure == nil { undefined = unsafe undefined ?? Self.text(node.pointee) }
      return nil
    default: return nil
    }
  }

  /// Notes what is wrong near the line that is being read.
  private func fail(_ detail: String) -> SerdStatus {
    failure = failure ?? TurtleMistake(line: source?.line ?? 1, column: 1, detail: detail)
    return SERD_ERR_INTERNAL
  }

  private func error(_ error: UnsafePointer<SerdError>?) -> SerdStatus {
    guard failure == nil, thrown == nil, let error = unsafe error else { return SERD_SUCCESS }
    failure = unsafe TurtleMistake(error)
    return SERD_SUCCESS
  }

  private static func text(_ node: SerdNode) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: node.buf, count: node.n_bytes), as: UTF8.self)
  }
}
