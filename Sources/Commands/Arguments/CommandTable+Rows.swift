internal import Extraction
internal import GraphExport
internal import GraphImport

extension CommandTable {
  private static let newStore: [OptionSpecification] = [
    .value("output", "o", "NEWS.tercet", required: true, completion: .store, "the store to write"),
    .flag("force", "f", "replace a store that exists"),
  ]

  private static let memory = OptionSpecification.value(
    "memory", nil, "SIZE", "bytes that triples may take before they are sorted on the disk: 512M, 4G (default: 128M)")

  private static let memoryOfTexts = OptionSpecification.value(
    "memory", nil, "SIZE",
    "memory for what the documents say, beyond which the disk is used: 512M, 4G (default: a quarter of the machine's)")

  static let build = CommandSpecification(
    name: "build",
    summary: "read text and write a graph",
    discussion: [
      "The store appears whole or not at all. A document that cannot be read is reported and left out; the exit status then is 65. A text that comes twice counts once. What was assumed of a document (its encoding; the date of its file's name or dateline where it says none) and what folders have beside documents is told at the end, and with --verbose of each document.",
      "What the documents say is kept in the folder of NEWS.tercet, in files without names, as far as it takes more "
        + "than --memory; nothing is left of them however the program ends. The graph is the same for every --memory, "
        + "number of --threads and order of the inputs, "
        + "in which each id has one text.",
      "With --resume what was read is kept in NEWS.tercet.journal until the graph is written, within seconds: another "
        + "run of the command takes from it what it has of the documents that it is given, as they are now, and reads "
        + "the rest. A journal of another version, schema or model is refused. With --part NEWS.tercet is not a graph "
        + "but a part of one, which `tercet "
        + "merge` joins with others, as if all had been read together.",
    ],
    operands: [input],
    options: newStore + [
      .flag("part", nil, "write what the documents say, to be joined with other parts by `tercet merge`"),
      .flag("resume", nil, "keep what was read until the graph is written, and go on with what another run kept"),
      memoryOfTexts, names, without,
    ] + language + common,
    examples: [
      .init(command: "tercet build seeds -o news.tercet", meaning: "every document of a folder"),
      .init(command: "tercet build - -o news.tercet < article.txt", meaning: "one article from standard input"),
    ])

  static let add = CommandSpecification(
    name: "add",
    summary: "read more text into a graph",
    discussion: [
      "A document that is already there (the same id or the same text) is skipped. What the new texts say is put behind the store, in the time that reading them takes; who is who in them is told by the names that the graph has. `tercet compact` settles names over all texts. A store of little text is read anew instead.",
      "The store has the documents or stays as it was, whatever happens meanwhile. Who has it open sees it as it was.",
    ],
    operands: [store, input], options: [memoryOfTexts, names] + language + common,
    examples: [.init(command: "tercet add news.tercet today.txt", meaning: "one more article")])

  static let remove = CommandSpecification(
    name: "remove", aliases: ["rm"],
    summary: "take documents out of a graph, and all that only they said",
    operands: [
      store, .init(placeholder: "DOCUMENT", isRepeatable: true, help: "the id of a document, as `why` shows it"),
    ],
    options: [names] + language.filter { $0.name != "input-format" } + common,
    examples: [.init(command: "tercet remove news.tercet meridian-0515", meaning: "one article")])

  static let compact = CommandSpecification(
    name: "compact",
    summary: "write a graph anew with the changes that stand behind it",
    discussion: [
      "The texts are read anew: the result is the graph that reading all of them at once would have given, byte for byte, provided that schema and model are the same. What was imported stays."
    ],
    operands: [store], options: [memoryOfTexts, names] + language.filter { $0.name != "input-format" } + common,
    examples: [.init(command: "tercet compact news.tercet", meaning: "after many additions")])

