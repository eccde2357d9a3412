// SPDX-License-Identifier: MIT
import Foundation

/// The path of a face that comes with the project.
///
/// - Parameter file: Its path below `Fonts/`.
public func bundledFont(_ file: String) -> String {
  checkout.appending(path: "Fonts/\(file)").path
}
