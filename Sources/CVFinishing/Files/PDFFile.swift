// SPDX-License-Identifier: MIT
import CQpdf

/// A PDF in memory, read and changed through libqpdf.
///
/// Owns the library's state and the bytes that it reads from; objects keep their file alive. The
/// library keeps its first fault until `check` asks for it.
final class PDFFile {
  fileprivate let library: QpdfFunctions
  private var state: qpdf_data?
  private let input: UnsafeMutableBufferPointer<CChar>

  fileprivate var qpdf: qpdf_data {
    guard let state else { preconditionFailure("libqpdf gives a state or ends the program") }
    return state
  }

  /// Reads a PDF without repairing it: what cvgen has written is whole or wrong.
  init(_ bytes: [UInt8]) throws(FinishingError) {
    library = loadQpdf(libqpdf)
    guard library.isComplete else { throw .noLibrary }
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(fromContentsOf: bytes.lazy.map { CChar(bitPattern: $0) })
    state = library.qpdf_init()
    library.qpdf_silence_errors(qpdf)
    library.qpdf_set_suppress_warnings(qpdf, 1)
    library.qpdf_set_attempt_recovery(qpdf, 0)
    _ = library.qpdf_read_memory(qpdf, "PDF", input.baseAddress, UInt64(input.count), nil)
    try check()
  }

  deinit {
    library.qpdf_cleanup(&state)
    input.deallocate()
  }

  /// Throws the first fault or warning since the last check.
  func check() throws(FinishingError) {
    let fault: qpdf_error?
    if library.qpdf_has_error(qpdf) != 0 {
      fault = library.qpdf_get_error(qpdf)
    } else if library.qpdf_more_warnings(qpdf) != 0 {
      fault = library.qpdf_next_warning(qpdf)
    } else {
      return
    }
    let words = library.qpdf_get_error_message_detail(qpdf, fault)
    throw .library(words.map { String(cString: $0) } ?? "unknown fault")
  }

  // MARK: Objects

  var catalog: PDFObject { object(library.qpdf_get_root(qpdf)) }

  var trailer: PDFObject { object(library.qpdf_get_trailer(qpdf)) }

  var pageCount: Int { Int(library.qpdf_get_num_pages(qpdf)) }

  /// A page, counted from 0.
  func page(_ number: Int) -> PDFObject { object(library.qpdf_get_page_n(qpdf, number)) }

  /// An object from its source text; references such as `7 0 R` are allowed.
  func parse(_ source: String) -> PDFObject { object(library.qpdf_oh_parse(qpdf, source)) }

  /// A string for people, in whatever encoding holds its characters.
  func string(_ text: String) -> PDFObject {
    object(library.qpdf_oh_new_unicode_string(qpdf, text))
  }

  func array(_ items: [PDFObject]) -> PDFObject {
    let array = object(library.qpdf_oh_new_array(qpdf))
    for item in items { library.qpdf_oh_append_item(qpdf, array.handle, item.handle) }
    return array
  }

  /// A new stream, and an object of its own.
  ///
  /// - Parameter entries: Further entries of its dictionary, as source text.
  func stream(_ bytes: [UInt8], _ entries: [(key: String, value: String)]) -> PDFObject {
    let stream = object(library.qpdf_oh_new_stream(qpdf))
    let dictionary = object(library.qpdf_oh_get_dict(qpdf, stream.handle))
    for (key, value) in entries { dictionary[key] = parse(value) }
    stream.replaceData(with: bytes)
    return stream
  }

  /// Makes an object one that others can refer to.
  func indirect(_ object: PDFObject) -> PDFObject {
    self.object(library.qpdf_make_indirect_object(qpdf, object.handle))
  }

  fileprivate func object(_ handle: qpdf_oh) -> PDFObject { PDFObject(handle, in: self) }

  // MARK: Writing

  /// The whole file: objects in streams, an identifier made of its contents.
  ///
  /// - Parameter version: The lowest version of PDF that it may state.
  func written(version: String) throws(FinishingError) -> [UInt8] {
    try check()
    _ = library.qpdf_init_write_memory(qpdf)
    library.qpdf_set_object_stream_mode(qpdf, qpdf_o_generate)
    library.qpdf_set_newline_before_endstream(qpdf, 1)
    library.qpdf_set_deterministic_ID(qpdf, 1)
    library.qpdf_set_minimum_pdf_version(qpdf, version)
    _ = library.qpdf_write(qpdf)
    try check()
    let count = library.qpdf_get_buffer_length(qpdf)
    return Array(UnsafeBufferPointer(start: library.qpdf_get_buffer(qpdf), count: count))
  }
}