  static let importing = CommandSpecification(
    name: "import",
    summary: "read triples of elsewhere into a graph",
    discussion: [
      "Endings tell the format: .nt (N-Triples), .nq (N-Quads, whose graph names are not kept), .ttl (Turtle), .tsv and .csv (subject, predicate and object with tabs or commas between, or with the head line that `tercet export` writes; its dates and support are not read), .jsonl (as `tercet extract` and `tercet export` write it; what export wrote of a whole graph gives the same graph, with documents and evidence). In tables and JSON Lines claims stay claims, and who says so is found by name. What is packed with gzip is unpacked.",
      "A resource is called by its label, or else by its IRI; what stands behind the last slash is another name of it. Blank nodes of several files are told apart by the names of the files. An IRI is kept, and export writes it again. Nothing is known of where an imported edge stands: its support is 0, but in lines of JSON that come with their documents. A line that is no triple is reported and left out; the exit status then is 65.",
      "Files that take more than --memory are sorted on the disk, in the folder of NEWS.tercet, which needs about their size for the time; more memory is up to a quarter faster. The store itself, some 7 bytes a triple, is put together in memory.",
    ],
    operands: [
      .init(
        placeholder: "FILE", isRepeatable: true, completion: .file, help: "a file of triples, or - with --input-format")
    ],
    options: newStore + [
      .value(
        "input-format", nil, "FORMAT", choices: ImportFormat.allCases.map(\.rawValue),
        "what the files are, whatever their endings"),
      memory, timeout,
    ] + common,
    examples: [
      .init(command: "tercet import facts.nt -o facts.tercet", meaning: "one file"),
      .init(command: "zcat triples.tsv.gz | tercet import - --input-format tsv -o facts.tercet", meaning: "a pipe"),
    ])

  static let merging = CommandSpecification(
    name: "merge",
    summary: "join graphs into one",
    discussion: [
      "Entities are one when name and type agree, documents when their ids do; documents of one id must be the same. Neither the order of the stores nor how they are grouped changes the result.",
      "The graphs may together be larger than memory: beyond --memory they are sorted on the disk.",
      "What `tercet build --part` wrote is joined as if the texts had been read together: the graph has the very bytes "
        + "that one build of all of them gives. Parts of another version, schema or model, or with "
        + "other --names, are refused.",
    ],
    operands: [.init(placeholder: "NEWS.tercet", isRepeatable: true, completion: .store, help: "a store, or a part")],
    options: newStore + [
      .value(
        "memory", nil, "SIZE",
        "memory beyond which the disk is used: 512M, 4G (default: a quarter of the machine's; 128M without texts)"),
      names, without,
    ] + language.filter { $0.name != "input-format" && $0.name != "threads" } + common,
    examples: [.init(command: "tercet merge monday.tercet tuesday.tercet -o week.tercet", meaning: "two days")])

  static let query = CommandSpecification(
    name: "query", aliases: ["q"],
    summary: "ask a graph: statements from -c, from scripts, from standard input, or at the prompt",
    discussion: [
      "Without -c and -f, statements are read at a prompt if standard input is a terminal, otherwise from standard input; `tercet NEWS.tercet` does the same.",
      "A script stops at the first statement that fails. The exit status is 1 if one found nothing or not what the "
        + "script expects, and 2 if one failed.",
    ],
    operands: [
      store,
      .init(
        placeholder: "WORD", isOptional: true, isRepeatable: true, help: "what $1, $2 … stand for in the statements"),
    ],
    options: [
      .value(
        "command", "c", "STATEMENT", repeatable: true, "run a statement; -c and -f may be repeated and run in order"),
      .value(
        "file", "f", "SCRIPT", repeatable: true, completion: .file,
        "run the statements of a file (- for standard input)"),
      .value(
        "format", nil, "FORMAT",
        choices: ["auto", "table", "line", "tsv", "csv", "json", "jsonl", "markdown", "html"],
        "how answers are written (default: auto, a table on a terminal, tsv in a pipe)"),
      .flag("claims", nil, negatable: true, "show what is denied, possible or planned too, marked"),
      .flag("said", nil, negatable: true, "show what is somebody's word, with the speaker (default: on)"),
      .value(
        "timeout", nil, "SECONDS",
        "give up on a statement after that time, from reading it to writing its answer (default: never; with --safe: "
          + "60)"),
      .value(
        "memory", nil, "SIZE", "memory that a statement and its answer may take: 512M, 4G (default: 256M)"),
      .flag("keep-going", "k", "go on after a statement that fails; the exit status still tells"),
      .flag("echo", "e", "write each statement before its answer"),
      .value(
        "set", nil, "NAME=VALUE", repeatable: true, "change a setting, as `set NAME VALUE` does"),
      .value(
        "define", "D", "NAME=WORDS", repeatable: true, "let $NAME stand for words"),
      .flag(
        "rc", nil, negatable: true, "run the statements of the configuration file first, at the prompt (default: on)"),
      .flag("read-only", nil, "change nothing in the store"),
      .flag(
        "safe", nil,
        "write no file, run no command and no other script, decide nothing on who is who, and let settings bound only "
          + "more: for scripts of strangers"),
    ] + common,
    examples: [
      .init(command: "tercet news.tercet", meaning: "the prompt"),
      .init(command: "tercet query news.tercet -c 'neighbors NATO'", meaning: "one question"),
      .init(command: "tercet query news.tercet -f tour.tq --keep-going", meaning: "a script"),
    ])

