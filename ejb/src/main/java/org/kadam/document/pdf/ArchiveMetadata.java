package org.kadam.document.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * What a document says about itself: that it keeps to PDF/A-2a and PDF/UA-1, its title, its date,
 * and that its colours are sRGB.
 */
final class ArchiveMetadata {

  private static final String PRODUCER = "Kadam";
  private static final String SRGB = "sRGB IEC61966-2.1";

  /** PDF/A wants every schema that it does not know itself, such as PDF/UA's, described. */
  private static final String XMP =
      """
      <?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?>
      <x:xmpmeta xmlns:x='adobe:ns:meta/'>
      <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
      <rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'
       xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:pdf='http://ns.adobe.com/pdf/1.3/'
       xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'
       xmlns:pdfuaid='http://www.aiim.org/pdfua/ns/id/'>
      <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{title}</rdf:li></rdf:Alt></dc:title>
      <xmp:CreateDate>{date}</xmp:CreateDate>
      <pdf:Producer>{producer}</pdf:Producer>
      <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
      <pdfuaid:part>1</pdfuaid:part>
      </rdf:Description>
      <rdf:Description rdf:about=''
       xmlns:pdfaExtension='http://www.aiim.org/pdfa/ns/extension/'
       xmlns:pdfaSchema='http://www.aiim.org/pdfa/ns/schema#'
       xmlns:pdfaProperty='http://www.aiim.org/pdfa/ns/property#'>
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'>
      <pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>part</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end='w'?>
      """;

  private ArchiveMetadata() {}

  static void into(PDDocument document, String title, ZonedDateTime made) throws IOException {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title);
    information.setProducer(PRODUCER);
    information.setCreationDate(GregorianCalendar.from(made));

    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp(title, made).getBytes(StandardCharsets.UTF_8));
    document.getDocumentCatalog().setMetadata(metadata);
    document.getDocumentCatalog().addOutputIntent(screenColours(document));
  }

  private static String xmp(String title, ZonedDateTime made) {
    String plain = title.replace("&", "&amp;").replace("<", "&lt;");
    return XMP.replace(
            "{date}", made.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")))
        .replace("{producer}", PRODUCER)
        .replace("{title}", plain);
  }

  private static PDOutputIntent screenColours(PDDocument document) throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    intent.setInfo(SRGB);
    intent.setOutputCondition(SRGB);
    intent.setOutputConditionIdentifier(SRGB);
    intent.setRegistryName("http://www.color.org");
    return intent;
  }
}
