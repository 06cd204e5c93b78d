package org.kadam;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The picture is the rule: {@code docs/components.puml} is read, not repeated. */
class HouseTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.kadam");

  private static final Path PICTURE =
      Path.of(System.getProperty("root", ".."), "docs", "components.puml");

  @Test
  void components_import_each_other_only_along_the_arrows_of_the_picture() {
    ArchRule rule =
        classes()
            .should(
                adhereToPlantUmlDiagram(
                        PICTURE, consideringOnlyDependenciesInAnyPackage("org.kadam.."))
                    .ignoreDependenciesWithTarget(
                        resideInAnyPackage(
                            "org.kadam.problem..", "org.kadam.language..", "org.kadam.json..")));
    rule.check(HOUSE);
  }

  @Test
  void a_boundary_is_the_outsides_door() {
    ArchRule rule =
        classes()
            .that()
            .resideOutsideOfPackage("org.kadam.exchange..")
            .should(not(knockAtTheBoundaryOfAnotherComponent()));
    rule.check(HOUSE);
  }

  @Test
  void control_is_plain_and_knows_no_boundary() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("..control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..boundary..");
    rule.check(HOUSE);
  }

  @Test
  void names_say_what_a_class_is_for() {
    ArchRule rule =
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Facade");
    rule.check(HOUSE);
  }

  @Test
  void the_domain_knows_nothing_of_http() {
    ArchRule rule = noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");
    rule.check(HOUSE);
  }

  private static ArchCondition<JavaClass> knockAtTheBoundaryOfAnotherComponent() {
    return new ArchCondition<>("knock at the boundary of another component") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          String to = dependency.getTargetClass().getPackageName();
          boolean knocks =
              to.startsWith("org.kadam.")
                  && to.contains(".boundary")
                  && !component(to).equals(component(from.getPackageName()));
          events.add(new SimpleConditionEvent(from, knocks, dependency.getDescription()));
        }
      }
    };
  }

  private static String component(String pack) {
    String[] parts = pack.split("\\.");
    return parts.length > 2 ? parts[2] : "";
  }
}