  static let export = CommandSpecification(
    name: "export",
    summary: "write the graph, or a part of it, for other programs",
    discussion: [
      "A picture has the best connected part that can be read on a screen, a page the \(PageExporter.usualLimit) best "
        + "connected entities and \(PageExporter.usualStatementLimit) best supported statements; what is left out is "
        + "said, and --limit shows more, a page then all statements of its entities. --path and --query export what "
        + "the statement answers, claims and what is somebody's word as `tercet query` shows them.",
      "What a format does not hold is counted on standard error. In csv an apostrophe stands before a cell that a "
        + "spreadsheet would compute. A format that is a folder of files is made at the path of -o, where nothing may "
        + "be; to standard output its files go one after another, each behind a line with its name.",
    ],
    operands: [store],
    options: [
      .value(
        "format", nil, "FORMAT", choices: ExportFormat.allCases.map(\.rawValue),
        "the format (default: by the ending of -o; dot to standard output)"),
      .value("output", "o", "FILE", completion: .file, "write to FILE instead of standard output"),
      .flag("force", "f", "replace a file that exists"),
      .value("around", nil, "ENTITY", repeatable: true, "only what lies around an entity, or around several"),
      .value("depth", nil, "N", "with --around, how many edges away (default: 1)"),
      .value("path", nil, "A B", words: 2, "only how two entities are connected, as `path A to B` answers"),
      .value("query", nil, "STATEMENT", "only the edges of the answer to a statement, such as 'common A and B'"),
      .value("at", nil, "D", "only what holds then: a date, or now for the last date of the documents (help time)"),
      .value("limit", nil, "N", "for pictures, mermaid and html, show at most N entities, best connected first"),
      .value(
        "cluster", nil, "BY", choices: DrawingClusters.allCases.map(\.rawValue),
        "for pictures and dot, put entities together by their type, or by the source that tells most of them"),
      .flag(
        "claims", nil, negatable: true,
        "denied, possible and planned statements too, marked (default: on; off with --path and --query)"),
      .flag("said", nil, negatable: true, "what is somebody's word, with the speaker (default: on)"),
      .flag(
        "formulas", nil, negatable: true,
        "leave cells as they are that a spreadsheet would compute (default: in tsv, not in csv)"),
      timeout,
    ] + common,
    lists: [
      .init(
        title: "Formats",
        rows: ExportFormat.allCases.map { format in
          let endings = format.description.endings.map { ".\($0)" }.joined(separator: ", ")
          return .init(command: "\(format.rawValue) (\(endings))", meaning: format.description.summary)
        })
    ],
    examples: [
      .init(command: "tercet export news.tercet -o news.html", meaning: "a page to look at and to send"),
      .init(command: "tercet export news.tercet --around NATO --around Rutte -o nato.svg", meaning: "a picture"),
      .init(command: "tercet export news.tercet --path Rubio Ukraine -o path.png", meaning: "a path"),
      .init(command: "tercet export news.tercet -o news.nt", meaning: "all of it as RDF"),
      .init(command: "tercet export news.tercet --around NATO -o nato.vault", meaning: "notes for Obsidian"),
    ])

  static let extract = CommandSpecification(
    name: "extract",
    summary: "read text and write its statements, storing nothing",
    discussion: [
      "As a filter it answers while its input is still open: with --flush, the default where text comes through a pipe "
        + "and the answers go into one, what a document says is written before more is waited for, so that a program "
        + "may write a line, read its answer, and write the next. --receipts tells when an answer is complete, and "
        + "--on-error row answers what cannot be read as well. With both, each line of the input has one line "
        + "\"statements\" or \"error\", in the order of the input."
    ],
    operands: [input],
    options: [
      .value(
        "format", nil, "FORMAT", choices: ["jsonl", "arrow", "tsv", "oie", "mentions"],
        "jsonl (default); arrow: the same rows as a stream of Arrow, with --flush a batch a document; tsv; "
          + "oie: the words of the sentence alone, tabs between sentence, confidence, relation, "
          + "subject and objects; mentions: who and what the text speaks of, with the names inside descriptions, as "
          + "JSON Lines"),
      .value(
        "style", nil, "STYLE", choices: WordingStyle.allCases.map(\.rawValue),
        "for oie, minimal (default): a fact at a time; full: a clause at a time"),
      .flag(
        "flush", nil, negatable: true,
        "write what a document says as soon as it is read (default: from a pipe into a pipe or a terminal)"),
      .flag(
        "receipts", nil,
        "for jsonl, behind the rows of each document {\"document\":ID,\"statements\":N}; a text that comes again is "
          + "answered again"),
      .value(
        "on-error", nil, "WHAT", choices: DocumentFilter.Failures.allCases.map(\.rawValue),
        "what becomes of a document that cannot be read: row, a row {\"document\":ID,\"error\":MESSAGE} in its place; "
          + "skip, a message; both go on behind it, with exit status 0; stop, it ends the run (default: a message, and "
          + "exit status 65 at the end)"),
      names, without, pretokenized,
    ] + language + common,
    lists: [fieldsOfRows],
    examples: [
      .init(command: "tercet extract article.txt", meaning: "one JSON object a statement"),
      .init(command: "tercet extract --verbose article.txt", meaning: "and why a verb is in none"),
      .init(command: "cat *.jsonl | tercet extract - --input-format jsonl --format tsv", meaning: "as a filter"),
      .init(
        command: "tercet extract - --input-format jsonl --receipts --on-error row",
        meaning: "for a program that writes lines and reads answers"),
    ])

