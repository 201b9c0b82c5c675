package eu.bridgehall.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import eu.bridgehall.kernel.Floor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the floor of each package from its package-info, and the arrows that break the rule. */
final class Floors {
  private final Map<String, Integer> floors = new TreeMap<>();
  private final String base;

  Floors(String base, JavaClasses classes) {
    this.base = base;
    for (JavaClass c : classes) {
      c.getPackage()
          .tryGetAnnotationOfType(Floor.class)
          .ifPresent(f -> floors.put(c.getPackageName(), f.value()));
    }
  }

  /** The package with the floor annotation in which the class stands. */
  String home(JavaClass c) {
    String name = c.getPackageName();
    while (!floors.containsKey(name)) {
      int dot = name.lastIndexOf('.');
      if (dot < 0 || !name.startsWith(base)) {
        throw new AssertionError(c.getName() + " stands on no floor: give its package @Floor");
      }
      name = name.substring(0, dot);
    }
    return name;
  }

  int floor(JavaClass c) {
    return floors.getOrDefault(home(c), -1);
  }

  /** Arrows between homes that run up or sideways. */
  List<String> violations(JavaClasses classes) {
    TreeSet<String> found = new TreeSet<>();
    for (JavaClass c : classes) {
      for (Dependency d : c.getDirectDependenciesFromSelf()) {
        JavaClass target = d.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().startsWith(base) || home(c).equals(home(target))) {
          continue;
        }
        if (floor(target) >= floor(c)) {
          found.add(
              "%s (%s, floor %d) uses %s (%s, floor %d)"
                  .formatted(
                      c.getSimpleName(),
                      home(c),
                      floor(c),
                      target.getSimpleName(),
                      home(target),
                      floor(target)));
        }
      }
    }
    return new ArrayList<>(found);
  }
}
