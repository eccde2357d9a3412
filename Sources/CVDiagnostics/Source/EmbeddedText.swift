// SPDX-License-Identifier: MIT
import CTexts

/// The bytes of a file that is part of the program, by its name: `en.txt`.
///
/// `Sources/CTexts/texts.c` lists them.
package func embeddedText(_ name: String) -> [UInt8] {
  var count = 0
  guard let bytes = embedded_text(name, &count) else {
    preconditionFailure("\(name) is no part of the program")
  }
  return Array(UnsafeBufferPointer(start: bytes, count: count))
}
