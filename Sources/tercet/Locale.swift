import Glibc

/// The character set of the terminal, which libedit must know before it starts.
enum Locale {
  /// Takes the locale of the environment; where it cannot write UTF-8, the C locale with UTF-8 in its place, so that
  /// names in any language can be typed and shown.
  ///
  /// - Returns: whether text is UTF-8 now; if not, only ASCII may go into a prompt.
  static func establish() -> Bool {
    if unsafe setlocale(LC_CTYPE, "") != nil, isUTF8 { return true }
    return unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil && isUTF8
  }

  private static var isUTF8: Bool {
    guard let name = unsafe nl_langinfo(nl_item(CODESET)) else { return false }
    return unsafe String(cString: name) == "UTF-8"
  }
}