/// An object of a PDF; one handle of the library, released with it.
final class PDFObject {
  fileprivate let handle: qpdf_oh
  private let file: PDFFile

  fileprivate init(_ handle: qpdf_oh, in file: PDFFile) {
    self.handle = handle
    self.file = file
  }

  deinit { library.qpdf_oh_release(qpdf, handle) }

  private var library: QpdfFunctions { file.library }
  private var qpdf: qpdf_data { file.qpdf }

  /// The kinds of objects that cvgen tells apart.
  enum Kind { case integer, name, string, array, dictionary, stream, other }

  var kind: Kind {
    switch library.qpdf_oh_get_type_code(qpdf, handle) {
    case ot_integer: .integer
    case ot_name: .name
    case ot_string: .string
    case ot_array: .array
    case ot_dictionary: .dictionary
    case ot_stream: .stream
    default: .other
    }
  }

  /// The number of an object that others refer to; 0 for one that stands in another.
  var number: Int { Int(library.qpdf_oh_get_object_id(qpdf, handle)) }

  /// The value of a key of a dictionary; an object of kind `other` where there is none.
  subscript(key: String) -> PDFObject {
    get { file.object(library.qpdf_oh_get_key(qpdf, handle, key)) }
    set { library.qpdf_oh_replace_key(qpdf, handle, key, newValue.handle) }
  }

  func has(_ key: String) -> Bool { library.qpdf_oh_has_key(qpdf, handle, key) != 0 }

  func remove(_ key: String) { library.qpdf_oh_remove_key(qpdf, handle, key) }

  var keys: [String] {
    guard kind == .dictionary else { return [] }
    var keys: [String] = []
    library.qpdf_oh_begin_dict_key_iter(qpdf, handle)
    while library.qpdf_oh_dict_more_keys(qpdf) != 0 {
      if let key = library.qpdf_oh_dict_next_key(qpdf) { keys.append(String(cString: key)) }
    }
    return keys
  }

  /// The length of an array.
  var count: Int { Int(library.qpdf_oh_get_array_n_items(qpdf, handle)) }

  func item(_ index: Int) -> PDFObject {
    file.object(library.qpdf_oh_get_array_item(qpdf, handle, Int32(index)))
  }

  /// A name with its slash; empty for other kinds.
  var name: String {
    guard kind == .name, let name = library.qpdf_oh_get_name(qpdf, handle) else { return "" }
    return String(cString: name)
  }

  var integer: Int { Int(library.qpdf_oh_get_int_value(qpdf, handle)) }

  /// The text of a string, or `nil` for other kinds.
  var text: String? {
    var bytes: UnsafePointer<CChar>?
    var count = 0
    guard library.qpdf_oh_get_value_as_utf8(qpdf, handle, &bytes, &count) != 0, let bytes else {
      return nil
    }
    let buffer = UnsafeRawBufferPointer(start: bytes, count: count)
    return String(decoding: buffer, as: UTF8.self)
  }

  // MARK: Streams

  /// What a stream holds, decoded; empty for other kinds.
  var data: [UInt8] {
    guard kind == .stream else { return [] }
    return taken { bytes, count in
      library.qpdf_oh_get_stream_data(qpdf, handle, qpdf_dl_generalized, nil, &bytes, &count)
    }
  }

  /// What a page shows: all its content streams in one.
  var content: [UInt8] {
    taken { bytes, count in
      library.qpdf_oh_get_page_content_data(qpdf, handle, &bytes, &count)
    }
  }

  func replaceData(with bytes: [UInt8]) {
    let none = file.object(library.qpdf_oh_new_null(qpdf))
    library.qpdf_oh_replace_stream_data(
      qpdf, handle, bytes, bytes.count, none.handle, none.handle)
  }

  /// Copies a buffer that the library has allocated, and frees it.
  private func taken(
    _ fill: (inout UnsafeMutablePointer<UInt8>?, inout Int) -> QPDF_ERROR_CODE
  ) -> [UInt8] {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    _ = fill(&bytes, &count)
    defer { freeQpdfBuffer(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }
}