  private static let fieldsOfRows = CommandSpecification.List(
    title: "Fields of rows (jsonl, arrow)",
    rows: RowField.all.map { .init(command: $0.name, meaning: "\($0.form): \($0.summary)") })

  static let parse = CommandSpecification(
    name: "parse",
    summary: "read text and write its analysis: words, tags, trees, entity labels",
    operands: [input],
    options: [
      .value(
        "format", nil, "FORMAT", choices: ["conllu", "tokens"],
        "conllu (default), or tokens: the words alone, a sentence a line"),
      pretokenized,
    ] + language.filter { $0.name != "schema" } + common,
    examples: [.init(command: "echo 'Rutte leads NATO.' | tercet parse -", meaning: "one sentence")])

  static let rules = CommandSpecification(
    name: "rules",
    summary: "read text and tell which rules of the grammar fire where",
    discussion: [
      "A line each time that a rule of Schema/grammar changes a tree or states something: the sentence, the rule, the "
        + "word at which it fired, and the words that it moved, or of which it states something. The evidence of a "
        + "statement names the rule that stated it, and those that moved its words as `mend:RULE`."
    ],
    operands: [input],
    options: [
      .value(
        "format", nil, "FORMAT", choices: ["auto", "table", "line", "tsv", "csv", "jsonl"],
        "how it is written (default: auto, a table on a terminal, tsv in a pipe)"),
      .flag("counts", nil, "how often each rule fires, instead of where; those that never do, too"),
      without, pretokenized,
    ] + language + common,
    examples: [
      .init(command: "tercet rules article.txt", meaning: "where"),
      .init(command: "tercet rules --counts seeds", meaning: "how often"),
    ])

  static let check = CommandSpecification(
    name: "check",
    summary: "verify a store, or run the examples of a schema",
    operands: [
      .init(
        placeholder: "STORE-OR-SCHEMA", isOptional: true, completion: .file,
        help: "a store, or a folder of schema files (default: the schema built in)")
    ],
    options: language.filter { $0.name == "model" } + [timeout] + common,
    examples: [
      .init(command: "tercet check news.tercet", meaning: "every checksum and invariant"),
      .init(command: "tercet check Schema", meaning: "every example sentence of the schema"),
    ])

  static let stats = CommandSpecification(
    name: "stats",
    summary: "count what a store holds and what it takes",
    operands: [store],
    options: [
      .value(
        "format", nil, "FORMAT", choices: ["auto", "table", "tsv", "csv", "jsonl"],
        "how it is written (default: auto)"),
      timeout,
    ] + common,
    examples: [.init(command: "tercet stats news.tercet", meaning: "entities, edges, documents, bytes an edge")])

  static let manual = CommandSpecification(
    name: "manual", summary: "write the manual page", options: common,
    examples: [.init(command: "tercet manual | man -l -", meaning: "read it")])

  static let completions = CommandSpecification(
    name: "completions",
    summary: "write a completion script for a shell",
    operands: [.init(placeholder: "bash|zsh|fish", help: "the shell")],
    options: common,
    examples: [.init(command: "source <(tercet completions bash)", meaning: "for this session")])

  static let help = CommandSpecification(
    name: "help",
    summary: "explain a command, a verb or a topic",
    operands: [
      .init(placeholder: "TOPIC", isOptional: true, help: "a command, a verb, or a topic")
    ],
    options: common,
    examples: [.init(command: "tercet help path", meaning: "how paths are asked for")])
}
