package org.alur.deployment;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Everything that an XML element says itself, its children left out. */
final class XmlTexts {

  private XmlTexts() {}

  static Stream<String> of(DomElement element) {
    return of((Element) element.getDomSource().getNode());
  }

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
