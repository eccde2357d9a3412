// SPDX-License-Identifier: MIT

extension Theme {
  /// Name, headline and contacts.
  public struct Header: Hashable, Sendable {
    public var alignment: Alignment
    /// The height of the name's line, in steps.
    public var nameBox: Double
    /// From the top of the name's line down to its baseline.
    public var nameBaseline: Length
    /// Between two contacts; the spaces around it are `separatorSpace` wide.
    public var separator: String
    /// In em of the contacts' size.
    public var separatorSpace: Double
    public var contacts = Contacts()
    /// The place of the owner's photo; `nil` for none.
    public var photo: Photo?

    public init(
      alignment: Alignment, nameBox: Double, nameBaseline: Length, separator: String,
      separatorSpace: Double
    ) {
      self.alignment = alignment
      self.nameBox = nameBox
      self.nameBaseline = nameBaseline
      self.separator = separator
      self.separatorSpace = separatorSpace
    }
  }

  /// A photo at the far end of the header, or above the contacts of a side column.
  public struct Photo: Hashable, Sendable {
    public var height: Length
    /// Between the photo and the text.
    public var gap: Length

    public init(height: Length, gap: Length) {
      self.height = height
      self.gap = gap
    }
  }

  /// How the contacts stand, in which order, and what says of which kind each is.
  public struct Contacts: Hashable, Sendable {
    public var form = Form.lines
    /// The columns of a grid.
    public var columns = 3
    /// Between two columns, at least.
    public var columnGap = Length.pt(12)
    public var labels = Labels.networks
    /// How labels and names of networks are set.
    public var labelCaps = TextStyle.Caps.none
    /// The kinds in their order.
    public var order: [ContactKind] = ContactKind.allCases
    /// The kinds that share each line; none for lines as equal as can be.
    public var lines: [[ContactKind]] = []
    /// How many share a line; `nil` for as many as fit.
    public var perLine: Int?

    public init() {}

    /// Whether a sign stands between two contacts.
    public var hasSigns: Bool { form == .lines }

    /// Where contacts stand.
    public enum Form: String, CaseIterable, Hashable, Sendable {
      /// On lines, a sign between two.
      case lines
      /// In columns below the headline, row by row.
      case grid
      /// In columns at the right of the name, column by column.
      case beside
      /// In the side column, one a line, below a title.
      case side
    }

    /// What stands before a contact.
    public enum Labels: String, CaseIterable, Hashable, Sendable {
      /// The names of networks whose addresses are numbers.
      case networks
      /// An icon that means the word.
      case icons
      /// The word, and behind it the whole address.
      case words
    }
  }

  /// The kinds of contacts, by which a theme orders them.
  public enum ContactKind: String, CaseIterable, Hashable, Sendable {
    case location, email, phone, website, network, orcid
  }

  /// The faces, the colour and the place of icons.
  public struct Icons: Hashable, Sendable {
    /// Files below the fonts folder.
    public var files: [String]
    /// The name of a colour.
    public var colour: String
    public var size: Length
    /// Of the signs of networks, which are drawn smaller in their faces.
    public var brandSize: Length
    /// The width in which each is centred.
    public var box: Length
    /// From the box to the text.
    public var gap: Length

    public init(
      files: [String], colour: String, sizes: (Length, brand: Length), box: Length, gap: Length
    ) {
      self.files = files
      self.colour = colour
      (size, brandSize) = sizes
      self.box = box
      self.gap = gap
    }
  }
}

extension Contact.Kind {
  /// The kind by which themes order contacts.
  public var group: Theme.ContactKind {
    switch self {
    case .location: .location
    case .email: .email
    case .phone: .phone
    case .website: .website
    case .network("ORCID"): .orcid
    case .network: .network
    }
  }
}
