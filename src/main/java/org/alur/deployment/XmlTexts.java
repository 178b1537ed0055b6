package org.alur.deployment;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Everything that an XML element says itself, its children left out. */
final class XmlTexts {

  private XmlTexts() {}

  /** Every element of a document, from the outside in. */
  static Stream<Element> elements(DomDocument document) {
    Document xml = (Document) document.getDomSource().getNode();
    return withChildren(xml.getDocumentElement());
  }

  private static Stream<Element> withChildren(Element element) {
    NodeList children = element.getChildNodes();
    Stream<Element> inside =
        IntStream.range(0, children.getLength())
            .mapToObj(children::item)
            .filter(Element.class::isInstance)
            .map(Element.class::cast)
            .flatMap(XmlTexts::withChildren);
    return Stream.concat(Stream.of(element), inside);
  }

  /** The id of an element, or of the nearest one around it that has an id. */
  static String idOf(Element element) {
    if (element.hasAttribute("id")) {
      return element.getAttribute("id");
    }
    return element.getParentNode() instanceof Element parent
        ? idOf(parent)
        : element.getLocalName();
  }

  /** The values of all attributes and the element's own text, whatever they are meant for. */
  static Stream<String> of(Element element) {
    NamedNodeMap attributes = element.getAttributes();
    Stream<String> values =
        IntStream.range(0, attributes.getLength())
            .mapToObj(attributes::item)
            .map(Node::getNodeValue);
    return Stream.concat(values, ownText(element));
  }

  private static Stream<String> ownText(Element element) {
    NodeList children = element.getChildNodes();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(child.getNodeValue());
      }
    }
    return text.isEmpty() ? Stream.empty() : Stream.of(text.toString());
  }
}
