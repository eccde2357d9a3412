// SPDX-License-Identifier: MIT
import CVModel

/// The metadata of a PDF as an XMP packet (ISO 16684-1).
struct XMPPacket {
  let facts: DocumentFacts
  /// The library that has drawn the PDF.
  let producer: String
  let standard: PDFStandard

  var text: String {
    """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    \(description)\(standard.archival == nil ? "" : Self.extensionSchema)</rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
  }

  private var description: String {
    var parts = [
      "<dc:format>application/pdf</dc:format>",
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(facts.title))</rdf:li></rdf:Alt></dc:title>",
      "<dc:language><rdf:Bag><rdf:li>\(escaped(facts.language))</rdf:li></rdf:Bag></dc:language>",
      "<xmp:CreatorTool>\(escaped(facts.creator))</xmp:CreatorTool>",
      "<pdf:Producer>\(escaped(producer))</pdf:Producer>",
      "<pdfuaid:part>1</pdfuaid:part>",
    ]
    if let author = facts.author {
      parts.append(
        "<dc:creator><rdf:Seq><rdf:li>\(escaped(author))</rdf:li></rdf:Seq></dc:creator>")
    }
    if let date = facts.date {
      parts.append("<xmp:CreateDate>\(escaped(date))</xmp:CreateDate>")
      parts.append("<xmp:ModifyDate>\(escaped(date))</xmp:ModifyDate>")
    }
    if let (part, level) = standard.archival {
      parts.append("<pdfaid:part>\(part)</pdfaid:part>")
      parts.append("<pdfaid:conformance>\(level)</pdfaid:conformance>")
    }
    return "<rdf:Description rdf:about=\"\"\(Self.namespaces)>\n"
      + parts.map { $0 + "\n" }.joined() + "</rdf:Description>\n"
  }

  private static let namespaces = [
    ("dc", "http://purl.org/dc/elements/1.1/"), ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"), ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
  ].map { " xmlns:\($0)=\"\($1)\"" }.joined()

  /// PDF/A wants each schema described that it does not know itself (ISO 19005-2, 6.6.2.3).
  private static let extensionSchema = """
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>

    """

  /// Text as XML 1.0 may hold it: signs of mark-up as references, and no control characters.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
