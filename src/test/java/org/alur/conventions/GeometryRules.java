package org.alur.conventions;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.jspecify.annotations.Nullable;

/** Whether the picture can be read: everything is drawn, and nothing hides anything else. */
final class GeometryRules {

  /** Shapes and flows may touch. */
  private static final double TOUCH = 1;

  private GeometryRules() {}

  private record Shape(BaseElement element, Rectangle2D area) {

    boolean isSiblingOf(BaseElement other) {
      return element.getParentElement().equals(other.getParentElement());
    }

    boolean isOn(Shape other) {
      return element instanceof BoundaryEvent event && event.getAttachedTo().equals(other.element);
    }
  }

  static Stream<String> everythingIsDrawn(ProcessFile file) {
    Set<String> drawn =
        Stream.concat(
                file.all(BpmnShape.class).map(BpmnShape::getBpmnElement),
                file.all(BpmnEdge.class).map(BpmnEdge::getBpmnElement))
            .map(BaseElement::getId)
            .collect(Collectors.toSet());
    Stream<? extends BaseElement> elements =
        Stream.concat(file.all(FlowNode.class), file.all(SequenceFlow.class));
    return elements
        .map(BaseElement::getId)
        .filter(id -> !drawn.contains(id))
        .map(id -> id + " is not in the diagram: draw it, or the picture lies.");
  }

  static Stream<String> nothingOverlaps(ProcessFile file) {
    List<Shape> shapes = shapes(file);
    List<String> breaches = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      for (Shape other : shapes.subList(i + 1, shapes.size())) {
        if (overlap(shapes.get(i), other)) {
          breaches.add(
              "%s and %s lie on each other: move one."
                  .formatted(shapes.get(i).element().getId(), other.element().getId()));
        }
      }
    }
    return breaches.stream();
  }

  private static boolean overlap(Shape one, Shape other) {
    return one.isSiblingOf(other.element())
        && !one.isOn(other)
        && !other.isOn(one)
        && inner(one.area()).intersects(inner(other.area()));
  }

  static Stream<String> flowsKeepOffOtherShapes(ProcessFile file) {
    List<Shape> shapes = shapes(file);
    return file.all(BpmnEdge.class)
        .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
        .flatMap(edge -> crossed(edge, (SequenceFlow) edge.getBpmnElement(), shapes));
  }

  private static Stream<String> crossed(BpmnEdge edge, SequenceFlow flow, List<Shape> shapes) {
    List<Line2D> lines = lines(List.copyOf(edge.getWaypoints()));
    return shapes.stream()
        .filter(shape -> shape.isSiblingOf(flow))
        .filter(shape -> !shape.element().equals(flow.getSource()))
        .filter(shape -> !shape.element().equals(flow.getTarget()))
        .filter(shape -> lines.stream().anyMatch(line -> inner(shape.area()).intersectsLine(line)))
        .map(
            shape ->
                "%s runs through %s: lead it round."
                    .formatted(flow.getId(), shape.element().getId()));
  }

  static Stream<String> flowsTouchTheirEnds(ProcessFile file) {
    Map<BaseElement, Rectangle2D> areas =
        shapes(file).stream().collect(Collectors.toMap(Shape::element, Shape::area));
    return file.all(BpmnEdge.class)
        .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
        .filter(
            edge -> {
              SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
              List<Waypoint> points = List.copyOf(edge.getWaypoints());
              return !touches(points.get(0), areas.get(flow.getSource()))
                  || !touches(points.get(points.size() - 1), areas.get(flow.getTarget()));
            })
        .map(
            edge ->
                edge.getBpmnElement().getId()
                    + " does not touch the shapes that it joins: draw it from one to the other.");
  }

  private static boolean touches(Waypoint point, @Nullable Rectangle2D area) {
    return area == null || area.intersects(point.getX() - 2, point.getY() - 2, 4, 4);
  }

  private static List<Line2D> lines(List<Waypoint> points) {
    return IntStream.range(1, points.size())
        .<Line2D>mapToObj(
            i ->
                new Line2D.Double(
                    points.get(i - 1).getX(),
                    points.get(i - 1).getY(),
                    points.get(i).getX(),
                    points.get(i).getY()))
        .toList();
  }

  private static List<Shape> shapes(ProcessFile file) {
    return file.all(BpmnShape.class)
        .map(shape -> new Shape(shape.getBpmnElement(), area(shape.getBounds())))
        .toList();
  }

  private static Rectangle2D area(Bounds bounds) {
    return new Rectangle2D.Double(
        bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  private static Rectangle2D inner(Rectangle2D area) {
    return new Rectangle2D.Double(
        area.getX() + TOUCH,
        area.getY() + TOUCH,
        area.getWidth() - 2 * TOUCH,
        area.getHeight() - 2 * TOUCH);
  }
}
