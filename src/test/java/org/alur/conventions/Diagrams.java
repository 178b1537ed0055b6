package org.alur.conventions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.alur.support.Chromium;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Draws processes with bpmn-js, as the Modeler shows them. */
final class Diagrams implements AutoCloseable {

  private static final Path BPMN_JS =
      Path.of("src/main/frontend/node_modules/bpmn-js/dist/bpmn-viewer.production.min.js");

  /** What nobody sees in a picture; everything else makes it out of date. */
  private static final Set<String> UNSEEN =
      Set.of(
          "documentation",
          "extensionElements",
          "conditionExpression",
          "timeDate",
          "timeDuration",
          "timeCycle");

  private static final Set<String> SEEN_NAMESPACES =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/MODEL",
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://www.omg.org/spec/DD/20100524/DI");

  private static final Pattern DIGEST = Pattern.compile("<!-- model: ([0-9a-f]{64}) -->");

  /** bpmn-js gives its markers names by chance. */
  private static final Pattern MARKER = Pattern.compile("marker-[0-9a-z]{20,}");

  private static final Pattern FRAME =
      Pattern.compile(
          "width=\"[\\d.]+\" height=\"[\\d.]+\""
              + " viewBox=\"([-\\d.]+) ([-\\d.]+) ([\\d.]+) ([\\d.]+)\" version=\"1.1\">");

  private static final int FOOT = 20;

  private static final String ATTRIBUTION =
      """
      <a href="https://bpmn.io"><text x="%d" y="%d" text-anchor="end" \
      style="font-family: Arial, sans-serif; font-size: 10px; fill: rgb(82, 82, 82);">bpmn.io</text></a></svg>
      """;

  private final Chromium chromium = new Chromium();
  private final Page page = chromium.browser().newPage();

  Diagrams() {
    page.setContent("<!doctype html><div id='canvas' style='width:1600px;height:900px'></div>");
    page.addScriptTag(new Page.AddScriptTagOptions().setPath(BPMN_JS));
  }

  /** Whether what is generated is to be written anew: {@code -Dupdate}. */
  static boolean isUpdate() {
    return System.getProperty("update") != null;
  }

  /** Where the picture of a process is. */
  static Path picture(ProcessFile file) {
    return Path.of("docs/diagrams", file.folder(), file.id() + ".svg");
  }

  /** The picture, with the digest of the model that it shows. */
  String draw(ProcessFile file) {
    String svg =
        (String)
            page.evaluate(
                """
                async (xml) => {
                  const viewer = new BpmnJS({ container: '#canvas' });
                  try {
                    const { warnings } = await viewer.importXML(xml);
                    if (warnings.length) throw new Error(warnings[0].message);
                    return (await viewer.saveSVG()).svg;
                  } finally {
                    viewer.destroy();
                  }
                }
                """,
                file.xml());
    return signed(file, stable(svg));
  }

  /** Adds digest and title, and at the foot the attribution that the licence of bpmn-js wants. */
  private static String signed(ProcessFile file, String svg) {
    Matcher frame = FRAME.matcher(svg);
    if (!frame.find()) {
      throw new IllegalStateException("bpmn-js has written the frame of its pictures otherwise.");
    }
    long x = number(frame, 1);
    long y = number(frame, 2);
    long width = number(frame, 3);
    long height = number(frame, 4) + FOOT;
    String head =
        "width=\"%d\" height=\"%d\" viewBox=\"%d %d %d %d\" version=\"1.1\">"
                .formatted(width, height, x, y, width, height)
            + "<!-- model: %s --><title>%s</title>"
                .formatted(digest(file), escaped(file.process().getName()));
    String foot = ATTRIBUTION.formatted(x + width - 4, y + height - 5);
    return frame.replaceFirst(Matcher.quoteReplacement(head)).replaceFirst("</svg>\\s*$", foot);
  }

  private static long number(Matcher frame, int group) {
    return Math.round(Double.parseDouble(frame.group(group)));
  }

  private static String stable(String svg) {
    Matcher markers = MARKER.matcher(svg);
    TreeMap<String, String> names = new TreeMap<>();
    return markers.replaceAll(
        marker -> names.computeIfAbsent(marker.group(), name -> "marker-" + (names.size() + 1)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** The digest that a picture carries, or nothing. */
  static String digestIn(String svg) {
    Matcher digest = DIGEST.matcher(svg);
    return digest.find() ? digest.group(1) : "";
  }

  /** The digest of what a picture of the model shows. */
  static String digest(ProcessFile file) {
    try {
      StringBuilder seen = new StringBuilder();
      collect(root(file), seen);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(seen.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static Element root(ProcessFile file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(file.xml().getBytes(UTF_8)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException cause) {
      throw new IllegalStateException(file + " cannot be read.", cause);
    }
  }

  private static void collect(Element element, StringBuilder seen) {
    if (UNSEEN.contains(element.getLocalName())
        || !SEEN_NAMESPACES.contains(element.getNamespaceURI())) {
      return;
    }
    seen.append('<').append(element.getLocalName());
    NamedNodeMap attributes = element.getAttributes();
    TreeMap<String, String> sorted = new TreeMap<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (attribute.getNamespaceURI() == null) {
        sorted.put(attribute.getNodeName(), attribute.getNodeValue());
      }
    }
    seen.append(sorted);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        collect(inner, seen);
      }
    }
    seen.append('>');
  }

  @Override
  public void close() {
    chromium.close();
  }
}
