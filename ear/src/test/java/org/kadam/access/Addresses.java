package org.kadam.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kadam.it.Caller;

/**
 * Every address there is, found twice: in the description that the running server gives of itself,
 * and in the classes that it was made of, so that neither can forget one.
 */
final class Addresses {

  /** What the server brings along, apart from our classes. */
  static final Set<String> OF_THE_SERVER = Set.of("GET /openapi");

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private static final Map<String, String> VERBS =
      Map.of(
          "service", "GET", "doGet", "GET", "doPost", "POST", "doPut", "PUT", "doDelete", "DELETE");

  private Addresses() {}

  /** As {@code /openapi} tells. */
  static Set<String> described() {
    Set<String> all = new TreeSet<>();
    JsonObject paths = Caller.stranger().get("/openapi?format=JSON").json().getJsonObject("paths");
    paths.forEach(
        (path, item) ->
            item.asJsonObject().keySet().stream()
                .filter(METHODS::contains)
                .forEach(m -> all.add(m.toUpperCase(Locale.ROOT) + " " + path)));
    return all;
  }

  /** The resources of the interface, as the classes say. */
  static Set<String> resources() {
    Set<String> all = new TreeSet<>();
    for (JavaClass type : classes()) {
      if (!type.isAnnotatedWith(Path.class)) {
        continue;
      }
      String root = type.getAnnotationOfType(Path.class).value();
      for (JavaMethod method : type.getAllMethods()) {
        String below = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        method.getAnnotations().stream()
            .flatMap(each -> each.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
            .forEach(verb -> all.add(verb.value() + " " + join("/api", root, below)));
      }
    }
    return all;
  }

  /** The servlets beside the interface, as the classes say. */
  static Set<String> servlets() {
    Set<String> all = new TreeSet<>();
    for (JavaClass type : classes()) {
      if (!type.isAnnotatedWith(WebServlet.class)) {
        continue;
      }
      for (JavaMethod method : type.getMethods()) {
        String verb = VERBS.get(method.getName());
        for (String path :
            verb == null ? new String[0] : type.getAnnotationOfType(WebServlet.class).value()) {
          all.add(verb + " " + path.replaceAll("\\*$", "{code}"));
        }
      }
    }
    return all;
  }

  private static String join(String... parts) {
    StringBuilder path = new StringBuilder();
    for (String part : parts) {
      String bare = part.replaceAll("^/|/$", "").replaceAll("\\{\\s*(\\w+)\\s*:[^/]*\\}", "{$1}");
      path.append(bare.isEmpty() ? "" : "/" + bare);
    }
    return path.toString();
  }

  private static JavaClasses classes() {
    return new ClassFileImporter()
        .importPath(java.nio.file.Path.of(System.getProperty("root"), "web/target/classes"));
  }
}
