// SPDX-License-Identifier: MIT

extension LayoutTree {
  /// Lends every text of the tree to a body that may change it, in the order of reading.
  package mutating func forEachText(_ body: (inout LayoutText) -> Void) {
    header.forEachText(body)
    for index in sections.indices {
      if var title = sections[index].title {
        body(&title)
        sections[index].title = title
      }
      for child in sections[index].children.indices {
        sections[index].children[child].forEachText(body)
      }
    }
  }
}

extension HeaderNode {
  fileprivate mutating func forEachText(_ body: (inout LayoutText) -> Void) {
    if var text = name {
      body(&text)
      name = text
    }
    if var text = headline {
      body(&text)
      headline = text
    }
    if var text = contactsTitle {
      body(&text)
      contactsTitle = text
    }
    for index in contacts.indices { body(&contacts[index]) }
  }
}

extension BlockNode {
  fileprivate mutating func forEachText(_ body: (inout LayoutText) -> Void) {
    switch self {
    case .groupTitle(var text):
      body(&text)
      self = .groupTitle(text)
    case .paragraph(var text):
      body(&text)
      self = .paragraph(text)
    case .list(var list):
      list.forEachText(body)
      self = .list(list)
    case .entry(var entry):
      entry.forEachText(body)
      self = .entry(entry)
    }
  }
}

extension EntryNode {
  fileprivate mutating func forEachText(_ body: (inout LayoutText) -> Void) {
    if var text = label {
      body(&text)
      label = text
    }
    for index in lines.indices { body(&lines[index]) }
    if var text = aside {
      body(&text)
      aside = text
    }
    for index in self.body.indices { self.body[index].forEachText(body) }
  }
}

extension ListNode {
  fileprivate mutating func forEachText(_ body: (inout LayoutText) -> Void) {
    for index in items.indices {
      body(&items[index].text)
      for child in items[index].children.indices { items[index].children[child].forEachText(body) }
    }
  }
}
