package dev.backstep.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.FileDescriptor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which part of the program may know which. What breaks a rule is mended, not the rule.
class ArchitectureTest {

    private static final String ROOT = "dev.backstep";

    /// A package, with all below it, imports only what its row names.
    private static final String MAY_IMPORT =
            """
            (root)   : cli ui
            tensor   :
            text     :
            graph    : text tensor
            notation : graph tensor
            data     : text tensor
            optim    : text data graph tensor
            lang     : text optim data graph tensor
            onnx     : text lang data tensor
            story    : text notation optim graph tensor
            explain  : text story notation optim graph tensor
            calculus : text explain story notation graph tensor
            compile  : optim graph tensor
            train    : text compile story optim data graph tensor
            layout   : text explain story notation graph tensor
            paint    : text layout story notation
            monitor  : text paint train notation optim data graph tensor
            glossary : text
            quiz     : text explain story notation optim lang graph tensor
            lesson   : text story lang optim data graph tensor
            export   : text lesson calculus monitor paint layout train explain story notation lang optim data graph tensor
            session  : text lesson calculus quiz layout train explain story notation lang optim data graph tensor
            store    : text quiz session lesson layout story lang data graph
            ui       : text onnx glossary calculus quiz store session lesson export monitor paint layout train explain story notation lang optim data graph tensor
            cli      : text onnx calculus quiz store session lesson export monitor paint layout train explain story notation lang optim data graph tensor
            """;

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @ParameterizedTest
    @MethodSource("rowNames")
    void a_package_imports_only_what_its_row_names(String name) {
        String[] allowed =
                Stream.concat(Stream.of(name), rows().get(name).stream())
                        .map(ArchitectureTest::packages)
                        .toArray(String[]::new);
        check(
                noClasses()
                        .that()
                        .resideInAPackage(packages(name))
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage(ROOT + "..")
                                        .and(not(resideInAnyPackage(allowed)))));
    }

    @Test
    void every_package_has_a_row() {
        Set<String> packages = MAIN.stream().map(ArchitectureTest::row).collect(toSet());
        packages.removeAll(rows().keySet());
        assertEquals(Set.of(), new TreeSet<>(packages));
    }

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
        check(slices().matching(ROOT + ".ui.(*)..").should().beFreeOfCycles());
    }

    @Test
    void java_fx_and_its_icons_are_only_in_the_window() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(packages("ui"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..",
                                "com.sun.javafx..",
                                "org.kordamp.ikonli..",
                                "org.fxmisc..",
                                "atlantafx.."));
    }

    @Test
    void j_graph_t_is_only_where_a_graph_is_looked_at_as_one() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                packages("graph"),
                                packages("story"),
                                packages("layout"),
                                packages("export"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.jgrapht.."));
    }

    /// `ui.kit.Pixels` lends `paint` the canvas of the window.
    @Test
    void awt_is_only_where_pictures_are_painted_and_written() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packages("paint"), packages("export"))
                        .and()
                        .haveNameNotMatching(ROOT + ".ui.kit.Pixels(\\$.*)?")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.awt..",
                                "javax.swing..",
                                "javax.imageio..",
                                "org.scilab.forge.jlatexmath.."));
    }

    /// It is slow to load, and only pictures of a training need it.
    @Test
    void j_free_chart_is_only_where_curves_are_painted() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(packages("paint.plot"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.jfree.."));
    }

    /// So no failure in the background is lost: [dev.backstep.ui.kit.Background] tells every one.
    @Test
    void nothing_else_in_the_window_starts_a_thread() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(packages("ui"))
                        .and()
                        .doNotHaveFullyQualifiedName(ROOT + ".ui.kit.Background")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("javafx.concurrent..")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Executor.class)
                        .orShould()
                        .dependOnClassesThat()
                        .belongToAnyOf(Executors.class, Thread.Builder.class, Timer.class)
                        .orShould()
                        .callConstructorWhere(target(owner(assignableTo(Thread.class))))
                        .orShould()
                        .callMethodWhere(
                                target(owner(assignableTo(Thread.class)))
                                        .and(target(nameMatching("of(Platform|Virtual)|start.*"))))
                        .orShould()
                        .callMethodWhere(
                                target(owner(assignableTo(CompletableFuture.class)))
                                        .and(target(nameMatching(".*Async")))));
    }

    /// `Main` opens the streams and ends the process; a command prints to what it is given.
    @Test
    void only_commands_print_to_the_console() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(packages("cli"))
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(System.class, "console")
                        .orShould()
                        .callMethod(Throwable.class, "printStackTrace"));
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(ROOT + ".Main")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(FileDescriptor.class)
                        .orShould()
                        .callMethod(System.class, "exit", int.class));
    }

    @Test
    void no_name_says_only_that_there_was_no_better_one() {
        check(
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveNameMatching(".*[.$](Abstract\\w*|\\w*Utils?|Common|Core)")
                        .orShould()
                        .resideInAnyPackage(
                                "..util..", "..utils..", "..common..", "..core..", "..impl.."));
    }

    /// An interface without any, or with another interface below, is one for lambdas.
    @Test
    void no_interface_has_exactly_one_implementation() {
        check(
                classes()
                        .that()
                        .areInterfaces()
                        .should(
                                new ArchCondition<>("not have exactly one implementation") {
                                    @Override
                                    public void check(JavaClass type, ConditionEvents events) {
                                        List<JavaClass> all = List.copyOf(type.getAllSubclasses());
                                        if (all.size() == 1 && !all.getFirst().isInterface()) {
                                            events.add(
                                                    SimpleConditionEvent.violated(
                                                            type,
                                                            type.getName()
                                                                    + " has only one: "
                                                                    + all.getFirst().getName()));
                                        }
                                    }
                                }));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }

    /// What each package may import.
    static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        MAY_IMPORT
                .lines()
                .map(line -> line.split(":"))
                .forEach(
                        row ->
                                rows.put(
                                        row[0].strip(),
                                        row.length == 1
                                                ? List.of()
                                                : Arrays.asList(row[1].strip().split(" "))));
        return rows;
    }

    private static Stream<String> rowNames() {
        return rows().keySet().stream();
    }

    private static String packages(String row) {
        return row.equals("(root)") ? ROOT : ROOT + "." + row + "..";
    }

    private static String row(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "(root)" : below.split("\\.")[1];
    }
}
