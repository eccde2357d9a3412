// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

extension FlowBuilder {
  /// Name, headline and contacts, beside the photo if there is one.
  mutating func addHeader(_ header: HeaderNode) {
    guard !hasSideContacts, let photo = header.photo, let design = theme.header.photo else {
      return addHeaderText(header)
    }
    var item = pictureItem(photo, design)
    headerWidth = max(1, pageWidth - item.width.points - design.gap.points)
    addHeaderText(header)
    headerWidth = pageWidth
    // Read after the text: Cairo 1.16 fails on a document whose first tag is a figure.
    guard !rows.isEmpty else { return }
    item.element = structure.add(.figure)
    let x = place(pageWidth - item.width.points, item.width.points)
    rows[0].items.append(
      Row.Item(
        x: x, y: item.height.points - rows[0].baseline, item: .picture(item), order: nextOrder()))
    let height = rows.reduce(0) { $0 + $1.height + $1.before }
    if height < item.height.points { rows[rows.count - 1].height += item.height.points - height }
  }

  /// The photo above the contacts of the side column, no wider than it.
  mutating func addSidePhoto(_ photo: HeaderPhoto) {
    guard let design = theme.header.photo, structure.elements.count > 1 else { return }
    var item = pictureItem(photo, design)
    item.element = structure.add(.figure)
    if item.width.points > textWidth {
      item.height = .pt(item.height.points * textWidth / item.width.points)
      item.width = .pt(textWidth)
    }
    // All spaces are multiples of half a step, so that lines of both columns meet.
    let steps = ((item.height.points + design.gap.points) / step * 2).rounded(.up) / 2
    var row = Row(height: steps * step, baseline: item.height.points)
    row.items = [
      Row.Item(
        x: place(left, item.width.points), y: 0, item: .picture(item), order: nextOrder())
    ]
    rows.append(row)
  }

  private func pictureItem(_ photo: HeaderPhoto, _ design: Theme.Photo) -> PictureItem {
    let width = min(design.height.points * photo.picture.aspect, pageWidth / 3)
    return PictureItem(
      picture: photo.picture, width: .pt(width), height: .pt(width / photo.picture.aspect),
      element: 0, alternative: photo.alternative)
  }

  private mutating func addHeaderText(_ header: HeaderNode) {
    let beside = theme.header.contacts.form == .beside ? contactColumns(header) : nil
    let gap = theme.header.contacts.columnGap.points
    let width = beside.map { max(1, headerWidth - $0.width - gap) } ?? headerWidth
    addName(header.name, width: width)
    if let headline = header.headline {
      let element = structure.add(.paragraph)
      let lines = setter.lines(
        headline, style: theme.style("headline"), width: width, element: element, form: .balanced)
      addLines(lines, align: theme.header.alignment, before: theme.spaces.beforeHeadline)
    }
    switch theme.header.contacts.form {
    case .lines: addContactLines(header.contacts, sign: header.separator)
    case .grid: addContactGrid(header.contacts)
    case .beside:
      if let beside, !rows.isEmpty { addBeside(beside) } else { addContactGrid(header.contacts) }
    case .side:
      if theme.page.side == nil { addContactGrid(header.contacts) }
    }
  }

  private mutating func addName(_ name: LayoutText?, width: Double) {
    guard let name else { return }
    let element = structure.add(.heading(level: 1))
    let height = theme.header.nameBox * step
    let lines = setter.lines(
      name, style: theme.style("name"), width: width, element: element, form: .balanced)
    for (index, line) in lines.enumerated() {
      var row = Row(height: height, baseline: theme.header.nameBaseline.points)
      if index > 0 { row.height = theme.style("name").size.points * 1.1 }
      row.items = items(line, align: theme.header.alignment, width: width)
      rows.append(row)
    }
  }

  // MARK: Lines

  /// Contacts on lines, a sign between two.
  ///
  /// - Parameter sign: What stands between two of them; the theme says how wide the gap is.
  private mutating func addContactLines(_ contacts: [LayoutText], sign: LayoutText) {
    guard !contacts.isEmpty else { return }
    let style = theme.style("contacts")
    let blank = setter.naturalWidth(LayoutText(" ", role: .separator), style: style)
    let gap = theme.header.separatorSpace * style.size.points - blank
    let between = setter.naturalWidth(sign, style: style) + 2 * gap
    let widths = contacts.map { setter.naturalWidth($0, style: style) }
    let breaks = contactBreaks(contacts, widths, between: between)
    var start = 0
    for (number, end) in (breaks + [contacts.count]).enumerated() {
      let element = structure.add(.paragraph)
      defer { start = end }
      let parts = Array(contacts[start..<end])
      let before = number == 0 ? theme.spaces.beforeContacts : 0
      let total = widths[start..<end].reduce(0, +) + Double(parts.count - 1) * between
      guard parts.count > 1 || total <= headerWidth else {
        let lines = setter.lines(
          parts[0], style: style, width: headerWidth, element: element, form: .balanced)
        addLines(lines, align: theme.header.alignment, before: before)
        continue
      }
      var row = newRow(before: before)
      var x = offset(of: total, in: headerWidth, theme.header.alignment)
      for (index, part) in parts.enumerated() {
        for (text, lead) in index > 0 ? [(sign, gap), (part, gap)] : [(part, 0)] {
          let line = setter.lines(text, style: style, width: unlimitedWidth, element: element).first
          guard let line else { continue }
          row.items += items(line, align: .left, width: 0, indent: x + lead)
          x += lead + line.runs.reduce(0) { $0 + $1.run.width }
        }
      }
      rows.append(row)
    }
  }

