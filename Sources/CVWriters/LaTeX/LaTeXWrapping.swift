// SPDX-License-Identifier: MIT

/// Lines of LaTeX source that end only where a blank means nothing but a blank.
struct LaTeXLines {
  private(set) var lines: [String] = []

  /// The number of columns that no line passes, but for words that are longer.
  static let columns = 100

  /// Adds a line as it stands.
  mutating func add(_ line: String) { lines.append(line) }

  /// Parts what follows by an empty line.
  mutating func addBlank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// Adds a text, filled; its second and further lines hang.
  ///
  /// Nothing is added for a text without words: an empty line would end a paragraph.
  ///
  /// - Parameter indent: The blanks before the first line; two more before the others.
  mutating func addText(_ text: String, indent: Int = 0) {
    let atoms = text.split(separator: " ").map { Atom($0, canJoin: false) }
    if !atoms.isEmpty { fill(atoms, indent: indent) }
  }

  /// Adds a call of a macro.
  ///
  /// TeX skips blanks between the arguments, so that one that does not fit begins a new line.
  mutating func addCall(_ name: String, _ arguments: [String], indent: Int = 0) {
    var atoms: [Atom] = []
    for (index, argument) in arguments.enumerated() {
      let words = "{\(argument)}".split(separator: " ", omittingEmptySubsequences: false)
      for (number, word) in words.enumerated() {
        let isFirst = number == 0
        atoms.append(
          Atom(
            isFirst && index == 0 ? "\\\(name)\(word)" : word, canJoin: isFirst,
            reach: isFirst && index > 0 ? argument.count + 2 : nil))
      }
    }
    if atoms.isEmpty { atoms = [Atom("\\\(name)", canJoin: false)] }
    fill(atoms, indent: indent)
  }

  /// Begins an argument behind the last line, which goes on over several lines.
  mutating func openArgument() {
    guard let last = lines.indices.last else { return }
    if lines[last].count < Self.columns { lines[last] += "{" } else { lines.append("  {") }
  }

  /// What no line end may part.
  private struct Atom {
    var text: String
    var count: Int
    /// Whether it stands right behind the last one where both are on a line.
    var canJoin: Bool
    /// The length of what is best kept on one line with it.
    var reach: Int

    init(_ text: some StringProtocol, canJoin: Bool, reach: Int? = nil) {
      self.text = String(text)
      self.canJoin = canJoin
      count = text.count
      self.reach = reach ?? count
    }
  }

  private mutating func fill(_ atoms: [Atom], indent: Int) {
    let hanging = String(repeating: " ", count: indent + 2)
    var line = String(repeating: " ", count: indent)
    var column = indent
    var isStart = true
    for atom in atoms {
      let gap = isStart || atom.canJoin ? 0 : 1
      let room = Self.columns - column - gap
      let fitsAlone = atom.reach <= Self.columns - hanging.count
      let needs = fitsAlone ? atom.reach : atom.count
      if !isStart, needs > room {
        lines.append(line)
        line = hanging
        column = hanging.count
      } else if gap == 1 {
        line += " "
        column += 1
      }
      line += atom.text
      column += atom.count
      isStart = false
    }
    lines.append(line)
  }
}
