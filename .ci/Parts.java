import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Prints the Maven parts that lie in some folders and archives, archives in archives included, one package URL a line:
 * each jar that was built by Maven says itself what it is.
 */
class Parts {

  private static final Set<String> FOUND = new TreeSet<>();

  public static void main(String[] places) throws IOException {
    for (String place : places) {
      try (Stream<Path> files = Files.walk(Path.of(place))) {
        for (Path file : files.filter(f -> archive(f.toString()) && Files.isRegularFile(f)).toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            look(in);
          }
        }
      }
    }
    FOUND.forEach(System.out::println);
  }

  private static boolean archive(String name) {
    return name.matches(".*\\.(jar|war|ear)");
  }

  private static void look(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (archive(entry.getName())) {
        look(new ByteArrayInputStream(zip.readAllBytes()));
      } else if (entry.getName().matches("META-INF/maven/.+/pom\\.properties")) {
        Properties part = new Properties();
        part.load(new ByteArrayInputStream(zip.readAllBytes()));
        FOUND.add(
            "pkg:maven/%s/%s@%s"
                .formatted(
                    part.getProperty("groupId"),
                    part.getProperty("artifactId"),
                    part.getProperty("version")));
      }
    }
  }
}
