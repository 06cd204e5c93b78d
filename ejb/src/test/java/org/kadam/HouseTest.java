package org.kadam;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;

/** The picture is the rule: {@code docs/components.puml} is read, not repeated. */
@AnalyzeClasses(packages = "org.kadam", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  private static final Path PICTURE =
      Path.of(System.getProperty("root", ".."), "docs", "components.puml");

  @ArchTest
  static final ArchRule components_import_each_other_only_along_the_arrows_of_the_picture =
      classes()
          .should(
              adhereToPlantUmlDiagram(
                      PICTURE, consideringOnlyDependenciesInAnyPackage("org.kadam.."))
                  .ignoreDependenciesWithTarget(
                      resideInAnyPackage(
                          "org.kadam.problem..", "org.kadam.language..", "org.kadam.json..")));

  @ArchTest
  static final ArchRule a_boundary_is_the_outsides_door =
      classes()
          .that()
          .resideOutsideOfPackage("org.kadam.exchange..")
          .should(not(knockAtTheBoundaryOfAnotherComponent()));

  @ArchTest
  static final ArchRule control_is_plain_and_knows_no_boundary =
      noClasses()
          .that()
          .resideInAPackage("..control..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..boundary..");

  @ArchTest
  static final ArchRule names_say_what_a_class_is_for =
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

  @ArchTest
  static final ArchRule the_domain_knows_nothing_of_http =
      noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");

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