  /// Where lines end: after the theme's kinds or numbers, else where the lines are most equal; a
  /// line that would be too long gives way to the last.
  private func contactBreaks(
    _ contacts: [LayoutText], _ widths: [Double], between: Double
  ) -> [Int] {
    var breaks = theme.header.contacts.lineStarts(of: contacts)
    if theme.header.contacts.perLine != nil, let last = breaks.last, last == contacts.count - 1 {
      // A contact alone on the last line joins the one above where there is room.
      let joined = widths[(breaks.dropLast().last ?? 0)...]
      let width = joined.reduce(0, +) + Double(joined.count - 1) * between
      if width <= headerWidth { breaks.removeLast() }
    }
    let isWide = zip([0] + breaks, breaks + [contacts.count]).contains { start, end in
      let width = widths[start..<end].reduce(0, +) + Double(end - start - 1) * between
      return end - start > 1 && width > headerWidth
    }
    guard breaks.isEmpty || isWide else { return breaks }
    return balancedBreaks(widths, between: between, width: headerWidth)
  }

  // MARK: Columns

  /// Contacts in columns below the headline, read row by row: the last column is as wide as its
  /// content and flush right, the others share the rest.
  private mutating func addContactGrid(_ contacts: [LayoutText]) {
    guard !contacts.isEmpty else { return }
    let widths = contacts.map { contactWidth($0) }
    let places = gridPlaces(widths)
    guard places.count > 1 else {
      for (index, contact) in contacts.enumerated() {
        addContact(
          contact, in: structure.add(.paragraph), width: headerWidth,
          before: index == 0 ? theme.spaces.beforeContacts : 0)
      }
      return
    }
    for start in stride(from: 0, to: contacts.count, by: places.count) {
      var row = newRow(before: start == 0 ? theme.spaces.beforeContacts : 0)
      for index in start..<min(start + places.count, contacts.count) {
        let element = structure.add(.paragraph)
        row.items += contactItems(contacts[index], x: places[index - start], element)
      }
      rows.append(row)
    }
  }

  /// The left edges of the columns: as many as the theme wants and fit, so that no contact stands
  /// alone in the second row.
  private func gridPlaces(_ widths: [Double]) -> [Double] {
    let design = theme.header.contacts
    var columns = min(design.columns, widths.count)
    if columns > 2, widths.count == 4 { columns = 2 }
    if widths.count > columns, widths.count % columns == 1 { columns += 1 }
    while columns > 1 {
      let parts = (0..<columns).map { column in
        stride(from: column, to: widths.count, by: columns).map { widths[$0] }.max() ?? 0
      }
      let free = headerWidth - (parts.last ?? 0)
      let share = free / Double(columns - 1)
      let gap = design.columnGap.points
      if parts.dropLast().allSatisfy({ $0 + gap <= share }) {
        return (0..<columns).map { $0 == columns - 1 ? free : Double($0) * share }
      }
      let between = (headerWidth - parts.reduce(0, +)) / Double(columns - 1)
      if between >= gap {
        return parts.indices.map { parts[..<$0].reduce(0, +) + Double($0) * between }
      }
      columns -= 1
    }
    return [0]
  }

  /// Contacts in columns at the right of the name, read column by column.
  struct ContactColumns {
    var columns: [[LayoutText]]
    /// The left edge of each column from that of the first.
    var places: [Double]
    var width: Double
  }

  /// The contacts in as many columns as the theme wants, or in one that is not too high.
  ///
  /// The name stays on one line beside them, and the headline where it can.
  ///
  /// - Returns: `nil` where they leave no room for the name, and stand below it.
  private func contactColumns(_ header: HeaderNode) -> ContactColumns? {
    guard !header.contacts.isEmpty else { return nil }
    let most = theme.header.contacts.columns
    let counts = header.contacts.count <= Self.highestColumn ? [most, 1] : [most]
    let columns = counts.map { contactColumns(header.contacts, $0) }
    let name = header.name.map { setter.naturalWidth($0, style: theme.style("name")) } ?? 0
    let headline = wordWidths(header.headline, "headline")
    let blank = theme.style("headline").size.points / 4
    let wholeHeadline = headline.reduce(0) { $0 + $1 + blank }
    let words = wordWidths(header.name, "name").max() ?? 0
    let narrowest = name <= headerWidth ? name : words
    for needed in [max(narrowest, wholeHeadline), max(narrowest, headline.max() ?? 0)] {
      let room = headerWidth - needed - theme.header.contacts.columnGap.points
      let found = columns.first { $0.width < min(headerWidth * 0.7, room) }
      if let found { return found }
    }
    return nil
  }

