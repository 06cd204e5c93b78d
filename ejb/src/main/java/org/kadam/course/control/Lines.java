package org.kadam.course.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * In which line of a YAML file a place stands. A place is a path of keys with dots; in a list it
 * names an entry by its {@code id}, by what it is, or by its number from 1. Files are read again
 * only when a fault is to be reported.
 */
public final class Lines {

  /** Knows no line. */
  public static final Lines UNKNOWN = new Lines(null);

  private final ContentFiles files;
  private final Map<String, Optional<Node>> trees = new HashMap<>();

  private Lines(ContentFiles files) {
    this.files = files;
  }

  /** The lines of these files. */
  public static Lines of(ContentFiles files) {
    return new Lines(files);
  }

  /** The line, from 1, of a place or of what is there on the way to it; 0 where it is not known. */
  int of(String file, String place) {
    if (files == null || !file.endsWith(".yaml")) {
      return 0;
    }
    Optional<Node> root = trees.computeIfAbsent(file, files::tree);
    if (root.isEmpty() || place.isEmpty()) {
      return 0;
    }
    Node at = root.get();
    int line = 0;
    for (String step : place.split("\\.")) {
      Found found = step(at, step);
      if (found == null && line == 0) {
        // the items of an area are named without the list that they are in
        found = inLists(at, step);
      }
      if (found == null) {
        break;
      }
      at = found.node();
      line = found.line();
    }
    return line;
  }

  private record Found(Node node, int line) {}

  private static Found inLists(Node root, String step) {
    if (root instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        Found found = tuple.getValueNode() instanceof SequenceNode list ? step(list, step) : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static Found step(Node at, String step) {
    if (at instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (says(tuple.getKeyNode(), step)) {
          return new Found(tuple.getValueNode(), line(tuple.getKeyNode()));
        }
      }
    } else if (at instanceof SequenceNode list) {
      List<Node> entries = list.getValue();
      for (Node entry : entries) {
        Found id = entry instanceof MappingNode ? step(entry, "id") : null;
        if (says(entry, step) || (id != null && says(id.node(), step))) {
          return new Found(entry, line(entry));
        }
      }
      if (step.matches("[1-9][0-9]{0,2}") && Integer.parseInt(step) <= entries.size()) {
        Node entry = entries.get(Integer.parseInt(step) - 1);
        return new Found(entry, line(entry));
      }
    }
    return null;
  }

  private static boolean says(Node node, String step) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(step);
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
