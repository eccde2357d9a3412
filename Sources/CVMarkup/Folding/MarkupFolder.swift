// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// Folds the tree of a browser into blocks of text.
///
/// What no reader could see is dropped with its reason; what stands between blocks becomes a
/// paragraph of its own, so that no text is lost.
struct MarkupFolder {
  /// The element that holds a character escaped by a backslash; of the program's own.
  static let literalElement = "cvgen-literal"
  /// The attribute with column and marker of a list item; of the program's own.
  static let markerAttribute = "cvgen-marker"

  let places: TextPlaces
  let emoji: EmojiPolicy
  private let dropping: DroppedElements
  /// Whether the style sheet of the page gives it a dark colour.
  private let hasGround: Bool
  private var tabs = TabPanels()
  private var tagRows = TagRows()
  private(set) var account = ImportAccount()
  private(set) var log = DiagnosticLog()
  /// The words behind the first pictures that lead nowhere.
  private(set) var pictures: [String] = []
  /// The blocks of each open container; the innermost last.
  var containers: [[MarkupNode]] = [[]]
  /// The text of the paragraph that is being filled.
  private var inline = RichText()
  /// Whether something was dropped right before the next text.
  private var isAfterGap = false

  init(places: TextPlaces, emoji: EmojiPolicy, facts: HiddenFacts) {
    self.places = places
    self.emoji = emoji
    hasGround = facts.hasGround
    dropping = DroppedElements(facts: facts)
  }

  /// The blocks of a document.
  mutating func fold(_ body: DOMNode) -> [MarkupNode] {
    tabs = TabPanels(in: body)
    tagRows = TagRows(in: body)
    let ground = InlineStyle(of: body, "body").showsWhite ?? hasGround
    walkChildren(of: body, FoldingContext(hasBackground: ground))
    flush()
    for title in tabs.titles.values { account.add(.control, title.text, at: title.span) }
    return containers[0]
  }

  /// - Parameter isRow: Whether the node is a row of tags, where that is known.
  private mutating func walkChildren(
    of node: DOMNode, _ context: FoldingContext, isRow: Bool? = nil
  ) {
    let areParts = node.holdsPartsOnly
    let areFields = areParts && node.isRowOfFields
    let areTags = areParts && (isRow ?? tagRows.contains(node))
    let group = node.leadingGroup
    let hidden = dropping.marks?.hiddenChildren(of: node, context.hasBackground) ?? []
    for (index, child) in node.children.enumerated() {
      if hidden.contains(index) {
        drop(child, .hidden)
        continue
      }
      if areFields, case .element = child.content { inline.endLine() }
      if areTags, case .element(let name) = child.content, fate(of: child, name, context) == nil {
        inline.endTag(context.attributes)
      }
      let start = inline.count
      walk(child, context)
      if areParts { inline.partWords(at: start) }
      if index == group { inline.append("\u{2028}", context.attributes) }
    }
  }

  /// Folds a node with all that it holds.
  mutating func walk(_ node: DOMNode, _ context: FoldingContext) {
    switch node.content {
    case .nothing: break
    case .text(let text, let range): append(text, range, context)
    case .element(let name):
      if dropping.marks != nil, node.hidingMark != nil { return }
      let fate = fate(of: node, name, context)
      if fate == nil || fate == .control, takeTab(node, context) {
        break
      } else if let fate {
        drop(node, fate)
      } else if HTMLNames.blocks.contains(name) {
        foldBlock(node, name, context)
      } else {
        foldInline(node, name, context)
      }
    }
  }
}

// MARK: Blocks

extension MarkupFolder {
  /// Keeps the words of a tab for its panel.
  mutating func takeTab(_ node: DOMNode, _ context: FoldingContext) -> Bool {
    guard let name = tabs.name(ofTab: node) else { return false }
    return tabs.take(joinedText(capture(node, context)), of: name)
  }

