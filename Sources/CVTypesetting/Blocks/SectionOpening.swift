// SPDX-License-Identifier: MIT
import CVLayout

/// What a title keeps with it on its page: more than one line of text, more than one short entry.
struct SectionOpening {
  /// Whether the next block follows a title, or a title and little else.
  private var isOpen: Bool
  private var isFirst = true
  /// The lines of text between the title and the first entry or group; `nil` behind these.
  private var leadingRows: Int?
  /// So many lines and a title are no reason to part them from the list that they lead.
  private static let shortLead = 3

  init(isTitled: Bool) {
    isOpen = isTitled
    leadingRows = isTitled ? 0 : nil
  }

  /// Whether a block is still part of the opening, and so must not begin a page.
  mutating func needs(_ block: BlockNode, of rows: Int) -> Bool {
    let isLed = endsLead(block, of: rows)
    if case .groupTitle = block {
      (isOpen, isFirst) = (true, true)
      return isLed
    }
    defer { isFirst = false }
    let needs = isOpen && !isFirst || isLed
    let isShort = if case .entry = block { rows <= 2 } else { rows <= 1 }
    isOpen = isOpen && isFirst && isShort
    return needs
  }

  /// Whether a block is the first behind a short lead.
  private mutating func endsLead(_ block: BlockNode, of rows: Int) -> Bool {
    guard let before = leadingRows else { return false }
    switch block {
    case .paragraph, .list:
      leadingRows = before + rows
      return false
    case .entry, .groupTitle:
      leadingRows = nil
      return 1...Self.shortLead ~= before
    }
  }
}
