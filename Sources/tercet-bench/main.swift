import Bytes
import Commands
import Glibc

let output = TextStream(descriptor: 1, name: "standard output")
let messages = TextStream(descriptor: 2, name: "standard error")
exit(Benchmarks.run(Array(CommandLine.arguments.dropFirst()), output, messages).rawValue)
