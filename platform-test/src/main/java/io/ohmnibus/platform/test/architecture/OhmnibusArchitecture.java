/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.UseCase;
import org.springframework.beans.factory.annotation.Autowired;

/** What every module keeps to, beyond what the compiler and Maven check. */
public final class OhmnibusArchitecture {

    private static final String[] EDGES = {
        "io.ohmnibus.platform..",
        "io.ohmnibus.embedded..",
        "io.ohmnibus.allinone..",
        "io.ohmnibus.simulator.."
    };

    private static final DescribedPredicate<JavaClass> SHAPES =
            assignableTo(CallHandler.class)
                    .or(assignableTo(CallObserver.class))
                    .or(assignableTo(CommandHandler.class))
                    .and(not(INTERFACES))
                    // What is inside another class wraps a handler, for the dispatcher's own use.
                    .and(describe("top level", JavaClass::isTopLevelClass))
                    .as("handlers, observers and commands");

    private static final DescribedPredicate<JavaClass> KEEPS_RULES_TO_ITSELF =
            describe(
                    "a command that keeps its rules to itself",
                    type ->
                            type.isAssignableTo(CommandHandler.class)
                                    && type.tryGetMethod("rules").isEmpty()
                                    && type.getDirectDependenciesFromSelf().stream()
                                            .anyMatch(use ->
                                                    use.getTargetClass()
                                                            .isEquivalentTo(Rules.class)));

    @ArchTest
    public static final ArchRule SHAPES_ARE_CLOSED =
            classes()
                    .that(SHAPES)
                    .should()
                    .haveModifier(FINAL)
                    .andShould()
                    .bePackagePrivate()
                    .andShould()
                    .beAnnotatedWith(UseCase.class)
                    .because("only the dispatcher calls them, and it finds them by their use cases")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule SHAPES_ARE_NAMED_AFTER_THEIR_MESSAGE =
            classes().that(SHAPES).should(NamedAfterMessage.RULE).allowEmptyShould(true);

    @ArchTest
    public static final ArchRule SHAPES_HAVE_A_TEST =
            classes().that(SHAPES).should(HaveTest.OF_THE_SAME_NAME).allowEmptyShould(true);

    @ArchTest
    public static final ArchRule RULES_ARE_TOLD =
            noClasses()
                    .should(be(KEEPS_RULES_TO_ITSELF))
                    .because("campaigns ask for them before they begin: CommandHandler.rules")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_FIELD_INJECTION =
            noFields().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_SINGLE_VALUES =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value")
                    .because("configuration comes in validated records")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_BLOCKING =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(EDGES)
                    .should()
                    .callMethodWhere(Calls.BLOCK_OR_SUBSCRIBE)
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_SLEEPING =
            noClasses().should().callMethodWhere(Calls.SLEEP).allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_CLOCK_OF_THEIR_OWN =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(EDGES)
                    .should()
                    .callMethodWhere(Calls.CURRENT_TIME)
                    .because("the clock is injected")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_SCHEDULE_KEEPS_ITS_FIRST_TIME =
            noClasses()
                    .should()
                    .callMethodWhere(Calls.TIME_OF_THE_FIRST_RUN)
                    .because(
                            "the method is called once, what it returns is subscribed to again and"
                                    + " again: the time belongs into a defer")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_EMPTY_NAMES =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)")
                    .orShould()
                    .haveNameMatching(".*[.$](Abstract|Base)[A-Z][^.$]*")
                    .because("such names do not say what a class is for")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
            slices().assignedFrom(new EachPackage())
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule PROTOCOL_IS_PLAIN_JAVA =
            noClasses()
                    .that()
                    .resideInAPackage("io.ohmnibus.ocpp..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "reactor..", "org.apache.kafka..")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule ONLY_PLATFORM_TOUCHES_KAFKA =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.ohmnibus.platform..", "io.ohmnibus.embedded..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule SERVICES_ARE_INDEPENDENT =
            classes().should(StayInTheirService.RULE).allowEmptyShould(true);

    private OhmnibusArchitecture() {}
}
