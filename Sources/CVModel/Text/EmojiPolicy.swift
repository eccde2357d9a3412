// SPDX-License-Identifier: MIT

/// What becomes of the emoji of a page.
public enum EmojiPolicy: String, CaseIterable, Hashable, Sendable {
  /// They are left out, and stand in the account.
  case strip
  /// Each becomes its name in brackets: `[graduation cap]`.
  case text
  /// They stay, in one colour and without joined forms.
  case mono
}