  private mutating func foldBlock(_ node: DOMNode, _ name: String, _ outer: FoldingContext) {
    let context = entering(node, InlineStyle(of: node, name), outer, isBlock: true)
    flush()
    switch name {
    case "p", "dt", "dd", "li", "tr", "td", "th", "summary", "figcaption", "caption", "legend",
      "address":
      walkChildren(of: node, context)
    case "h1", "h2", "h3", "h4", "h5", "h6", "heading":
      let text = joinedText(capture(node, context))
      let level = Int(name.dropFirst()) ?? 2
      if !text.isEmpty { emit(.heading(level: level, text), text.span) }
    case "hr": emit(.rule, nil)
    case "ul", "ol", "menu", "dir": foldList(node, isOrdered: name == "ol", context)
    case "dl": foldDefinitions(node, context)
    case "table": foldTable(node, context)
    case "pre":
      let text = joinedText(capture(node, context))
      if !text.isEmpty { emit(.code(text.text), text.span) }
    case "blockquote":
      let blocks = capture(node, context)
      if !blocks.isEmpty { emit(.quote(blocks), hull(blocks)) }
    case "head": break
    case _ where node.holdsTermsOnly: foldDefinitions(node, context)
    default: foldGroup(node, name, context)
    }
    flush()
  }

  /// What an element with a style hands on to its content.
  func entering(
    _ node: DOMNode, _ style: InlineStyle, _ outer: FoldingContext, isBlock: Bool
  ) -> FoldingContext {
    var context = outer
    if dropping.hasGround(node) { context.hasBackground = true }
    return context.styled(style, isBlock: isBlock)
  }

  private mutating func foldGroup(_ node: DOMNode, _ name: String, _ context: FoldingContext) {
    let isRow = tagRows.contains(node)
    var blocks = capturing { folder in folder.walkChildren(of: node, context, isRow: isRow) }
    guard !blocks.isEmpty else { return }
    if let title = tabs.takeTitle(of: node) {
      if case .heading? = blocks.first?.kind {
        account.add(.control, title.text, at: title.span)
      } else {
        blocks.insert(MarkupNode(.heading(level: 2, title), span: title.span), at: 0)
      }
    }
    var classes = (node.attribute("class") ?? "").split(separator: " ").map(String.init)
    if isRow { classes.append(MarkupNode.Group.tagRow) }
    emit(
      .group(.init(name: name, classes: classes, children: blocks)), hull(blocks))
  }

  /// The blocks that the content of an element makes.
  mutating func capture(_ node: DOMNode, _ context: FoldingContext) -> [MarkupNode] {
    capturing { folder in folder.walkChildren(of: node, context) }
  }

  /// The blocks that an element makes.
  mutating func capture(only node: DOMNode, _ context: FoldingContext) -> [MarkupNode] {
    capturing { folder in folder.walk(node, context) }
  }

  private mutating func capturing(_ body: (inout MarkupFolder) -> Void) -> [MarkupNode] {
    flush()
    containers.append([])
    body(&self)
    flush()
    return containers.removeLast()
  }

  /// Adds a block to the innermost open container.
  mutating func emit(_ kind: MarkupNode.Kind, _ span: SourceSpan?) {
    containers[containers.count - 1].append(MarkupNode(kind, span: span))
  }

  /// Ends the paragraph that is being filled.
  mutating func flush() {
    let text = mendInlineMarkup(inline).joined().trimmed()
    inline = RichText()
    isAfterGap = false
    guard !text.isEmpty else { return }
    guard isDivider(text) else { return emit(.paragraph(text), text.span) }
    account.add(.decoration, text.text, at: text.span)
    emit(.rule, text.span)
  }
}

// MARK: Inline elements

extension MarkupFolder {
  private mutating func foldInline(_ node: DOMNode, _ name: String, _ outer: FoldingContext) {
    let style = InlineStyle(node.attribute("style"))
    var context = entering(node, style, outer, isBlock: false)
    context.enter(node, name)
    switch name {
    case "br": return inline.append("\u{2028}", context.attributes)
    case "img": return foldImage(node, context)
    case "a": return foldLink(node, context, outer)
    case "q": inline.append("\u{201C}", context.attributes)
    default: break
    }
    // At the right edge stands a field of its own.
    let isApart = style.floatsRight || node.standsRight
    if isApart { inline.append("\t", outer.attributes) }
    let start = inline.count
    walkChildren(of: node, context)
    if isApart { inline.append("\t", outer.attributes) }
    if name == "q" { inline.append("\u{201D}", context.attributes) }
    if style.isLarge || name == "big" { inline.boldTitle(from: start) }
    if style.hasBackground { dropPill(from: start) }
  }