  /// The most contacts of a single column: as high as the name and the headline.
  private static let highestColumn = 4

  private func contactColumns(_ contacts: [LayoutText], _ count: Int) -> ContactColumns {
    let height = (contacts.count + count - 1) / count
    let columns = stride(from: 0, to: contacts.count, by: height).map { start in
      Array(contacts[start..<min(start + height, contacts.count)])
    }
    var places: [Double] = []
    var x = 0.0
    for column in columns {
      places.append(x)
      x += (column.map { contactWidth($0) }.max() ?? 0) + theme.header.contacts.columnGap.points
    }
    return ContactColumns(
      columns: columns, places: places, width: x - theme.header.contacts.columnGap.points)
  }

  private func wordWidths(_ text: LayoutText?, _ style: String) -> [Double] {
    let words = text?.text.split(separator: " ") ?? []
    return words.map {
      setter.naturalWidth(LayoutText(String($0), role: .text), style: theme.style(style))
    }
  }

  /// Puts columns of contacts beside the rows of the header, which they share.
  private mutating func addBeside(_ contacts: ContactColumns) {
    let first = rows[0]
    let start = headerWidth - contacts.width
    var lowest = 0.0
    for (column, place) in zip(contacts.columns, contacts.places) {
      for (number, contact) in column.enumerated() {
        let top = Double(number) * step
        let element = structure.add(.paragraph)
        let y = top + theme.grid.ascent.points - first.baseline
        rows[0].items += contactItems(contact, x: start + place, element).map { item in
          var item = item
          item.y = y
          return item
        }
        lowest = max(lowest, top + step)
      }
    }
    let height = rows.reduce(0) { $0 + $1.height }
    if height < lowest { rows[rows.count - 1].height += lowest - height }
  }

  // MARK: One contact

  /// A contact on lines of its own.
  ///
  /// - Parameter scale: Of the size of the theme.
  mutating func addContact(
    _ contact: LayoutText, in element: Int, width: Double, before: Double = 0, scale: Double = 1
  ) {
    let indent = iconWidth(contact)
    let sign = iconItem(contact, x: 0)
    var style = theme.style("contacts")
    style.size = .pt(style.size.points * scale)
    let lines = setter.lines(
      setter.parted(contact), style: style, width: width - indent, element: element,
      form: .balanced)
    let first = rows.count
    addLines(lines, align: .left, before: before, indent: indent)
    if first < rows.count { rows[first].items.insert(contentsOf: sign, at: 0) }
  }

  /// The scale of contacts in a narrow column by which those fit on one line that need not be
  /// much smaller; an address in two parts is hard to read and to copy.
  func contactScale(_ contacts: [LayoutText], width: Double) -> Double {
    let style = theme.style("contacts")
    let scales = contacts.map { contact in
      // A hundredth less, for widths are sums of roundings.
      (width - iconWidth(contact) - 0.01) / max(1, setter.naturalWidth(contact, style: style))
    }
    return scales.filter { Self.leastContactScale...1 ~= $0 }.min() ?? 1
  }

  /// Contacts of 9.5 pt keep 8.5 pt, which the foot of a page has.
  private static let leastContactScale = 0.89

  private func contactWidth(_ contact: LayoutText) -> Double {
    iconWidth(contact) + setter.naturalWidth(contact, style: theme.style("contacts"))
  }

  private mutating func contactItems(
    _ contact: LayoutText, x: Double, _ element: Int
  ) -> [Row.Item] {
    let sign = iconItem(contact, x: x)
    let lines = setter.lines(
      setter.parted(contact), style: theme.style("contacts"), width: unlimitedWidth,
      element: element)
    guard let line = lines.first else { return sign }
    return sign + items(line, align: .left, width: 0, indent: x + iconWidth(contact))
  }

  /// What the icon of a contact takes, with the gap behind it; so much is left free where a label
  /// stands for the icon, for all begin at one edge.
  private func iconWidth(_ contact: LayoutText) -> Double {
    guard let icons = theme.icons, theme.header.contacts.labels == .icons else { return 0 }
    return (icons.box + icons.gap).points
  }

  /// The icon of a contact, centred in its box.
  private mutating func iconItem(_ contact: LayoutText, x: Double) -> [Row.Item] {
    guard let icons = theme.icons, let icon = contact.runs.first?.icon,
      let sign = setter.sign(of: icon, icons)
    else { return [] }
    let start = place(left + x + (icons.box.points - sign.width) / 2, sign.width)
    return [Row.Item(x: start, y: 0, item: .shape(sign), order: nextOrder())]
  }
}
