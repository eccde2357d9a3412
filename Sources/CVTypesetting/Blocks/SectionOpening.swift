// SPDX-License-Identifier: MIT
import CVLayout

/// What a title keeps with it on its page: more than one line of text, more than one short entry.
struct SectionOpening {
  /// Whether the next block follows a title, or a title and little else.
  private var isOpen: Bool
  private var isFirst = true

  init(isTitled: Bool) { isOpen = isTitled }

  /// Whether a block is still part of the opening, and so must not begin a page.
  mutating func needs(_ block: BlockNode, of rows: Int) -> Bool {
    if case .groupTitle = block {
      (isOpen, isFirst) = (true, true)
      return false
    }
    defer { isFirst = false }
    let needs = isOpen && !isFirst
    let isShort = if case .entry = block { rows <= 2 } else { rows <= 1 }
    isOpen = isOpen && isFirst && isShort
    return needs
  }
}
