/// Help that belongs to no single verb.
struct HelpTopic: Sendable {
  var name: String
  var summary: String
  var text: [String]

  func lines(_ style: OutputStyle) -> [String] { text.map(style.adapted) }

  static func named(_ name: String) -> HelpTopic? { all.first { $0.name == name.lowercased() } }

  static let all = [
    HelpTopic(
      name: "names", summary: "how entities and relations are written",
      text: [
        "An entity is written by any of its names: neighbors Mark Rutte, facts NATO.",
        "Quotes keep words together that would be read otherwise: neighbors \"Made in China\".",
        "A name ends where a word of the verb follows: neighbors Mark Rutte via leads.",
        "A name of several entities lists them; #12 chooses one by its id: neighbors #12.",
        "`Jordan (Person)` chooses by type.", "",
        "A relation is written as it is shown or as the schema calls it: member of, memberOf.",
        "An edge is written by its id: why e41.", "",
        "Two entities that are one: merge Rubio into Marco Rubio. A name that is somebody else's:",
        "split Okoye from Boris Okoye. Both are kept in the store; undo takes the last one back.",
        "suggest lists names that are likely one, decide asks about each at the prompt.", "",
        "A statement ends with its line, once quotes and brackets are closed; `;` separates several.",
        "`#` begins a comment.",
      ]),
    HelpTopic(
      name: "claims", summary: "what is denied, possible, planned or said by somebody",
      text: [
        "Facts are affirmed and certain. Everything else is a claim: it is left out unless asked for, and always marked.",
        "",
        "  set claims on             shows claims from now on",
        "  neighbors Russia --claims  shows them once", "",
        "  ─!joined→   denied by the text",
        "  ─?attack→   possible, expected, planned, desired or an obligation; the note tells which",
        "  says X      X says so, not the text itself",
      ]),
    HelpTopic(
      name: "time", summary: "what holds at a time: at D, at now",
      text: [
        "at 2024-05-01, at 2024-05, at 2024 show what holds then; now is the last date of the graph's documents.", "",
        "  neighbors NATO via leads at now     who leads it",
        "  offices Mark Rutte                  which offices he has or had, since and until when, by which sentences",
        "  why e41                             also what ended the office of which e41 tells", "",
        "An office or a membership holds from its beginning, or else from the first document that has it, until",
        "a sentence ends it: became, resigned, succeeded, former, from 2010 to 2014. A sentence that only tells of",
        "the end (former) says of no day that it is held. Nothing ends because later texts are silent, nor by what",
        "is denied, planned or expected, nor by the word of somebody else than holder and body. Any other",
        "statement holds at the time of which its sentence speaks; where it speaks of none, from the date of its",
        "document on.",
      ]),
    HelpTopic(
      name: "paths", summary: "path expressions behind via",
      text: [
        "A path may be restricted by the relations it walks:", "",
        "  via leads|memberOf         every edge is one of these, in either direction",
        "  via leads/memberOf         first leads, then member of, each read forwards",
        "  via ^leads/memberOf        ^ reads a relation backwards",
        "  via leads/(memberOf|partOf)*   * any number, + at least one, ? at most one, {1,3} one to three",
        "  .                          any relation",
        "  via \"meets with\"|\"takes part in\"   names of several words; | has no spaces around it", "",
        "A relation may be told by any words that the schema has for it, in any form: via condemned, via \"met with\".",
        "A note says as what they are read. Of alternatives at least one has to be known.", "",
        "An event has a direct object and roles, each an edge: attacked the convoy in Mali with drones.", "",
        "  via attack                 the direct object and every role",
        "  via attack/in              one role; where a relation is called in, \"attack in\" means the role",
      ]),
    HelpTopic(
      name: "patterns", summary: "what match looks for",
      text: [
        "A pattern is two ends and a relation between them; all patterns have to hold for the same entities:", "",
        "  match ?x leads ?y, ?y memberOf NATO    ?x and ?y are variables: what fits them is a row",
        "  match ?x:Person leads ?y               of one type",
        "  match :Person leads ?y                 any person; so is Person, unless somebody is called so",
        "  match ?x leads/memberOf* ?y            a path expression (help paths); ^ reads a relation backwards",
        "  match Rutte . ?y via leads|memberOf    . is any relation from left to right, or one of those behind via", "",
        "Names of several words may need quotes: match \"Mark Rutte\" \"member of\" ?y.",
        "Where edges meet in a noun that several documents use, such as court, one document says them all; a noun that",
        "the pattern itself names stands for that of every text.", "",
        "Each row shows the edges that prove it; why e41 shows their sentences, export writes them.",
      ]),
    HelpTopic(
      name: "keys", summary: "keys at the prompt",
      text: [
        "  Tab            complete a verb, a name, a relation, a type, a document, a date, $1; again to list",
        "  Up, Down       earlier and later statements; Page Up searches those that begin alike",
        "  Ctrl-R         search what was typed before: Ctrl-R goes on, Ctrl-S back, arrows and Home take the line",
        "  Ctrl-A, Ctrl-E  start and end of the line",
        "  Ctrl-Left, Ctrl-Right  a word back and on", "  Ctrl-W, Ctrl-K, Ctrl-U  delete a word, to the end, the line",
        "  Ctrl-C         give up the line, or stop a statement that runs",
        "  Ctrl-D         leave (on an empty line)", "  Ctrl-Z         stop the program; fg goes on", "",
        "A line that begins with a space is not kept in the history. ~/.editrc may change the keys (man editrc).",
      ]),
    HelpTopic(
      name: "scripts", summary: "files of statements, and the exit status",
      text: [
        "  tercet query news.tercet -f tour.tq      statements of a file",
        "  tercet query news.tercet -c 'stats'      one statement",
        "  tercet news.tercet < tour.tq             statements from standard input",
        "  tercet query news.tercet -f profile.tq 'Mark Rutte'   $1 in the script is Mark Rutte", "",
        "The first statement that fails ends the script, unless --keep-going is given.",
        "A script tests a graph by expect: each fails unless the statement before it gave that.", "",
        "  facts NATO; expect \"Mark Rutte\"; facts Nobody; expect error", "",
        "--define boss='Mark Rutte' lets $boss stand for it. set separator --- puts a line between answers.", "",
        "Exit status: 0 answered; 1 no answer, or not the one expected; 2 a statement failed; 64 wrong use of the",
        "command; 65 damaged or unusable data; 66 no input; 74 reading or writing failed; 130 interrupted.",
      ]),
    HelpTopic(
      name: "answers", summary: "pages, files and other programs; formats; names for what was found",
      text: [
        "What is longer than the screen is shown by less, or by TERCET_PAGER or PAGER; set pager off ends that.",
        "", "  facts NATO > nato.csv      into a file, in the format of its ending; the file is replaced",
        "  facts NATO >> notes.txt    behind what the file has; a table of csv or tsv goes on, if it has these columns",
        "  list Person | grep -i van  to a command of the shell: | with spaces around it, and no quotes behind it",
        "  output answers.md          all answers to come; output alone ends it",
        "", "set format: table, line, tsv, csv, json, jsonl, markdown, html.", "",
        "  neighbors $2               at the prompt, what the second row of the last answer is about",
        "  facts _                    its first entity",
        "  set boss = Mark Rutte      from then on $boss is Mark Rutte",
        "  alias who = list Person    from then on who is list Person",
        "  save tour.tq               what was asked in this session, as it was typed, as a script",
      ]),
    HelpTopic(
      name: "files", summary: "where the program keeps what",
      text: [
        "History of the prompt: $XDG_STATE_HOME/tercet/history, by default ~/.local/state/tercet/history;",
        "TERCET_HISTORY names another file, and switches the history off when it is empty.",
        "Statements that the prompt runs first: $XDG_CONFIG_HOME/tercet/rc, by default ~/.config/tercet/rc; --no-rc",
        "leaves them out.",
        "Colors follow NO_COLOR and --color.",
      ]),
  ]
}