  /// An image outside a link says nothing on paper; inside one it may be all that the link shows.
  private mutating func foldImage(_ node: DOMNode, _ context: FoldingContext) {
    let image = RichText.Image(
      alternative: node.attribute("alt") ?? "", address: node.attribute("src") ?? "")
    guard context.attributes.link != nil else {
      if pictures.count < 8 { pictures.append(image.alternative) }
      return account.add(.image, "", at: nil)
    }
    var attributes = context.attributes
    attributes.image = image
    inline.append("\u{FFFC}", attributes)
  }

  /// Keeps of a link either its words or, where it has none, its first image.
  private mutating func foldLink(
    _ node: DOMNode, _ styled: FoldingContext, _ outer: FoldingContext
  ) {
    var context = styled
    context.attributes.link = node.linkAddress
    let (start, blocks) = (inline.count, containers[containers.count - 1].count)
    walkChildren(of: node, context)
    // A block inside the link ended the paragraph.
    guard containers[containers.count - 1].count == blocks else { return }
    var content = inline.removeTail(from: start)
    if !content.text.unicodeScalars.contains(where: { !isSpace($0) }), let sign = node.linkSign {
      context.attributes.image = RichText.Image(alternative: sign, address: "")
      content = RichText("\u{FFFC}", context.attributes)
    }
    let hasWords = content.text.unicodeScalars.contains { !isSpace($0) && $0 != "\u{FFFC}" }
    var (kept, images) = (RichText(), 0)
    content.forEachRun { run, text in
      if run.attributes.image != nil {
        images += 1
        if hasWords || images > 1 { return }
      }
      if hasWords || run.attributes.image != nil {
        kept.append(String(text), run.attributes, span: run.span)
      }
    }
    // `Prof.[Ada Roe](…)`: the link hides from its author that a space is missing.
    let isGlued = inline.text.hasSuffix(".") && (kept.text.first?.isUppercase ?? false)
    if isGlued { inline.append(" ", outer.attributes) }
    inline.append(kept.unlinkingSeparator(as: outer.attributes))
  }

  /// A coloured pill with nothing but a count (`3k+`, of stars or downloads) is decoration.
  private mutating func dropPill(from start: Int) {
    guard start < inline.count else { return }
    let content = inline[start..<inline.count]
    let text = content.trimmed().text
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, ["", "+", "k", "k+", "K", "K+", "M", "M+"].contains(rest) else { return }
    account.add(.decoration, text, at: content.span)
    inline = inline[0..<start]
    isAfterGap = true
  }

  private mutating func append(_ text: String, _ range: Range<Int>, _ context: FoldingContext) {
    for piece in places.pieces(of: text, at: range) {
      let (kept, removed) = EmojiFilter.split(piece.text, emoji, after: inline.text)
      if !removed.isEmpty {
        account.add(.emoji, removed, at: piece.span)
        isAfterGap = true
      }
      guard !kept.isEmpty else { continue }
      let text = isAfterGap ? closingGap(before: kept) : kept
      inline.append(text, context.attributes, span: piece.span)
    }
  }

  /// Takes away the blanks around what was dropped where punctuation follows it.
  private mutating func closingGap(before next: String) -> String {
    isAfterGap = false
    let visible = next.unicodeScalars.drop(while: isSpace)
    guard let first = visible.first, ",.;:!?)".unicodeScalars.contains(first) else { return next }
    inline = inline.trimmedAtEnd()
    return String(Substring(visible))
  }
}

// MARK: Dropping

extension MarkupFolder {
  /// The reason to drop an element; `nil` for the panel of a tab, which the page may show.
  func fate(
    of node: DOMNode, _ name: String, _ context: FoldingContext
  ) -> ImportAccount.Fate? {
    let fate = dropping.fate(of: node, name, hasBackground: context.hasBackground)
    return fate == .hidden && tabs.shows(node) ? nil : fate
  }

  /// Accounts for an element that is left out.
  mutating func drop(_ node: DOMNode, _ fate: ImportAccount.Fate) {
    let text = places.text(of: node)
    let words = text.collapsed().text
    account.add(fate, words, at: text.span)
    if fate == .homepageMatter, !tabs.areNone { takeTabs(in: node) }
    guard fate == .hidden, !words.isEmpty else { return }
    log.add(.unseen(words, at: text.span))
  }

  /// The tabs in a part of the page that is left out, as `<ul class="nav nav-tabs">`.
  private mutating func takeTabs(in node: DOMNode) {
    for child in node.children {
      if let name = tabs.name(ofTab: child) {
        _ = tabs.take(places.text(of: child), of: name)
      } else {
        takeTabs(in: child)
      }
    }
  }
}
