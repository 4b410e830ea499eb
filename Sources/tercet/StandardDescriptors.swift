import Glibc

/// Standard input, output and error of a program that was started without one of them.
enum StandardDescriptors {
  /// Takes the numbers of those that are closed, so that no file which is opened later gets them, and what is meant for
  /// them: reading and writing go on to fail.
  static func hold() {
    for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number, which is this one.
      unsafe _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
