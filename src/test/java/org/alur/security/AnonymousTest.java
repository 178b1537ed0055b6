package org.alur.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alur.support.AlurTest;
import org.alur.support.Visitor;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AlurTest
class AnonymousTest {

  private record Door(String method, String path) {}

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping handlers;

  @Test
  void every_resource_of_our_own_interface_needs_a_login() {
    List<Door> doors =
        handlers.getHandlerMethods().keySet().stream()
            .flatMap(AnonymousTest::doors)
            .filter(door -> !door.path().equals("/error"))
            .filter(door -> !isPage(door.path()))
            .toList();
    assertThat(doors).extracting(Door::path).contains("/api/me");
    assertThat(doors)
        .as("own handlers live below /api")
        .extracting(Door::path)
        .allMatch(
            path ->
                path.startsWith("/api/")
                    || path.startsWith("/v3/api-docs")
                    || path.startsWith("/swagger-ui"));
    assertClosed(doors);
  }

  /** Pages without data: the start page and the page of the case file. */
  private static boolean isPage(String path) {
    return path.equals("/") || path.equals("/cases") || path.startsWith("/cases/");
  }

  @Test
  void every_resource_of_the_engines_interface_needs_a_login() {
    Set<Door> doors = new LinkedHashSet<>();
    for (Class<?> root : CamundaRestResources.getResourceClasses()) {
      String path = annotation(root, Path.class).map(Path::value).orElse("");
      collect(root, join("/engine-rest", path), doors, 0);
    }
    assertThat(doors).hasSizeGreaterThan(300);
    assertThat(doors)
        .contains(
            new Door("POST", "/engine-rest/task/x/complete"),
            new Door("POST", "/engine-rest/engine/x/task/x/complete"),
            new Door("POST", "/engine-rest/deployment/create"),
            new Door("GET", "/engine-rest/user"));
    assertClosed(doors);
  }

  private void assertClosed(Iterable<Door> doors) {
    Visitor stranger = Visitor.stranger(port);
    SoftAssertions softly = new SoftAssertions();
    for (Door door : doors) {
      softly
          .assertThat(stranger.send(door.method(), door.path(), "").statusCode())
          .as(door.toString())
          .isEqualTo(401);
    }
    softly.assertAll();
  }

  private static Stream<Door> doors(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    List<String> names =
        methods.isEmpty()
            ? List.of("GET", "POST")
            : methods.stream().map(RequestMethod::name).toList();
    return info.getPatternValues().stream()
        .flatMap(path -> names.stream().map(name -> new Door(name, filled(path))));
  }

  private static void collect(Class<?> type, String base, Set<Door> doors, int depth) {
    if (depth > 6) {
      return;
    }
    for (Method method : type.getMethods()) {
      Optional<Path> path = annotation(method, Path.class);
      Optional<String> verb = verb(method);
      String address = join(base, path.map(Path::value).orElse(""));
      if (verb.isPresent()) {
        doors.add(new Door(verb.get(), filled(address)));
      } else if (path.isPresent() && !method.getReturnType().equals(Object.class)) {
        collect(method.getReturnType(), address, doors, depth + 1);
      }
    }
  }

  private static Optional<String> verb(Method method) {
    return declarations(method)
        .flatMap(each -> Arrays.stream(each.getAnnotations()))
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .filter(each -> each != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
    return declarations(method)
        .flatMap(each -> Stream.of(each.getAnnotationsByType(type)))
        .findFirst();
  }

  private static <A extends Annotation> Optional<A> annotation(Class<?> owner, Class<A> type) {
    return types(owner).stream()
        .flatMap(each -> Stream.of(each.getAnnotationsByType(type)))
        .findFirst();
  }

  /** JAX-RS inherits annotations from the interfaces and classes that declare the method. */
  private static Stream<Method> declarations(Method method) {
    return types(method.getDeclaringClass()).stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(each -> each.getName().equals(method.getName()))
        .filter(each -> Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
  }

  private static List<Class<?>> types(Class<?> type) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      types.add(each);
      for (Class<?> face : each.getInterfaces()) {
        types.addAll(types(face));
      }
    }
    return types;
  }

  private static String join(String base, String path) {
    return (base + "/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "x").replace("/**", "/x");
  }
}
