// SPDX-License-Identifier: MIT
import Synchronization

private let faces = Mutex(())

/// Does what may open or close files of faces, while no other thread of the process does.
///
/// All sets of faces share the few files that Cairo keeps open, and Cairo 1.16 opens them without
/// its own lock (`_cairo_ft_unscaled_font_lock_face`): threads that shape or draw at once may else
/// miss glyphs or fail. Not to be called from within itself.
package func withOpenFaces<Result: Sendable, Failure: Error>(
  _ use: () throws(Failure) -> Result
) throws(Failure) -> Result {
  try faces.withLock { _ throws(Failure) in try use() }
}
