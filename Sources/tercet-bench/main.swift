import Bytes
import CAllocation
import Commands
import Glibc

// As in tercet.
tercet_return_blocks_from(64 << 10)

let output = TextStream(descriptor: 1, name: "standard output")
let messages = TextStream(descriptor: 2, name: "standard error")
exit(Benchmarks.run(Array(CommandLine.arguments.dropFirst()), output, messages).rawValue)
