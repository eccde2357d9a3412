// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

/// Marks up running text: a part of one role in one element, links and emphasis inside it.
///
/// - Parameter classes: The classes of a part by its role and its text; empty for none.
func inlineHTML(_ text: LayoutText, classes: (Role, String) -> String = { _, _ in "" })
  -> InlineHTML
{
  var result = InlineHTML()
  for part in parts(of: text.runs.filter { !$0.text.isEmpty }, areOne: isOnePart) {
    let words = part.map(\.text).joined()
    result.append(markedUp(part, classes: classes(part[part.startIndex].role, words)))
  }
  return result
}

/// The address that a link may open, or `nil`.
///
/// Trees come from the composer, which has judged all, but what a page can open must not depend
/// on who made the tree.
func openAddress(_ link: String?) -> String? {
  guard let link, case .open(let address) = LinkAddress(link) else { return nil }
  return address
}

/// Neighbours of one role; the marks behind an author's name belong to it.
private func isOnePart(_ first: LayoutRun, _ second: LayoutRun) -> Bool {
  first.role == second.role || first.role == .ownAuthor && second.role == .author
}

private func parts(
  of runs: [LayoutRun], areOne: (LayoutRun, LayoutRun) -> Bool
) -> [ArraySlice<LayoutRun>] {
  var result: [ArraySlice<LayoutRun>] = []
  var start = 0
  for index in runs.indices where index + 1 == runs.count || !areOne(runs[index], runs[index + 1]) {
    result.append(runs[start...index])
    start = index + 1
  }
  return result
}

/// A part whose runs all look or lead alike needs no `span` around it.
private func markedUp(_ part: ArraySlice<LayoutRun>, classes: String) -> InlineHTML {
  guard !classes.isEmpty else { return linked(Array(part)) }
  let address = openAddress(part.first?.link)
  if let address, part.allSatisfy({ openAddress($0.link) == address }) {
    return emphasised(part).inside(.a, [(.class, classes), (.href, address)])
  }
  for (mark, tag) in Emphasis.elements.prefix(2) where part.allSatisfy({ $0.marks.contains(mark) })
  {
    var plain = Array(part)
    for index in plain.indices { plain[index].marks.remove(mark) }
    return linked(plain).inside(tag, [(.class, classes)])
  }
  return linked(Array(part)).inside(.span, [(.class, classes)])
}

/// Runs of one address share one link.
private func linked(_ runs: [LayoutRun]) -> InlineHTML {
  var result = InlineHTML()
  for stretch in parts(of: runs, areOne: { $0.link == $1.link }) {
    let words = emphasised(stretch)
    result.append(
      openAddress(stretch.first?.link).map { words.inside(.a, [(.href, $0)]) } ?? words)
  }
  return result
}

private func emphasised(_ runs: ArraySlice<LayoutRun>) -> InlineHTML {
  var result = InlineHTML()
  for run in runs {
    var words = InlineHTML(run.text)
    for (mark, tag) in Emphasis.elements.reversed() where run.marks.contains(mark) {
      words = words.inside(tag)
    }
    if let name = run.colour.flatMap(StyleSheet.colourClass) {
      words = words.inside(.span, [(.class, name)])
    }
    result.append(words)
  }
  return result
}

/// The elements for emphasis, the outermost first.
private enum Emphasis {
  static let elements: [(RichText.Marks, HTMLTag)] = [
    (.strong, .strong), (.emphasis, .em), (.code, .code), (.small, .small), (.superscript, .sup),
    (.subscripted, .sub), (.strike, .s), (.underline, .u),
  ]
}
