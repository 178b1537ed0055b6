package org.alur.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who comes by HTTP: a stranger, a program with user and password, or a browser. */
public final class Visitor {

  private final String server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Visitor(int port) {
    server = "http://127.0.0.1:" + port;
    client = HttpClient.newBuilder().cookieHandler(cookies).build();
  }

  /** Somebody who is not logged in. */
  public static Visitor stranger(int port) {
    return new Visitor(port);
  }

  /** A program that sends user and password with each request. */
  public static Visitor program(int port, String user, String password) {
    String pair = user + ":" + password;
    return new Visitor(port)
        .with(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** A browser in which somebody has logged in to the web applications. */
  public static Visitor browser(int port, String user, String password) {
    Visitor visitor = new Visitor(port);
    visitor.get("/camunda/app/welcome/default/");
    visitor.with("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"));
    HttpResponse<String> answer =
        visitor.send(
            "POST",
            "/camunda/api/admin/auth/user/default/login/welcome",
            "application/x-www-form-urlencoded",
            "username=" + user + "&password=" + password);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("The login failed: " + answer.statusCode());
    }
    visitor.get("/camunda/app/welcome/default/");
    return visitor.with("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"));
  }

  /** Sends a header with each request from now on; null sends it no more. */
  public Visitor with(String header, @Nullable String value) {
    if (value == null) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }
    return this;
  }

  /** Asks for a page or a resource. */
  public HttpResponse<String> get(String path) {
    return send("GET", path, "application/json", "");
  }

  /** Sends JSON. */
  public HttpResponse<String> send(String method, String path, String json) {
    return send(method, path, "application/json", json);
  }

  /** Sends whatever. */
  public HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", type);
    }
    headers.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cause);
    }
  }

  /** The value of a cookie that the server has set last. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no cookie " + name));
  }
}
